package org.disclosureledger.application.web.report;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.annualreport.ChartsQuery;
import org.disclosureledger.application.annualreport.ChartsQuery.ReportCharts;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.report.ChartSvg;
import org.disclosureledger.application.report.ReportChart;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The charts of a year, each with its data and the way into the figures. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/annual-reports/{year}/charts")
class ChartPages {

    private final ChartsQuery query;
    private final Organs organs;
    private final ChinaTime time;

    ChartPages(ChartsQuery query, Organs organs, ChinaTime time) {
        this.query = query;
        this.organs = organs;
        this.time = time;
    }

    /** A figure, and where it opens; null where it is no figure of the tables. */
    record Cell(String figure, @Nullable String href) {}

    /** A line of the data. */
    record Line(String label, List<Cell> cells) {}

    /**
     * A chart as it is shown.
     *
     * @param sum what the values add up to; null when a sum says nothing
     */
    record Shown(
            ReportChart chart,
            String svg,
            List<Line> lines,
            @Nullable Line sum) {}

    @GetMapping
    String charts(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        String instant = time.instant(asOf);
        ReportCharts charts = query.charts(organ, year, instant);
        String place = "/organs/" + Organs.inPath(organ) + "/annual-reports/";
        String typed = instant == null ? null : asOf;
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("asOf", typed);
        model.addAttribute("instantQuery", CellLinks.query(instant));
        model.addAttribute(
                "charts",
                charts.charts().stream()
                        .map(chart -> shown(chart, place, CellLinks.query(typed)))
                        .toList());
        model.addAttribute("unprocessed", CheckSummary.unprocessed(charts.tables()));
        model.addAttribute("readUpTo", charts.tables().readUpTo());
        return "report-charts";
    }

    private static Shown shown(ReportChart chart, String place, String query) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < chart.categories().size(); i++) {
            int index = i;
            lines.add(new Line(
                    chart.categories().get(i).label(),
                    chart.series().stream()
                            .map(series -> cell(series.values().get(index), chart, place, query))
                            .toList()));
        }
        ReportChart.Series first = chart.series().get(0);
        CellId sumIs = first.sumIs();
        Line sum = sumIs == null
                ? null
                : new Line(
                        "合计",
                        List.of(new Cell(
                                Long.toString(first.sum()), place + chart.year() + CellLinks.of(sumIs) + query)));
        return new Shown(chart, ChartSvg.draw(chart), lines, sum);
    }

    /** Figures of other years may be the published ones, which their own pages do not count: only this year's open. */
    private static Cell cell(ReportChart.Value value, ReportChart chart, String place, String query) {
        Long figure = value.figure();
        CellId cell = value.cell();
        return new Cell(
                figure == null ? "—" : Long.toString(figure),
                cell == null || value.year() != chart.year()
                        ? null
                        : place + value.year() + CellLinks.of(cell) + query);
    }
}
