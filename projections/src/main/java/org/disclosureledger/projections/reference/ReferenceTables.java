package org.disclosureledger.projections.reference;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.StatutoryForm;

/** What the reference counted, by organ and year. */
public final class ReferenceTables {

    private record Place(String organ, int year) {}

    private final Map<Place, Map<CellId, BigDecimal>> counted = new HashMap<>();
    private final Set<String> organs = new TreeSet<>();

    ReferenceTables(List<ReferenceStore.Counted> figures) {
        figures.forEach(figure -> {
            organs.add(figure.organ());
            counted.computeIfAbsent(new Place(figure.organ(), figure.year()), place -> new HashMap<>())
                    .put(figure.cell(), figure.figure());
        });
    }

    /** Those that have a figure in any of the years, in the order of their codes. */
    public Set<String> organs() {
        return Collections.unmodifiableSet(organs);
    }

    /** The form's figures: what has no case is 0, what nobody reported is blank. */
    public Figures figures(String organ, int year, StatutoryForm form) {
        Map<CellId, BigDecimal> found = counted.getOrDefault(new Place(organ, year), Map.of());
        Map<CellId, BigDecimal> values = new LinkedHashMap<>();
        form.cells().forEach((cell, source) -> {
            if (found.containsKey(cell) || !source.reported()) {
                values.put(cell, found.getOrDefault(cell, BigDecimal.ZERO));
            }
        });
        return Figures.of(values);
    }
}
