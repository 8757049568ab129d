package org.disclosureledger.application.retention;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.retention.Retention;
import org.disclosureledger.domain.retention.RetentionCommand;
import org.disclosureledger.domain.retention.RetentionEvent;
import org.disclosureledger.domain.retention.RetentionRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class RetentionWiring {

    public static final String AGGREGATE = "retention";

    private final AggregateType<RetentionCommand, RetentionEvent, Retention> type;

    RetentionWiring(Aggregates aggregates) {
        type = new AggregateType<>(
                AGGREGATE,
                RetentionCommand.class,
                RetentionEvent.class,
                c -> AGGREGATE + ":" + c.organ().value(),
                Retention.UNTOUCHED,
                Retention::evolve,
                (command, retention) -> Judgement.of(RetentionRules.handle(command, retention)));
        aggregates.register(type);
    }

    public AggregateType<RetentionCommand, RetentionEvent, Retention> type() {
        return type;
    }
}
