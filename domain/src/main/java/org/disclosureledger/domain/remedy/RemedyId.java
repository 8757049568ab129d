package org.disclosureledger.domain.remedy;

import java.util.UUID;

/** Identifies a reconsideration or a lawsuit within the ledger. */
public record RemedyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
