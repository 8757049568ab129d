package org.disclosureledger.application.rebuild;

import java.util.List;
import org.disclosureledger.application.projection.TableComparison.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * How the rebuilt rows of a projector compare with the live ones.
 *
 * @param position number of the last event that both have read
 * @param cellsCompared cells of annual tables that were compared
 * @param cells those that differ, the first two hundred
 */
record RebuildOutcome(
        long position, List<Comparison> tables, long cellsCompared, long cellsDiffering, List<CellDifference> cells) {

    /** A cell of the annual tables whose figures differ; a figure that is not there is null, which is not 0. */
    record CellDifference(
            String organ,
            int year,
            String cell,
            @Nullable String live,
            @Nullable String rebuilt) {}

    boolean equal() {
        return cellsDiffering == 0 && tables.stream().allMatch(Comparison::equal);
    }
}
