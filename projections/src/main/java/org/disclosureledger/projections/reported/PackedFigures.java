package org.disclosureledger.projections.reported;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;
import org.jspecify.annotations.Nullable;

/** Figures in the order of a form, between commas; nothing for a blank. */
final class PackedFigures {

    private PackedFigures() {}

    /**
     * @param lines as events hold figures: address, {@code =}, plain decimal; a line for each
     * @throws IllegalArgumentException when one stands in no cell of the form, or is no number
     */
    static String of(StatutoryForm form, String lines) {
        Map<String, String> figures = new HashMap<>();
        lines.lines().forEach(line -> {
            int equals = line.indexOf('=');
            figures.put(line.substring(0, equals), new BigDecimal(line.substring(equals + 1)).toPlainString());
        });
        List<String> packed = new ArrayList<>();
        form.cells().keySet().forEach(cell -> {
            String figure = figures.remove(cell.toString());
            packed.add(figure == null ? "" : figure);
        });
        if (!figures.isEmpty()) {
            throw new IllegalArgumentException("the form has no such cells");
        }
        return String.join(",", packed);
    }

    /** Gives every figure with its place in the form; blanks are left out. */
    static void each(String packed, ObjIntConsumer<BigDecimal> figures) {
        int place = 0;
        int from = 0;
        while (from <= packed.length()) {
            int comma = packed.indexOf(',', from);
            int to = comma < 0 ? packed.length() : comma;
            if (to > from) {
                figures.accept(new BigDecimal(packed.substring(from, to)), place);
            }
            place++;
            from = to + 1;
        }
    }

    static Figures figures(StatutoryForm form, String packed) {
        List<CellId> cells = List.copyOf(form.cells().keySet());
        Map<CellId, BigDecimal> values = new LinkedHashMap<>();
        each(packed, (figure, place) -> values.put(cells.get(place), figure));
        return Figures.of(values);
    }

    static @Nullable BigDecimal at(int wanted, String packed) {
        @Nullable BigDecimal[] found = new @Nullable BigDecimal[1];
        each(packed, (figure, place) -> {
            if (place == wanted) {
                found[0] = figure;
            }
        });
        return found[0];
    }
}
