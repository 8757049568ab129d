package org.disclosureledger.application.organ;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.Organ;
import org.disclosureledger.domain.organ.OrganCommand;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.organ.OrganRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class OrganWiring {

    public static final String AGGREGATE = "organ";

    private final AggregateType<OrganCommand, OrganEvent, Organ> type;

    OrganWiring(Aggregates aggregates, RecordedOrgans others) {
        type = new AggregateType<>(
                AGGREGATE,
                OrganCommand.class,
                OrganEvent.class,
                c -> id(c.organ().value()),
                new Organ.Unknown(),
                Organ::evolve,
                (command, organ) -> Judgement.of(OrganRules.handle(command, organ, others)));
        aggregates.register(type);
    }

    static String id(String code) {
        return AGGREGATE + ":" + code;
    }

    public AggregateType<OrganCommand, OrganEvent, Organ> type() {
        return type;
    }
}
