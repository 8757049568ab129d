package org.disclosureledger.domain.report;

import java.util.UUID;

/** Identifies the annual report of one organ for one year. */
public record AnnualReportId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
