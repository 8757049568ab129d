package org.disclosureledger.projections.annualtables;

import org.jspecify.annotations.Nullable;

/**
 * One rule that tables must satisfy, applied to one row or column.
 *
 * @param id stable identifier of the rule, e.g. {@code requests.balance}
 * @param row row that it was applied to, null when the rule speaks of columns only
 * @param column column that it was applied to, null when the rule speaks of rows only
 * @param expected what the rest of the table says that the figure must be; plain decimal, null when a cell is blank
 * @param found what the table has
 * @param sentence the rule in Chinese, with the row or column
 */
public record TableCheck(
        String id,
        @Nullable String row,
        @Nullable String column,
        boolean holds,
        @Nullable String expected,
        @Nullable String found,
        Level severity,
        String sentence) {

    /** An error stands against publication; a warning is shown. */
    public enum Level {
        ERROR,
        WARNING
    }
}
