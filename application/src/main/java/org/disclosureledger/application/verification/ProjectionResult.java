package org.disclosureledger.application.verification;

import java.util.List;

/**
 * How a projection compares with a fresh replay.
 *
 * @param position number of the last event that it has read
 * @param behind how many events it has not read yet
 */
record ProjectionResult(String projector, long position, long behind, List<ShadowTable.Comparison> tables) {

    boolean ok() {
        return tables.stream().allMatch(ShadowTable.Comparison::equal);
    }
}
