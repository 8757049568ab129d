package org.disclosureledger.projections.annualtables;

import org.disclosureledger.projections.form.CellSource;
import org.jspecify.annotations.Nullable;

/** A case that counts under a measure. */
public record MeasuredCase(String measure, @Nullable String breakdown, CellCase counted) {

    public boolean isIn(CellSource source) {
        return source.counts(measure, breakdown);
    }
}
