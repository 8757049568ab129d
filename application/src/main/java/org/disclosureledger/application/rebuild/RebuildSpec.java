package org.disclosureledger.application.rebuild;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.projections.ProjectedTable;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rebuilt.
 *
 * @param projectors names of the projectors, each once
 * @param organ the organ whose rows alone are rebuilt, null for all
 * @param year the year whose rows and cells alone are compared, null for all
 * @param swap whether the rebuilt rows take the place of the live ones when they agree
 */
record RebuildSpec(
        List<String> projectors,
        @Nullable String organ,
        @Nullable Integer year,
        boolean swap) {

    /** Which rows of a table are compared, and exchanged. */
    String rowsOf(ProjectedTable table) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (organ != null) {
            conditions.add("%s = '%s'".formatted(table.organ(), organ.replace("'", "''")));
        }
        if (year != null) {
            conditions.add("%s <= %d and %s >= %d"
                    .formatted(table.years().get(0), year, table.years().get(1), year));
        }
        return String.join(" and ", conditions);
    }

    /** Rows that belong to no year are not compared when a year is asked for. */
    boolean compares(ProjectedTable table) {
        return year == null || !table.years().isEmpty();
    }
}
