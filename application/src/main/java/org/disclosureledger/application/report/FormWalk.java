package org.disclosureledger.application.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.PrintedCell;
import org.disclosureledger.projections.form.PrintedTable;
import org.jspecify.annotations.Nullable;

/**
 * The one walk over the form that every document and file is drawn from: the printed cells in reading order, each with
 * its place, its text and the labels that lead to it.
 */
final class FormWalk {

    /**
     * A cell at its place.
     *
     * @param row first row that it covers, from 0
     * @param column first column that it covers, from 0
     * @param text what is printed in it
     */
    record Placed(PrintedCell cell, int row, int column, String text) {

        @Nullable CellId figure() {
            return cell.figure();
        }
    }

    /** A figure with the labels to its left and above it, outermost first. */
    record LabelledFigure(CellId id, String text, List<String> rowLabels, List<String> columnLabels) {}

    /** One table laid out. */
    static final class Sheet {

        private final PrintedTable table;
        private final Placed[][] grid;

        private Sheet(PrintedTable table, Placed[][] grid) {
            this.table = table;
            this.grid = grid;
        }

        PrintedTable table() {
            return table;
        }

        int rowCount() {
            return grid.length;
        }

        /** The cells that begin in a row, from left to right. */
        List<Placed> startingIn(int row) {
            return touching(row).stream().filter(p -> p.row() == row).toList();
        }

        /** The cells that a row shows, those that come down from an earlier row among them, from left to right. */
        List<Placed> touching(int row) {
            List<Placed> cells = new ArrayList<>();
            for (int column = 0;
                    column < grid[row].length;
                    column += grid[row][column].cell().columnSpan()) {
                cells.add(grid[row][column]);
            }
            return cells;
        }

        boolean hasFigures(int row) {
            return touching(row).stream().anyMatch(p -> p.figure() != null);
        }

        List<LabelledFigure> figures() {
            List<LabelledFigure> figures = new ArrayList<>();
            for (int row = 0; row < grid.length; row++) {
                for (Placed at : startingIn(row)) {
                    CellId id = at.figure();
                    if (id != null) {
                        figures.add(labelled(id, at));
                    }
                }
            }
            return figures;
        }

        private LabelledFigure labelled(CellId id, Placed at) {
            List<String> left = leftOf(at);
            List<String> above = above(at);
            if (left.isEmpty() && above.size() > 1) {
                // A table of a single row of figures names its rows in the headings above the columns.
                int last = above.size() - 1;
                return new LabelledFigure(id, at.text(), above.subList(0, last), above.subList(last, last + 1));
            }
            return new LabelledFigure(id, at.text(), left, above);
        }

        private List<String> leftOf(Placed at) {
            LinkedHashSet<String> labels = new LinkedHashSet<>();
            for (int column = 0; column < at.column(); column++) {
                String label = grid[at.row()][column].cell().label();
                if (label != null) {
                    labels.add(label);
                }
            }
            return List.copyOf(labels);
        }

        private List<String> above(Placed at) {
            LinkedHashSet<String> upwards = new LinkedHashSet<>();
            for (int row = at.row() - 1; row >= 0; row--) {
                String label = grid[row][at.column()].cell().label();
                if (label != null) {
                    upwards.add(label);
                } else if (!upwards.isEmpty()) {
                    break;
                }
            }
            List<String> labels = new ArrayList<>(upwards);
            Collections.reverse(labels);
            return labels;
        }
    }

    private FormWalk() {}

    static List<Sheet> of(AnnualTables tables) {
        return tables.form().printed().stream()
                .map(t -> layOut(t, tables.figures()))
                .toList();
    }

    private static Sheet layOut(PrintedTable table, Figures figures) {
        @Nullable Placed[][] grid = new Placed[table.rows().size()][table.widths().size()];
        for (int row = 0; row < grid.length; row++) {
            int column = 0;
            for (PrintedCell cell : table.rows().get(row)) {
                while (grid[row][column] != null) {
                    column++;
                }
                Placed placed = new Placed(cell, row, column, text(cell, figures));
                for (int i = 0; i < cell.rowSpan(); i++) {
                    for (int j = 0; j < cell.columnSpan(); j++) {
                        grid[row + i][column + j] = placed;
                    }
                }
            }
        }
        return new Sheet(table, filled(table, grid));
    }

    /** A form that leaves a hole would shift figures under other labels. */
    private static Placed[][] filled(PrintedTable table, @Nullable Placed[][] grid) {
        Placed[][] filled = new Placed[grid.length][];
        for (int row = 0; row < grid.length; row++) {
            filled[row] = new Placed[grid[row].length];
            for (int column = 0; column < grid[row].length; column++) {
                int r = row;
                int c = column;
                filled[row][column] = Objects.requireNonNull(
                        grid[row][column], () -> "the form prints nothing in " + table.id() + " at " + r + "," + c);
            }
        }
        return filled;
    }

    private static String text(PrintedCell cell, Figures figures) {
        String label = cell.label();
        CellId figure = cell.figure();
        if (figure != null) {
            return figures.printed(figure);
        }
        return label == null ? "" : label;
    }
}
