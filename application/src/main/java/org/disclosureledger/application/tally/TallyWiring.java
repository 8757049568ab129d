package org.disclosureledger.application.tally;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.domain.tally.Tally;
import org.disclosureledger.domain.tally.TallyCommand;
import org.disclosureledger.domain.tally.TallyEvent;
import org.disclosureledger.domain.tally.TallyRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class TallyWiring {

    public static final String AGGREGATE = "tally";

    private final AggregateType<TallyCommand, TallyEvent, Tally> type;

    TallyWiring(Aggregates aggregates) {
        type = new AggregateType<>(
                AGGREGATE,
                TallyCommand.class,
                TallyEvent.class,
                c -> c.tallyId().toString(),
                new Tally.Unreported(),
                Tally::evolve,
                TallyRules::handle);
        aggregates.register(type);
    }

    public AggregateType<TallyCommand, TallyEvent, Tally> type() {
        return type;
    }
}
