package org.disclosureledger.application.web.report;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.statistics.AnnualTablesReader;
import org.disclosureledger.application.statistics.EarlierYear;
import org.disclosureledger.application.statistics.YearComparison;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of a year beside those of the year before. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/annual-reports/{year}/years")
class YearsPages {

    private final AnnualTablesReader reader;
    private final Organs organs;
    private final ChinaTime time;

    YearsPages(AnnualTablesReader reader, Organs organs, ChinaTime time) {
        this.reader = reader;
        this.organs = organs;
        this.time = time;
    }

    /**
     * A row as it is shown.
     *
     * @param beforeHref where last year's figure opens; null when it is not known
     */
    record Shown(
            String label,
            String now,
            String nowHref,
            String before,
            @Nullable String beforeHref,
            String change,
            String percent) {}

    @GetMapping
    String years(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        String instant = time.instant(asOf);
        AnnualTables tables = reader.tables(organ, year, instant);
        YearComparison comparison = YearComparison.of(reader.besideLastYear(tables));
        EarlierYear before = comparison.years().before();
        String place = "/organs/" + Organs.inPath(organ) + "/annual-reports/";
        String query = CellLinks.query(instant == null ? null : asOf);
        LocalDateTime published = before == null ? null : before.publishedAt();
        String queryBefore = published == null ? query : CellLinks.query(published.toString());
        Map<String, List<Shown>> parts = new LinkedHashMap<>();
        comparison.parts().forEach((part, rows) -> {
            List<Shown> shown = new ArrayList<>();
            for (YearComparison.Row row : rows) {
                shown.add(new Shown(
                        row.label(),
                        figure(row.now()),
                        place + year + CellLinks.of(row.cell()) + query,
                        figure(row.before()),
                        row.inBefore() ? place + (year - 1) + CellLinks.of(row.cell()) + queryBefore : null,
                        signed(row.change(), ""),
                        signed(row.percent(), "%")));
            }
            parts.put(part, shown);
        });
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute("before", before);
        model.addAttribute("parts", parts);
        model.addAttribute("unprocessed", CheckSummary.unprocessed(tables));
        model.addAttribute("readUpTo", tables.readUpTo());
        return "report-years";
    }

    /** A figure that was not reported is not 0. */
    private static String figure(@Nullable BigDecimal figure) {
        return figure == null ? "—" : figure.toPlainString();
    }

    private static String signed(@Nullable BigDecimal number, String unit) {
        if (number == null) {
            return "—";
        }
        String sign = number.signum() == 0 ? "" : number.signum() > 0 ? "+" : "−";
        return sign + number.abs().toPlainString() + unit;
    }
}
