package org.disclosureledger.application.imports;

import java.util.Set;
import org.disclosureledger.domain.register.Severity;
import org.disclosureledger.domain.report.AnnualReportRule;

/**
 * What is wrong with, or unusual about, one row of a file.
 *
 * @param row as Excel numbers it: the header is row 1
 * @param column header of the column
 * @param rule constant of the rule that objects
 * @param reason the objection in Chinese
 */
public record ImportFinding(Severity severity, long row, String column, String rule, String reason) {

    private static final Set<String> ANNOUNCEMENTS =
            Set.of(AnnualReportRule.CHANGES_PUBLISHED_REPORT.name(), AnnualReportRule.CHANGES_CARRIED_IN.name());

    /** Whether nothing is wrong, but a published year would change. */
    public boolean isAnnouncement() {
        return ANNOUNCEMENTS.contains(rule);
    }
}
