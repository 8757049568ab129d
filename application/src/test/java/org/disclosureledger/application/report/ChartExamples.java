package org.disclosureledger.application.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.application.report.ReportChart.Category;
import org.disclosureledger.application.report.ReportChart.Series;
import org.disclosureledger.application.report.ReportChart.Value;
import org.disclosureledger.domain.request.Outcome;

/** Charts to draw. */
final class ChartExamples {

    private ChartExamples() {}

    static ReportChart months() {
        return chart(
                ChartKind.RECEIVED_BY_MONTH,
                IntStream.rangeClosed(1, 12).mapToObj(m -> m + "月").toList(),
                series("received", "本年新收", 12, 7, 31, 0, 18, 22, 104, 9, 3, 15, 28, 40));
    }

    static ReportChart results() {
        return chart(
                ChartKind.RESULTS,
                Stream.of(Outcome.values()).map(Outcome::label).toList(),
                series("total", "本年度办结", 412, 96, 0, 0, 0, 21, 14, 33, 47, 0, 280, 44, 0, 62, 29, 0, 0, 0, 18, 2, 37));
    }

    static ReportChart years() {
        return chart(
                ChartKind.FIVE_YEARS,
                List.of("2020年", "2021年", "2022年", "2023年", "2024年"),
                series("received", "新收申请", 812, 900, 1001, 1188, 1234),
                series("answered", "办结申请", 800, 911, 990, 1150, 1225),
                series("reconsiderations", "行政复议", 20, 31, 44, 57, 60),
                series("suits", "行政诉讼", 9, 0, 12, 28, 32));
    }

    static List<ReportChart> all() {
        return List.of(months(), results(), years());
    }

    private static ReportChart chart(ChartKind kind, List<String> labels, Series... series) {
        return new ReportChart(
                kind,
                2024,
                "按法定日期计入。",
                labels.stream().map(label -> new Category(label, label)).toList(),
                List.of(series));
    }

    private static Series series(String id, String label, long... figures) {
        return new Series(
                id,
                label,
                IntStream.range(0, figures.length)
                        .mapToObj(i -> new Value(figures[i], null, 2024))
                        .toList(),
                null);
    }
}
