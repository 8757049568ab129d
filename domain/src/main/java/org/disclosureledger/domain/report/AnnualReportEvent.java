package org.disclosureledger.domain.report;

import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;

/** What happened to an annual report. */
public sealed interface AnnualReportEvent extends DomainEvent {

    AnnualReportId reportId();

    /** The office wrote one of the narrative parts; the latest text counts. */
    record SectionWritten(AnnualReportId reportId, OrganCode organ, int year, ReportSection section, String text)
            implements AnnualReportEvent {}
}
