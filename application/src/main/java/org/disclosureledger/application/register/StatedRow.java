package org.disclosureledger.application.register;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Severity;

/**
 * What one row of a file says, in clear. A cell that could not be read is absent from the values and has a fault among
 * the findings; a cell that is empty is merely absent.
 *
 * @param number as Excel shows it: the header is row 1
 * @param values canonical values by fact identifier: ISO dates, identifiers of codes, {@code true}/{@code false}, plain
 *     decimals with the scale as written, trimmed text ({@link Text#canonical})
 * @param remarks non-empty cells of 备注 and of every further column, by header
 */
public record StatedRow(int number, Map<String, String> values, Map<String, String> remarks, List<Finding> findings) {

    public StatedRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
        findings = List.copyOf(findings);
    }

    public boolean isFaulty() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.FAULT);
    }

    /** Says which cells are filled, never what they say: rows carry personal data in clear. */
    @Override
    public String toString() {
        return "row " + number + " " + values.keySet() + " " + remarks.size() + " remarks";
    }
}
