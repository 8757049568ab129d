package org.disclosureledger.domain.document;

import java.util.UUID;

/** Identifies a rule or normative document within the ledger. */
public record DocumentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
