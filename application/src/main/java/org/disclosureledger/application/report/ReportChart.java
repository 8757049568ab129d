package org.disclosureledger.application.report;

import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;

/**
 * The data of a chart, whatever it is drawn as.
 *
 * @param counted what is counted, by which dates and which rule, in Chinese
 * @param series each with one value for each category
 */
public record ReportChart(ChartKind kind, int year, String counted, List<Category> categories, List<Series> series) {

    /** What a column or a bar stands for. */
    public record Category(String id, String label) {}

    /**
     * A number of cases (件).
     *
     * @param figure null where nothing is known
     * @param cell the figure of the tables that it is; null for a part of one
     * @param year the year whose tables have the cell
     */
    public record Value(@Nullable Long figure, @Nullable CellId cell, int year) {

        String printed() {
            return figure == null ? "—" : Long.toString(figure);
        }
    }

    /**
     * Values of one kind.
     *
     * @param sumIs the figure of the tables that the values add up to; null when a sum says nothing
     */
    public record Series(
            String id,
            String label,
            List<Value> values,
            @Nullable CellId sumIs) {

        public Series {
            values = List.copyOf(values);
        }

        long largest() {
            return values.stream()
                    .map(Value::figure)
                    .mapToLong(figure -> figure == null ? 0 : figure)
                    .max()
                    .orElse(0);
        }

        /** Of what is known. */
        public long sum() {
            return values.stream()
                    .map(Value::figure)
                    .mapToLong(figure -> figure == null ? 0 : figure)
                    .sum();
        }
    }

    public ReportChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException(kind + ": " + each.label());
            }
        }
    }

    /** With the years that it is of. */
    public String title() {
        if (kind != ChartKind.FIVE_YEARS) {
            return year + "年" + kind.label();
        }
        String first = categories.get(0).label();
        String last = categories.get(categories.size() - 1).label();
        return first.equals(last) ? last + "情况" : first + "至" + last + "情况";
    }

    /** All that the drawing shows, in a sentence for each series. */
    public String description() {
        return series.stream()
                .map(each -> {
                    StringBuilder text = new StringBuilder(each.label()).append("：");
                    for (int i = 0; i < categories.size(); i++) {
                        text.append(i == 0 ? "" : "，")
                                .append(categories.get(i).label())
                                .append(' ')
                                .append(each.values().get(i).printed())
                                .append("件");
                    }
                    return text.append("。").toString();
                })
                .collect(Collectors.joining());
    }
}
