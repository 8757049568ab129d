package org.disclosureledger.projections.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;

/** A cell that was not counted alike; null where a side leaves it blank. */
public record ReferenceDifference(
        CellId cell, @Nullable BigDecimal live, @Nullable BigDecimal reference) {

    /** All of them, in the order of the first figures. They differ when they would be printed otherwise. */
    public static List<ReferenceDifference> between(Figures live, Figures reference) {
        Set<CellId> cells = new LinkedHashSet<>(live.values().keySet());
        cells.addAll(reference.values().keySet());
        List<ReferenceDifference> differences = new ArrayList<>();
        for (CellId cell : cells) {
            if (!live.printed(cell).equals(reference.printed(cell))) {
                differences.add(new ReferenceDifference(cell, live.find(cell), reference.find(cell)));
            }
        }
        return differences;
    }
}
