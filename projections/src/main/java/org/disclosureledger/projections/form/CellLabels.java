package org.disclosureledger.projections.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the labels to the left of a figure and above it, by walking the printed table with its spans. */
final class CellLabels {

    private CellLabels() {}

    static String of(StatutoryForm form, CellId cell) {
        for (PrintedTable table : form.printed()) {
            PrintedCell[][] grid = grid(table);
            for (int r = 0; r < grid.length; r++) {
                for (int c = 0; c < grid[r].length; c++) {
                    PrintedCell at = grid[r][c];
                    if (at != null && cell.equals(at.figure())) {
                        return String.join(" · ", labels(grid, r, c));
                    }
                }
            }
        }
        return cell.toString();
    }

    private static Set<String> labels(PrintedCell[][] grid, int row, int column) {
        Set<String> labels = new LinkedHashSet<>();
        for (int c = 0; c < column; c++) {
            addLabel(labels, grid[row][c]);
        }
        List<String> above = new ArrayList<>();
        for (int r = row - 1; r >= 0 && grid[r][column] != null; r--) {
            String label = grid[r][column].label();
            if (label != null) {
                above.add(0, label);
            } else if (!above.isEmpty()) {
                break;
            }
        }
        labels.addAll(above);
        return labels;
    }

    private static void addLabel(Set<String> labels, @Nullable PrintedCell cell) {
        if (cell != null && cell.label() != null) {
            labels.add(cell.label());
        }
    }

    private static PrintedCell[][] grid(PrintedTable table) {
        PrintedCell[][] grid =
                new PrintedCell[table.rows().size()][table.widths().size()];
        for (int r = 0; r < grid.length; r++) {
            int c = 0;
            for (PrintedCell cell : table.rows().get(r)) {
                while (grid[r][c] != null) {
                    c++;
                }
                for (int i = 0; i < cell.rowSpan(); i++) {
                    for (int j = 0; j < cell.columnSpan(); j++) {
                        grid[r + i][c + j] = cell;
                    }
                }
            }
        }
        return grid;
    }
}
