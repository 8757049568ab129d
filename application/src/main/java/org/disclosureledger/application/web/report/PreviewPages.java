package org.disclosureledger.application.web.report;

import java.util.List;
import org.disclosureledger.application.annualreport.AnnualReports;
import org.disclosureledger.application.annualreport.ChartsQuery;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.report.HtmlReport;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The whole report as it will be printed. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/annual-reports/{year}/preview")
class PreviewPages {

    private final AnnualReports reports;
    private final ChartsQuery charts;
    private final Organs organs;
    private final ChinaTime time;

    PreviewPages(AnnualReports reports, ChartsQuery charts, Organs organs, ChinaTime time) {
        this.reports = reports;
        this.charts = charts;
        this.organs = organs;
        this.time = time;
    }

    @GetMapping
    String preview(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(name = "charts", defaultValue = "false") boolean withCharts,
            Model model) {
        String instant = time.instant(asOf);
        PublishableReport report = reports.report(organ, year, instant);
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute("withCharts", withCharts);
        model.addAttribute("title", report.title());
        model.addAttribute("html", HtmlReport.body(report, withCharts ? charts.charts(report.tables()) : List.of()));
        return "report-preview";
    }
}
