package org.disclosureledger.projections;

import java.util.List;

/**
 * A table that a projector fills, and nobody else.
 *
 * @param key columns that name a row to a person; never personal data
 * @param organ the column that says whose row it is
 * @param years the columns with the first and the last year that a row counts in; none when rows belong to no year
 */
public record ProjectedTable(String name, List<String> key, String organ, List<String> years) {

    public ProjectedTable(String name, String... key) {
        this(name, List.of(key), "organ", List.of());
    }

    public ProjectedTable inYears(String first, String last) {
        return new ProjectedTable(name, key, organ, List.of(first, last));
    }

    public ProjectedTable ofOrgan(String column) {
        return new ProjectedTable(name, key, column, years);
    }
}
