package org.disclosureledger.domain.request;

import java.util.UUID;

/** Identifies a request within the ledger. */
public record RequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
