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

    /** A longer one could leave the range of a long when it is added up. */
    private static final int LONGEST_WHOLE = 12;

    private final List<CellId> cells;
    private final long[] whole;
    private final @Nullable BigDecimal[] others;
    private final int[] filled;
    private final List<List<String>> blanks = new ArrayList<>();

    FigureSum(StatutoryForm form) {
        this.cells = List.copyOf(form.cells().keySet());
        this.whole = new long[cells.size()];
        this.others = new @Nullable BigDecimal[cells.size()];
        this.filled = new int[cells.size()];
        cells.forEach(cell -> blanks.add(new ArrayList<>()));
    }

    /** Nearly all figures are whole and small: those are added without making a number of each. */
    void add(String organ, String packed) {
        int from = 0;
        for (int place = 0; place < filled.length; place++) {
            int comma = packed.indexOf(',', from);
            int to = comma < 0 ? packed.length() : comma;
            if (to <= from) {
                blanks.get(place).add(organ);
            } else {
                add(place, packed, from, to);
            }
            from = to + 1;
        }
    }

    private void add(int place, String packed, int from, int to) {
        filled[place]++;
        long value = 0;
        boolean small = to - from <= LONGEST_WHOLE;
        for (int at = from; small && at < to; at++) {
            char digit = packed.charAt(at);
            small = digit >= '0' && digit <= '9';
            value = 10 * value + digit - '0';
        }
        if (small) {
            whole[place] += value;
        } else {
            BigDecimal other = new BigDecimal(packed.substring(from, to));
            BigDecimal before = others[place];
            others[place] = before == null ? other : before.add(other);
        }
    }

    public Figures figures() {
        Map<CellId, BigDecimal> values = new LinkedHashMap<>();
        for (int place = 0; place < filled.length; place++) {
            if (filled[place] > 0) {
                BigDecimal other = others[place];
                BigDecimal sum = BigDecimal.valueOf(whole[place]);
                values.put(cells.get(place), other == null ? sum : sum.add(other));
            }
        }
        return Figures.of(values);
    }

    /** The organs that left a cell blank which others filled, by cell in the order of the form. */
    public Map<CellId, List<String>> blanks() {
        Map<CellId, List<String>> found = new LinkedHashMap<>();
        for (int place = 0; place < filled.length; place++) {
            if (filled[place] > 0 && !blanks.get(place).isEmpty()) {
                found.put(cells.get(place), List.copyOf(blanks.get(place)));
            }
        }
        return found;
    }
}
