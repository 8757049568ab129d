package org.disclosureledger.domain.tally;

import java.util.UUID;

/** Identifies the figure of one item of one year of one organ. */
public record TallyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
