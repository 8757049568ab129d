package org.disclosureledger.domain.access;

import java.util.UUID;

/** Identity of one reading, export or sign-in. Each stands alone, so that nobody waits for somebody else's. */
public record AccessId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
