package org.disclosureledger.projections.reported;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.jspecify.annotations.Nullable;

/**
 * The figures of many organs added up, cell by cell. A cell that nobody filled stays blank; one that some filled is the sum
 * of those, and says who did not.
 */
public final class FigureSum {

    private final List<CellId> cells;
    private final @Nullable BigDecimal[] sums;
    private final List<List<String>> blanks = new ArrayList<>();

    FigureSum(StatutoryForm form) {
        this.cells = List.copyOf(form.cells().keySet());
        this.sums = new @Nullable BigDecimal[cells.size()];
        cells.forEach(cell -> blanks.add(new ArrayList<>()));
    }

    void add(String organ, String packed) {
        boolean[] filled = new boolean[sums.length];
        PackedFigures.each(packed, (figure, place) -> {
            BigDecimal before = sums[place];
            sums[place] = before == null ? figure : before.add(figure);
            filled[place] = true;
        });
        for (int place = 0; place < filled.length; place++) {
            if (!filled[place]) {
                blanks.get(place).add(organ);
            }
        }
    }

    public Figures figures() {
        Map<CellId, BigDecimal> values = new LinkedHashMap<>();
        for (int place = 0; place < sums.length; place++) {
            BigDecimal sum = sums[place];
            if (sum != null) {
                values.put(cells.get(place), sum);
            }
        }
        return Figures.of(values);
    }

    /** The organs that left a cell blank which others filled, by cell in the order of the form. */
    public Map<CellId, List<String>> blanks() {
        Map<CellId, List<String>> found = new LinkedHashMap<>();
        for (int place = 0; place < sums.length; place++) {
            if (sums[place] != null && !blanks.get(place).isEmpty()) {
                found.put(cells.get(place), List.copyOf(blanks.get(place)));
            }
        }
        return found;
    }
}
