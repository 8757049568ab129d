package org.disclosureledger.projections.form;

import org.jspecify.annotations.Nullable;

/**
 * One cell of a table as it is printed: a label or a figure, possibly over several rows and columns.
 *
 * @param label official text, null for a figure
 * @param figure address of the figure, null for a label
 */
public record PrintedCell(@Nullable String label, @Nullable CellId figure, int rowSpan, int columnSpan) {

    static PrintedCell label(String text, int rowSpan, int columnSpan) {
        return new PrintedCell(text, null, rowSpan, columnSpan);
    }

    static PrintedCell label(String text) {
        return label(text, 1, 1);
    }

    static PrintedCell figure(CellId figure, int columnSpan) {
        return new PrintedCell(null, figure, 1, columnSpan);
    }
}
