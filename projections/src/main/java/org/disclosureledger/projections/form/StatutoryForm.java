package org.disclosureledger.projections.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statutory form: data, not code. Another form is another value of this type.
 *
 * @param id e.g. {@code 2021-30}
 * @param title the notice that prescribes it
 * @param firstYear the first reporting year that it is used for
 * @param lastYear the last one, null while it is in force
 * @param cells what each figure counts, in the order of the form
 * @param printed the tables as printed, in the order of the report
 */
public record StatutoryForm(
        String id,
        String title,
        int firstYear,
        @Nullable Integer lastYear,
        Map<CellId, CellSource> cells,
        List<PrintedTable> printed) {

    public boolean covers(int year) {
        return year >= firstYear && (lastYear == null || year <= lastYear);
    }

    /** The official labels that lead to a figure: from its row, then its column. */
    public String describe(CellId cell) {
        return CellLabels.of(this, cell);
    }
}
