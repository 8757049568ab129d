package org.disclosureledger.application.annualreport;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.organ.OrganApprovals;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.report.AnnualReport;
import org.disclosureledger.domain.report.AnnualReportCommand;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.AnnualReportRules;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class AnnualReportWiring {

    public static final String AGGREGATE = "annual-report";

    private final AggregateType<AnnualReportCommand, AnnualReportEvent, AnnualReport> type;

    AnnualReportWiring(Aggregates aggregates, OrganApprovals approvals) {
        type = new AggregateType<>(
                AGGREGATE,
                AnnualReportCommand.class,
                AnnualReportEvent.class,
                c -> c.reportId().toString(),
                AnnualReport.empty(),
                AnnualReport::evolve,
                (command, report) -> Judgement.of(AnnualReportRules.handle(
                        command,
                        report,
                        () -> approvals.required(command.organ().value(), ApprovedStep.PUBLICATION))));
        aggregates.register(type);
    }

    public AggregateType<AnnualReportCommand, AnnualReportEvent, AnnualReport> type() {
        return type;
    }
}
