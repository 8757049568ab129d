package org.disclosureledger.application.audit;

import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.audit.PayloadCatalogue.Shape;
import org.disclosureledger.application.eventstore.EventCatalogue;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganEvent;
import tools.jackson.databind.JsonNode;

/**
 * Reads payloads that nobody vouches for: what a lenient reader would bend into shape – a number for a text, a date in
 * another spelling, an absent value – is refused, in every revision in which an event was ever stored.
 */
final class PayloadForm {

    private static final PayloadCatalogue CATALOGUE = PayloadCatalogue.shipped();

    /** Facts that the tables read as dates, by aggregate: a correction of one of them must be a date, too. */
    private static final Map<String, Set<String>> COUNTED_DATES = Map.of(
            "request", Set.of("receivedOn", "decidedOn"),
            "remedy", Set.of("acceptedOn", "concludedOn"),
            "document", Set.of("issuedOn", "repealedOn"));

    private PayloadForm() {}

    /** @throws RuntimeException when the payload is not what an event of this name and revision tells */
    static DomainEvent read(EventLine line) {
        Shape shape = CATALOGUE.shape(line.type(), line.revision());
        JsonNode json = StrictJson.read(line.payload());
        CATALOGUE.check(shape, json);
        String identity = shape.own().equals("organ")
                ? shape.aggregateType() + ":" + line.organ()
                : json.path(shape.own()).asString();
        if (!line.aggregateType().equals(shape.aggregateType())
                || !line.aggregateId().equals(identity)
                || !line.organ().equals(json.path("organ").asString())) {
            throw new IllegalArgumentException("事件内容与机关、聚合类型或聚合编号不一致");
        }
        if (line.type().endsWith("FactCorrected")
                && COUNTED_DATES
                        .getOrDefault(shape.aggregateType(), Set.of())
                        .contains(json.path("fact").asString())) {
            CATALOGUE.check("corrected", json.path("corrected"), PayloadCatalogue.DATE);
        }
        DomainEvent event = EventCatalogue.current().read(line.type(), line.revision(), line.payload());
        if (event instanceof OrganEvent.CountingRuleChosen chosen
                && (chosen.choice().rule() != chosen.rule()
                        || chosen.ruleVersion() != chosen.choice().version())) {
            throw new IllegalArgumentException("没有这种计数规则");
        }
        return event;
    }
}
