package org.disclosureledger.domain.access;

import java.util.UUID;

/** What was read: a case, or an import whose findings quote its file. */
public record SubjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
