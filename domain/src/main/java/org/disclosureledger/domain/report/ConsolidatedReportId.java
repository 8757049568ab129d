package org.disclosureledger.domain.report;

import java.util.UUID;

/** Identifies the consolidated report of one superior for one year. */
public record ConsolidatedReportId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
