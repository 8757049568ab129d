package org.disclosureledger.projections;

import java.util.List;

/**
 * A table that a projector fills, and nobody else.
 *
 * @param key columns that name a row to a person; never personal data
 */
public record ProjectedTable(String name, List<String> key) {

    public ProjectedTable(String name, String... key) {
        this(name, List.of(key));
    }
}
