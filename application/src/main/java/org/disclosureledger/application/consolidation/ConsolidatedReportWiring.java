package org.disclosureledger.application.consolidation;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.organ.OrganApprovals;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.report.ConsolidatedReport;
import org.disclosureledger.domain.report.ConsolidatedReportCommand;
import org.disclosureledger.domain.report.ConsolidatedReportEvent;
import org.disclosureledger.domain.report.ConsolidatedReportRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class ConsolidatedReportWiring {

    static final String AGGREGATE = "consolidated-report";

    private final AggregateType<ConsolidatedReportCommand, ConsolidatedReportEvent, ConsolidatedReport> type;

    ConsolidatedReportWiring(Aggregates aggregates, OrganApprovals approvals) {
        type = new AggregateType<>(
                AGGREGATE,
                ConsolidatedReportCommand.class,
                ConsolidatedReportEvent.class,
                c -> c.consolidatedId().toString(),
                ConsolidatedReport.empty(),
                ConsolidatedReport::evolve,
                (command, report) -> Judgement.of(ConsolidatedReportRules.handle(
                        command,
                        report,
                        () -> approvals.required(command.organ().value(), ApprovedStep.PUBLICATION))));
        aggregates.register(type);
    }

    public AggregateType<ConsolidatedReportCommand, ConsolidatedReportEvent, ConsolidatedReport> type() {
        return type;
    }
}
