package org.disclosureledger.domain.report;

import java.util.UUID;

/** Identifies the tables of one year that an organ made elsewhere. */
public record ExternalTablesId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
