package org.disclosureledger.application.web.report;

import java.util.List;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.statistics.AnnualTablesReader;
import org.disclosureledger.application.statistics.TableComparison;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tables of a year at two instants side by side: what differs, and which cases and events make the difference. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/annual-reports/{year}/comparison")
class ComparisonPages {

    private final AnnualTablesReader reader;
    private final Organs organs;
    private final ChinaTime time;

    ComparisonPages(AnnualTablesReader reader, Organs organs, ChinaTime time) {
        this.reader = reader;
        this.organs = organs;
        this.time = time;
    }

    @GetMapping
    String compare(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        String earlier = time.instant(before);
        String later = time.instant(after);
        boolean asked = before != null;
        model.addAttribute("faults", asked && earlier == null ? List.of(new Fault("before", "请填写先前的时刻")) : List.of());
        if (earlier != null) {
            TableComparison comparison = reader.compare(organ, year, earlier, later);
            model.addAttribute("comparison", comparison);
            model.addAttribute("earlier", earlier);
            model.addAttribute("later", later);
        }
        return "comparison";
    }
}
