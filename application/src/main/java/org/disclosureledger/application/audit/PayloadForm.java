package org.disclosureledger.application.audit;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.disclosureledger.application.eventstore.EventJson;
import org.disclosureledger.application.eventstore.EventName;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.domain.DomainEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads payloads that nobody vouches for: what a lenient reader would bend into shape – a number for a text, a date in
 * another spelling, an absent value – is refused.
 */
final class PayloadForm {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String DECIMAL = "[0-9]{1,60}(\\.[0-9]{1,60})?";
    private static final Map<String, Pattern> FORMS = Map.of(
            "year", Pattern.compile("[1-9][0-9]{0,3}"),
            "amount", Pattern.compile(DECIMAL),
            "previous", Pattern.compile(DECIMAL));
    private static final Pattern ID = Pattern.compile(UUID);
    private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> TRUTHS = Set.of("mayIssueRegulations", "afterReconsideration");

    private static final Set<String> COUNTED_DATES =
            Set.of("receivedOn", "decidedOn", "acceptedOn", "concludedOn", "issuedOn", "repealedOn");

    /** The aggregate by the component that identifies it, which is the first of every event. */
    private static final Map<String, String> AGGREGATES = Map.of(
            "organ", "organ",
            "requestId", "request",
            "remedyId", "remedy",
            "documentId", "document",
            "tallyId", "tally",
            "reportId", "annual-report",
            "publicationId", "publication");

    private PayloadForm() {}

    /** @throws RuntimeException when the payload is not what an event of this name and revision tells */
    static DomainEvent read(EventLine line) {
        EventName name = EventNames.of(line.type());
        if (name.revision() != line.revision()) {
            throw new IllegalArgumentException("事件版本不认识");
        }
        JsonNode json = StrictJson.read(line.payload());
        json.properties().forEach(p -> check(p.getKey(), p.getValue()));
        DomainEvent event = EventJson.read(name, line.payload());
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !json.has(component.getName())) {
                throw new IllegalArgumentException("事件内容缺少 " + component.getName());
            }
        }
        if (line.type().endsWith("FactCorrected")
                && COUNTED_DATES.contains(json.path("fact").asString())) {
            check("correctedOn", json.path("corrected"));
        }
        String own = event.getClass().getRecordComponents()[0].getName();
        String identity =
                own.equals("organ") ? "organ:" + line.organ() : json.path(own).asString();
        if (!line.aggregateType().equals(AGGREGATES.get(own))
                || !line.aggregateId().equals(identity)
                || !line.organ().equals(event.organ().value())) {
            throw new IllegalArgumentException("事件内容与机关、聚合类型或聚合编号不一致");
        }
        return event;
    }

    private static void check(String name, JsonNode value) {
        boolean typed = name.equals("year")
                ? value.isIntegralNumber()
                : TRUTHS.contains(name) ? value.isBoolean() : value.isString();
        Pattern form = name.endsWith("Id") ? ID : name.endsWith("On") ? DATE : FORMS.get(name);
        if (!typed || (form != null && !form.matcher(value.asString()).matches())) {
            throw new IllegalArgumentException(name + " 的值不合规定");
        }
    }
}
