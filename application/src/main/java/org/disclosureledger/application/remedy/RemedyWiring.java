package org.disclosureledger.application.remedy;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.domain.remedy.Remedy;
import org.disclosureledger.domain.remedy.RemedyCommand;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.remedy.RemedyRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class RemedyWiring {

    public static final String AGGREGATE = "remedy";

    private final AggregateType<RemedyCommand, RemedyEvent, Remedy> type;

    RemedyWiring(Aggregates aggregates) {
        type = new AggregateType<>(
                AGGREGATE,
                RemedyCommand.class,
                RemedyEvent.class,
                c -> c.remedyId().toString(),
                new Remedy.Unaccepted(),
                Remedy::evolve,
                RemedyRules::handle);
        aggregates.register(type);
    }

    public AggregateType<RemedyCommand, RemedyEvent, Remedy> type() {
        return type;
    }
}
