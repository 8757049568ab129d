package org.disclosureledger.application.web.report;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.consolidation.ConsolidatedMember;
import org.disclosureledger.application.consolidation.ConsolidatedPublishing;
import org.disclosureledger.application.consolidation.ConsolidatedVersion;
import org.disclosureledger.application.consolidation.ConsolidatedVersions;
import org.disclosureledger.application.consolidation.Consolidation;
import org.disclosureledger.application.consolidation.Consolidations;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.report.HtmlReport;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.organ.OrganTree;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.reported.ReportedVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The consolidated report: its sums with the way into each organ's figure, its organs, its texts. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/consolidated-reports")
class ConsolidatedPages {

    /** How many organs of a figure stand on one page. */
    private static final int ORGANS = 100;

    private static final int FIRST_YEAR = 2021;
    private static final int YEARS_BACK = 3;

    private final Organs organs;
    private final Consolidations consolidations;
    private final ConsolidatedPublishing publishing;
    private final ConsolidatedVersions versions;
    private final Ledger ledger;
    private final ChinaTime time;
    private final IdempotencyKeys keys;

    ConsolidatedPages(
            Organs organs,
            Consolidations consolidations,
            ConsolidatedPublishing publishing,
            ConsolidatedVersions versions,
            Ledger ledger,
            ChinaTime time,
            IdempotencyKeys keys) {
        this.organs = organs;
        this.consolidations = consolidations;
        this.publishing = publishing;
        this.versions = versions;
        this.ledger = ledger;
        this.time = time;
        this.keys = keys;
    }

    /** A text part with its paragraphs. */
    record Text(ReportSection section, String numeral, String written, String html) {}

    /**
     * What an organ adds to a figure.
     *
     * @param asOf when what is summed was recorded, as the pages of the organ take it; null when nothing is
     */
    record ShareRow(
            ConsolidatedMember member,
            @Nullable String figure,
            @Nullable String asOf) {}

    @GetMapping
    String latest(@PathVariable("code") String organ) {
        organs.require(organ);
        return "redirect:/organs/" + Organs.inPath(organ) + "/consolidated-reports/" + (time.thisYear() - 1);
    }

    @GetMapping("/{year}")
    String report(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        return report(organ, year, asOf, Map.of(), List.of(), model);
    }

    private String report(
            String organ,
            int year,
            @Nullable String asOf,
            Map<ReportSection, String> typed,
            List<Fault> faults,
            Model model) {
        String instant = time.instant(asOf);
        Consolidation now = consolidations.of(organ, year, instant);
        AnnualTables tables = now.tables();
        String place = "/organs/" + Organs.inPath(organ) + "/consolidated-reports/" + year;
        String query = CellLinks.query(instant == null ? null : asOf);
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("years", years(year));
        model.addAttribute("title", PublishableReport.consolidatedTitle(tables.organName(), year));
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute("instantQuery", CellLinks.query(instant));
        model.addAttribute("consolidation", now);
        model.addAttribute("rule", OrganTree.MEMBER_RULE);
        model.addAttribute("checks", CheckSummary.of(tables));
        model.addAttribute("tablesHtml", HtmlReport.tablesHtml(tables, c -> place + CellLinks.of(c) + query));
        model.addAttribute("changed", instant == null ? consolidations.changedSince(now) : List.of());
        ConsolidatedVersion latest =
                versions.latest(organ, year, tables.readUpTo()).orElse(null);
        model.addAttribute("published", latest);
        model.addAttribute("since", latest == null ? null : consolidations.since(now, latest));
        model.addAttribute(
                "open",
                publishing.obstacles(now).stream()
                        .filter(o -> o.waiver() == null)
                        .count());
        List<Text> texts = new ArrayList<>();
        publishing.texts(now).forEach((section, text) -> texts.add(text(section, typed.getOrDefault(section, text))));
        model.addAttribute("texts", texts);
        model.addAttribute("faults", faults);
        return "consolidated-report";
    }

    private static Text text(ReportSection section, String text) {
        String numeral = switch (section) {
            case OVERVIEW -> "一";
            case PROBLEMS -> "五";
            case OTHER_MATTERS -> "六";
        };
        return new Text(section, numeral, text, HtmlReport.textHtml(text));
    }

    private List<Integer> years(int shown) {
        TreeSet<Integer> years = new TreeSet<>();
        for (int back = 0; back <= YEARS_BACK; back++) {
            years.add(time.thisYear() - back);
        }
        years.removeIf(y -> y < FIRST_YEAR);
        years.add(shown);
        return List.copyOf(years.descendingSet());
    }

    @PostMapping("/{year}/sections/{section}")
    @Requires(Right.REPORT)
    String write(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        ReportSection part;
        try {
            part = ReportSection.of(section);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("没有这个部分");
        }
        try {
            publishing.write(
                    organ,
                    year,
                    part,
                    text,
                    user.getName(),
                    keys.of(command, user.getName(), "writeConsolidated", organ, year, section, text));
        } catch (Problem e) {
            return report(
                    organ,
                    year,
                    null,
                    Map.of(part, text),
                    List.of(new Fault(part.id(), String.valueOf(e.detail().getDetail()))),
                    model);
        }
        next.addFlashAttribute("done", "已写入：" + part.label() + "。");
        return "redirect:/organs/" + Organs.inPath(organ) + "/consolidated-reports/" + year;
    }

    @GetMapping("/{year}/cells/{table}/{row}/{column}")
    String cell(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @PathVariable String table,
            @PathVariable String row,
            @PathVariable String column,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        String instant = time.instant(asOf);
        Consolidations.OpenedSum opened = consolidations.open(organ, year, new CellId(table, row, column), instant);
        AnnualTables tables = opened.consolidation().tables();
        BigDecimal figure = tables.figures().find(opened.cell());
        int pages = Math.max(1, (opened.shares().size() + ORGANS - 1) / ORGANS);
        int shown = Math.clamp(page, 1, pages);
        List<Consolidations.Share> ofPage = opened.shares().stream()
                .skip((shown - 1L) * ORGANS)
                .limit(ORGANS)
                .toList();
        Map<Long, String> recorded = recorded(ofPage);
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute(
                "labels", List.of(tables.form().describe(opened.cell()).split(" · ")));
        model.addAttribute("figure", figure == null ? null : figure.toPlainString());
        model.addAttribute("path", CellLinks.of(opened.cell()));
        model.addAttribute(
                "shares", ofPage.stream().map(share -> row(share, recorded)).toList());
        model.addAttribute("readUpTo", tables.readUpTo());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return "consolidated-cell";
    }

    /** When the events behind these shares were recorded, in China, to be asked for as an instant. */
    private Map<Long, String> recorded(List<Consolidations.Share> shares) {
        Map<Long, String> recorded = new HashMap<>();
        for (StoredEvent stored : ledger.numbered(shares.stream()
                .map(share -> share.member().version())
                .filter(Objects::nonNull)
                .map(ReportedVersion::number)
                .collect(Collectors.toSet()))) {
            recorded.put(
                    stored.number(),
                    LocalDateTime.ofInstant(stored.recordedAt(), ClockConfiguration.CHINA)
                            .toString());
        }
        return recorded;
    }

    private static ShareRow row(Consolidations.Share share, Map<Long, String> recorded) {
        BigDecimal figure = share.figure();
        ReportedVersion version = share.member().version();
        return new ShareRow(
                share.member(),
                figure == null ? null : figure.toPlainString(),
                version == null ? null : recorded.get(version.number()));
    }
}
