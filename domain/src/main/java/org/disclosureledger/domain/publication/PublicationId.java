package org.disclosureledger.domain.publication;

import java.util.UUID;

/** Identifies a piece of published information within the ledger. */
public record PublicationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
