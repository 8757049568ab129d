package org.disclosureledger.application.annualreport;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.disclosureledger.application.report.ReportChart;
import org.jspecify.annotations.Nullable;

/** The data of the charts of a year. */
@Schema(name = "ReportCharts", description = "年度报告的图的数据")
record ChartsReply(
        @Schema(description = "机关代码") String organ,
        @Schema(description = "年度", example = "2024") int year,
        @Schema(description = "按这一时刻已知的内容，空为现在") @Nullable Instant asOf,
        @Schema(description = "计入的最后一个事件的编号") long readUpTo,
        List<ChartReply> charts) {

    @Schema(name = "ReportChart", description = "一张图的数据")
    record ChartReply(
            @Schema(description = "哪一张图", example = "receivedByMonth")
            String chart,

            @Schema(description = "标题") String title,
            @Schema(description = "数的是什么") String counted,
            List<CategoryReply> categories,
            List<SeriesReply> series) {

        static ChartReply of(ReportChart chart) {
            return new ChartReply(
                    chart.kind().id(),
                    chart.title(),
                    chart.counted(),
                    chart.categories().stream()
                            .map(c -> new CategoryReply(c.id(), c.label()))
                            .toList(),
                    chart.series().stream().map(SeriesReply::of).toList());
        }
    }

    @Schema(name = "ChartCategory", description = "一柱、一条所代表的")
    record CategoryReply(
            @Schema(description = "标识：月份、结果、申请人类型、用时、年度") String id,
            @Schema(description = "名称") String label) {}

    @Schema(name = "ChartSeries", description = "一组数，件")
    record SeriesReply(
            @Schema(description = "标识") String id,
            @Schema(description = "名称") String label,

            @Schema(description = "次序同 categories，不知道的为空") List<@Nullable Long> values,

            @Schema(description = "各数之和；按月、按结果、按类型、按用时的，等于报表中的一格")
            long sum) {

        static SeriesReply of(ReportChart.Series series) {
            return new SeriesReply(
                    series.id(),
                    series.label(),
                    series.values().stream().map(ReportChart.Value::figure).toList(),
                    series.sum());
        }
    }

    static ChartsReply of(ChartsQuery.ReportCharts charts) {
        return new ChartsReply(
                charts.tables().organCode(),
                charts.tables().year(),
                charts.tables().asOf(),
                charts.tables().readUpTo(),
                charts.charts().stream().map(ChartReply::of).toList());
    }
}
