package org.disclosureledger.application.web.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.web.casefile.EventWords;
import org.disclosureledger.domain.publication.PublicationFact;
import org.disclosureledger.domain.publication.PublicationStepKind;
import org.disclosureledger.domain.register.FactType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events of published information in words. */
@Component
class PublicationTimeline {

    private final JsonMapper json;

    PublicationTimeline(JsonMapper json) {
        this.json = json;
    }

    /**
     * An event as it is shown.
     *
     * @param step its number among the steps, null when it is none
     * @param legalDate the day on which it happened, null for a correction
     */
    public record Told(
            long number,
            String name,
            @Nullable Integer step,
            @Nullable LocalDate legalDate,
            List<String> details,
            Instant recordedAt,
            String by,
            String algorithm,
            String hash) {

        private static final int SHORT = 12;

        /** The beginning of the hash, enough to compare by eye. */
        public String shortHash() {
            return hash.substring(0, Math.min(SHORT, hash.length()));
        }
    }

    List<Told> of(List<Registers.CaseEvent> events) {
        List<Told> told = new ArrayList<>();
        int steps = 0;
        for (Registers.CaseEvent event : events) {
            JsonNode payload = json.readTree(event.payload());
            boolean isStep = isStep(payload);
            steps += isStep ? 1 : 0;
            told.add(new Told(
                    event.number(),
                    EventWords.of(event.name()),
                    isStep ? steps : null,
                    legalDate(payload),
                    details(payload),
                    event.recordedAt(),
                    event.metadata().getOrDefault("by", "—"),
                    event.algorithm(),
                    event.hash()));
        }
        return told;
    }

    private static boolean isStep(JsonNode payload) {
        for (PublicationStepKind kind : PublicationStepKind.values()) {
            if (payload.has(kind.date().id())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable LocalDate legalDate(JsonNode payload) {
        for (PublicationFact fact : PublicationFact.values()) {
            if (fact.type() == FactType.DATE && payload.has(fact.id())) {
                return LocalDate.parse(payload.path(fact.id()).asString());
            }
        }
        return null;
    }

    private static List<String> details(JsonNode payload) {
        List<String> details = new ArrayList<>();
        if (payload.isEmpty()) {
            details.add("本程序暂时不能读取这个事件的内容");
        }
        String corrected = payload.path("fact").asString("");
        PublicationFact fact = PublicationFact.byId(corrected);
        if (fact != null) {
            String was = payload.has("recorded")
                    ? fact.shown(payload.path("recorded").asString())
                    : "（空）";
            details.add(label(fact, corrected) + "：" + was + " → "
                    + fact.shown(payload.path("corrected").asString()));
        }
        for (PublicationFact each : PublicationFact.values()) {
            if (each.type() != FactType.DATE && payload.has(each.id())) {
                String label = fact != null && each == PublicationFact.REASON ? "更正理由" : each.label();
                details.add(label + "：" + each.shown(payload.path(each.id()).asString()));
            }
        }
        if (payload.has(PublicationFact.WITHDRAWN_ON.id()) && !payload.has(PublicationFact.CHANNEL.id())) {
            details.add(PublicationFact.CHANNEL.label() + "：全部");
        }
        return details;
    }

    /** The label of a fact by its identifier, with the number of its step if it belongs to one. */
    static String label(PublicationFact fact, String id) {
        return id.equals(fact.id()) ? fact.label() : fact.label() + "（第" + id.substring(id.indexOf(':') + 1) + "步）";
    }
}
