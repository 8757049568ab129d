package org.disclosureledger.application.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.application.report.YearOnYear;
import org.disclosureledger.application.statistics.AnnualTablesReader.TwoYears;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.PrintedTable;
import org.disclosureledger.projections.form.StatutoryForm;
import org.jspecify.annotations.Nullable;

/**
 * A year beside the one before, row by row: of the requests the totals of all applicants, of the rest every figure.
 *
 * @param parts by the heading of the printed table
 */
public record YearComparison(TwoYears years, Map<String, List<Row>> parts) {

    private static final String REQUESTS = "requests";
    private static final Pattern ARTICLE = Pattern.compile("第.+条第.+项");

    /**
     * A figure of both years; null where nothing was reported or nothing is known of last year.
     *
     * @param labels from the outermost
     * @param inBefore whether last year's form has the cell, too
     */
    public record Row(
            CellId cell,
            List<String> labels,
            @Nullable BigDecimal now,
            @Nullable BigDecimal before,
            boolean inBefore) {

        /** Null when one of them is not known. */
        public @Nullable BigDecimal change() {
            return YearOnYear.change(now, before);
        }

        /** Null when last year is not known or 0. */
        public @Nullable BigDecimal percent() {
            return YearOnYear.percent(now, before);
        }

        public String label() {
            return String.join(" · ", labels);
        }
    }

    public static YearComparison of(TwoYears years) {
        StatutoryForm form = years.now().form();
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        for (PrintedTable table : form.printed()) {
            List<Row> rows = new ArrayList<>();
            table.rows()
                    .forEach(cells -> cells.forEach(printed -> {
                        CellId cell = printed.figure();
                        if (cell != null
                                && (!cell.table().equals(REQUESTS)
                                        || cell.column().equals("total"))) {
                            rows.add(row(years, form, cell));
                        }
                    }));
            parts.put(table.part(), List.copyOf(rows));
        }
        return new YearComparison(years, parts);
    }

    private static Row row(TwoYears years, StatutoryForm form, CellId cell) {
        EarlierYear before = years.before();
        // The article stands above a block of figures and tells none from another.
        List<String> labels = Stream.of(form.describe(cell).split(" · "))
                .filter(label -> !ARTICLE.matcher(label).matches())
                .toList();
        if (cell.table().equals(REQUESTS)) {
            // The last two say that it is the total of all applicants, as all rows here are.
            labels = labels.subList(0, labels.size() - 2);
        }
        return new Row(
                cell,
                labels,
                years.now().figures().find(cell),
                before == null ? null : before.figures().find(cell),
                before != null && before.form().cells().containsKey(cell));
    }
}
