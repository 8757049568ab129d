package org.disclosureledger.domain.report;

import org.disclosureledger.domain.organ.OrganCode;

/** What can be asked of an annual report. */
public sealed interface AnnualReportCommand {

    AnnualReportId reportId();

    OrganCode organ();

    record WriteSection(AnnualReportId reportId, OrganCode organ, int year, ReportSection section, String text)
            implements AnnualReportCommand {}
}
