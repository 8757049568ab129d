package org.disclosureledger.domain.report;

import java.util.List;

/** Art. 50: the office writes the narrative parts; writing the same text again changes nothing. */
public final class AnnualReportRules {

    private AnnualReportRules() {}

    public static List<AnnualReportEvent> handle(AnnualReportCommand command, AnnualReport report) {
        return switch (command) {
            case AnnualReportCommand.WriteSection c ->
                c.text().equals(report.sections().get(c.section()))
                        ? List.of()
                        : List.of(new AnnualReportEvent.SectionWritten(
                                c.reportId(), c.organ(), c.year(), c.section(), c.text()));
        };
    }
}
