package org.disclosureledger.application.web.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.disclosureledger.application.eventstore.EventJson;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.application.people.Colleagues;
import org.disclosureledger.application.people.Colleagues.Colleague;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.remedy.AppealFact;
import org.disclosureledger.domain.request.RequestEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events of a case in words. What a request's events keep sealed is opened for whoever may read the case. */
@Component
class Timeline {

    private static final List<String> LEGAL_DATES =
            List.of("acceptedOn", "concludedOn", "appealedOn", "endedOn", "issuedOn", "repealedOn");

    private final JsonMapper json;
    private final Colleagues colleagues;

    Timeline(JsonMapper json, Colleagues colleagues) {
        this.json = json;
        this.colleagues = colleagues;
    }

    /**
     * An event as it is shown.
     *
     * @param legalDate the day on which it happened, null when it has none of its own
     * @param ground the article or notice behind it, null when it is none of the law's steps
     * @param details what it says beyond its name
     * @param source from where it was entered
     * @param hash its place in the chain, in hexadecimal digits, by the function of the name {@code algorithm}
     */
    public record Step(
            long number,
            String name,
            @Nullable LocalDate legalDate,
            @Nullable String ground,
            List<String> details,
            java.time.Instant recordedAt,
            String by,
            String source,
            String algorithm,
            String hash) {

        private static final int SHORT = 12;

        /** The beginning of the hash, enough to compare by eye. */
        public String shortHash() {
            return hash.substring(0, Math.min(SHORT, hash.length()));
        }
    }

    /** @param key of the case; null when it has none */
    List<Step> of(String organ, RegisterLayout register, List<Registers.CaseEvent> events, @Nullable CaseKey key) {
        return events.stream().map(e -> step(organ, register, e, key)).toList();
    }

    private String name(String organ, AccountId account) {
        Colleague person = colleagues.of(organ, List.of(account.toString())).get(account.toString());
        return person == null ? account.toString() : person.name();
    }

    private Step step(String organ, RegisterLayout register, Registers.CaseEvent event, @Nullable CaseKey key) {
        JsonNode payload = json.readTree(event.payload());
        RequestEvent request = request(event, payload);
        RequestEventWords.Words words = request == null
                ? new RequestEventWords.Words(date(payload), null, details(register, event.name(), payload))
                : RequestEventWords.of(request, key, account -> name(organ, account));
        return new Step(
                event.number(),
                EventWords.of(event.name()),
                words.on(),
                words.ground(),
                words.details(),
                event.recordedAt(),
                event.metadata().getOrDefault("by", "—"),
                source(event.metadata()),
                event.algorithm(),
                event.hash());
    }

    /** Null for another family's event, and for one that this program cannot read. */
    private static @Nullable RequestEvent request(Registers.CaseEvent event, JsonNode payload) {
        return !payload.isEmpty()
                        && EventJson.read(EventNames.of(event.name()), event.payload()) instanceof RequestEvent e
                ? e
                : null;
    }

    private static @Nullable LocalDate date(JsonNode payload) {
        return LEGAL_DATES.stream()
                .map(d -> text(payload, d))
                .filter(Objects::nonNull)
                .findFirst()
                .map(LocalDate::parse)
                .orElse(null);
    }

    private static List<String> details(RegisterLayout register, String event, JsonNode payload) {
        List<String> details = new ArrayList<>();
        if (payload.isEmpty()) {
            details.add("本程序暂时不能读取这个事件的内容");
        }
        String fact = text(payload, "fact");
        if (event.endsWith("FactCorrected") && fact != null) {
            String recorded = value(register, fact, text(payload, "recorded"));
            String corrected = value(register, fact, text(payload, "corrected"));
            details.add(label(register, fact) + "：" + recorded + " → " + corrected);
            String reason = text(payload, "reason");
            if (reason != null) {
                details.add("更正理由：" + reason);
            }
        } else if (event.endsWith("DetailRecorded") && fact != null) {
            details.add(label(register, fact) + "：" + value(register, fact, text(payload, "value")));
        } else if (event.equals("RemedyConcluded")) {
            details.add("结果：" + value(register, "result", text(payload, "result")));
        } else if (event.equals("RemedyAppealed")) {
            details.add(shown(AppealFact.INSTANCE, payload) + "，案号 " + text(payload, "instanceNumber"));
            String court = text(payload, "court");
            if (court != null) {
                details.add("审理法院：" + court);
            }
        } else if (event.equals("RemedyAppealConcluded")) {
            details.add("结果：" + shown(AppealFact.RULING, payload) + "，案号 " + text(payload, "instanceNumber"));
        } else if (event.equals("RemedyLinked")) {
            details.add("登记编号：" + text(payload, "registrationNumber"));
        } else if (event.equals("TallyReported")) {
            String previous = text(payload, "previous");
            details.add("数量：" + text(payload, "amount") + (previous == null ? "" : "（此前 " + previous + "）"));
        }
        return details;
    }

    private static String shown(Fact fact, JsonNode payload) {
        String value = text(payload, fact.id());
        return value == null ? "（空）" : fact.shown(value);
    }

    private static String label(RegisterLayout register, String fact) {
        return find(register, fact) == null && fact.startsWith(Facts.REMARK)
                ? fact.substring(Facts.REMARK.length())
                : register.facts().stream()
                        .filter(f -> f.id().equals(fact))
                        .map(Fact::label)
                        .findFirst()
                        .orElse(fact);
    }

    private static String value(RegisterLayout register, String id, @Nullable String value) {
        if (value == null) {
            return "（空）";
        }
        Fact fact = find(register, id);
        boolean sealed = fact == null ? register.remarksMayNamePersons() : fact.type() == FactType.SEALED;
        if (sealed) {
            return "（加密内容）";
        }
        return fact == null ? value : RegisterWords.shown(fact, value);
    }

    private static @Nullable Fact find(RegisterLayout register, String id) {
        return register.facts().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode payload, String property) {
        JsonNode node = payload.get(property);
        return node == null || node.isNull() ? null : node.asString();
    }

    private static String source(Map<String, String> metadata) {
        String file = metadata.get("file");
        if (file != null) {
            return "导入文件“" + file + "”第 " + metadata.getOrDefault("row", "?") + " 行";
        }
        return "typed".equals(metadata.get("source")) ? "手工登记" : "—";
    }
}
