package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;

/** The figures of a set of annual tables by cell. A cell that nobody filled has no figure; that is not 0. */
public final class Figures {

    private final Map<CellId, BigDecimal> values;

    private Figures(Map<CellId, BigDecimal> values) {
        this.values = values;
    }

    public static Figures of(Map<CellId, BigDecimal> values) {
        return new Figures(Collections.unmodifiableMap(new LinkedHashMap<>(values)));
    }

    public @Nullable BigDecimal find(CellId cell) {
        return values.get(cell);
    }

    public @Nullable BigDecimal find(String table, String row, String column) {
        return values.get(new CellId(table, row, column));
    }

    /** As it is printed: plain digits with the decimals that were reported, and nothing for a cell that is not filled. */
    public String printed(CellId cell) {
        BigDecimal value = values.get(cell);
        return value == null ? "" : value.toPlainString();
    }

    public Map<CellId, BigDecimal> values() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Figures f && f.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
