package org.disclosureledger.application.verification;

import java.util.List;
import org.disclosureledger.application.projection.TableComparison;

/**
 * How a projection compares with a fresh replay.
 *
 * @param position number of the last event that it has read
 * @param behind how many events it has not read yet
 */
record ProjectionResult(String projector, long position, long behind, List<TableComparison.Comparison> tables) {

    boolean ok() {
        return tables.stream().allMatch(TableComparison.Comparison::equal);
    }
}
