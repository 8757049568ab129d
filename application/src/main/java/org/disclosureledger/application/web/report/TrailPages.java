package org.disclosureledger.application.web.report;

import java.util.Map;
import org.disclosureledger.application.annualreport.AnnualReportWiring;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.statistics.YearTrail;
import org.disclosureledger.application.statistics.YearTrail.Notable;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.casefile.EventWords;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.projections.trail.Notability;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an auditor of a year looks at first. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/annual-reports/{year}/trail")
class TrailPages {

    private static final int PAGE = 100;

    private final YearTrail trail;
    private final Organs organs;
    private final ChinaTime time;

    TrailPages(YearTrail trail, Organs organs, ChinaTime time) {
        this.trail = trail;
        this.organs = organs;
        this.time = time;
    }

    /** An event in words. */
    public record Line(Notable notable, String name, String reasons, String by, String source, boolean ofReport) {

        static Line of(Notable notable) {
            Map<String, String> metadata = notable.event().metadata();
            String file = metadata.get("file");
            return new Line(
                    notable,
                    EventWords.of(notable.event().row().type()),
                    String.join(
                            "、",
                            notable.reasons().stream().map(Notability::label).toList()),
                    metadata.getOrDefault("by", "—"),
                    file == null ? "" : "文件“" + file + "”第 " + metadata.getOrDefault("row", "?") + " 行",
                    notable.event().aggregateType().equals(AnnualReportWiring.AGGREGATE));
        }
    }

    @GetMapping
    String list(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "7") int days,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Notability only = Coded.find(Notability.class, reason).orElse(null);
        String instant = time.instant(asOf);
        int wanted = Math.clamp(page, 1, Integer.MAX_VALUE / PAGE);
        YearTrail.Part found = part(organ, year, only, days, instant, wanted);
        int pages = (int) Math.max(1, (found.count() + PAGE - 1) / PAGE);
        int shown = Math.min(wanted, pages);
        if (shown < wanted) {
            found = part(organ, year, only, days, instant, shown);
        }
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("reasons", Notability.values());
        model.addAttribute("reason", only == null ? "" : only.id());
        model.addAttribute("days", Math.max(0, days));
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute("count", found.count());
        model.addAttribute("readUpTo", found.behind() ? found.readUpTo() : null);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("lines", found.events().stream().map(Line::of).toList());
        return "trail";
    }

    private YearTrail.Part part(
            String organ, int year, @Nullable Notability only, int days, @Nullable String instant, int page) {
        return trail.of(organ, year, only, Math.max(0, days), instant, (page - 1) * PAGE, PAGE);
    }
}
