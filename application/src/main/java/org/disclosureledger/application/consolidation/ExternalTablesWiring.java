package org.disclosureledger.application.consolidation;

import java.util.Optional;
import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.report.ExternalTablesCommand;
import org.disclosureledger.domain.report.ExternalTablesEvent;
import org.disclosureledger.domain.report.ExternalTablesEvent.ExternalTablesReceived;
import org.disclosureledger.domain.report.ExternalTablesRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate, whose state is what came in last. */
@Component
public class ExternalTablesWiring {

    static final String AGGREGATE = "external-tables";

    private final AggregateType<ExternalTablesCommand, ExternalTablesEvent, Optional<ExternalTablesReceived>> type;

    ExternalTablesWiring(Aggregates aggregates) {
        type = new AggregateType<>(
                AGGREGATE,
                ExternalTablesCommand.class,
                ExternalTablesEvent.class,
                c -> c.tablesId().toString(),
                Optional.<ExternalTablesReceived>empty(),
                (last, event) -> Optional.of((ExternalTablesReceived) event),
                (command, last) -> Judgement.of(ExternalTablesRules.handle(command, last.orElse(null))));
        aggregates.register(type);
    }

    public AggregateType<ExternalTablesCommand, ExternalTablesEvent, Optional<ExternalTablesReceived>> type() {
        return type;
    }
}
