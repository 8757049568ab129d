package org.disclosureledger.application.web.report;

import java.math.BigDecimal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.disclosureledger.application.annualreport.AnnualReports;
import org.disclosureledger.application.annualreport.ReportPublishing;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.report.HtmlReport;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.statistics.AnnualTablesReader;
import org.disclosureledger.application.statistics.PublishedVersion;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.domain.tally.TallyFact;
import org.disclosureledger.domain.tally.TallyItem;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.CellCase;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The annual report: its tables with the way into each figure, its checks, its text, its files. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/annual-reports")
public class ReportPages {

    /** How many cases of a figure stand on one page. */
    private static final int CASES = 100;

    private static final int FIRST_YEAR = 2021;

    private final Organs organs;
    private final Registers registers;
    private final AnnualTablesReader reader;
    private final AnnualReports reports;
    private final ReportPublishing publishing;
    private final ChinaTime time;
    private final IdempotencyKeys keys;

    public ReportPages(
            Organs organs,
            Registers registers,
            AnnualTablesReader reader,
            AnnualReports reports,
            ReportPublishing publishing,
            ChinaTime time,
            IdempotencyKeys keys) {
        this.organs = organs;
        this.registers = registers;
        this.reader = reader;
        this.reports = reports;
        this.publishing = publishing;
        this.time = time;
        this.keys = keys;
    }

    /** A case behind a figure. */
    public record Counted(
            String caseId,
            String number,
            String register,
            @Nullable String quantity,
            List<Long> events) {}

    /** A text part with its paragraphs. */
    public record Text(ReportSection section, String numeral, boolean written, boolean unfinished, String html) {}

    @GetMapping
    String latest(@PathVariable("code") String organ) {
        organs.require(organ);
        int year = registers.years(organ).stream()
                .filter(y -> y >= FIRST_YEAR && y <= time.thisYear())
                .findFirst()
                .orElse(time.thisYear());
        return "redirect:/organs/" + Organs.inPath(organ) + "/annual-reports/" + year;
    }

    @GetMapping("/{year}")
    String report(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        return report(organ, year, asOf, List.of(), Map.of(), model);
    }

    private String report(
            String organ,
            int year,
            @Nullable String asOf,
            List<Fault> faults,
            Map<String, String> amounts,
            Model model) {
        String instant = time.instant(asOf);
        AnnualTables tables = reader.tables(organ, year, instant);
        Map<ReportSection, AnnualReports.Part> parts = reports.parts(tables);
        String place = "/organs/" + Organs.inPath(organ) + "/annual-reports/" + year;
        String query = CellLinks.query(instant == null ? null : asOf);
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("years", years(organ, year));
        model.addAttribute("title", PublishableReport.title(tables));
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute("instantQuery", CellLinks.query(instant));
        model.addAttribute("tables", tables);
        model.addAttribute("tablesHtml", HtmlReport.tablesHtml(tables, c -> place + CellLinks.of(c) + query));
        model.addAttribute("checks", CheckSummary.of(tables));
        PublishedVersion published = publishing.latest(organ, year).orElse(null);
        model.addAttribute("published", published);
        model.addAttribute("differing", published == null ? 0 : differing(tables, published));
        model.addAttribute("thisYear", time.thisYear());
        model.addAttribute("rules", PublishableReport.rulesSentence(tables));
        model.addAttribute("unfilled", instant == null ? unfilled(tables) : List.of());
        model.addAttribute("amounts", amounts);
        model.addAttribute("faults", faults);
        List<Text> texts = new ArrayList<>();
        parts.forEach((section, part) -> texts.add(text(part)));
        model.addAttribute("texts", texts);
        return "report";
    }

    private static long differing(AnnualTables now, PublishedVersion published) {
        Figures then = published.figures();
        return now.form().cells().keySet().stream()
                .filter(cell -> !now.figures().printed(cell).equals(then.printed(cell)))
                .count();
    }

    private static Text text(AnnualReports.Part part) {
        String numeral = switch (part.section()) {
            case OVERVIEW -> "一";
            case PROBLEMS -> "五";
            case OTHER_MATTERS -> "六";
        };
        return new Text(
                part.section(),
                numeral,
                part.written(),
                part.text().contains("【请补充："),
                HtmlReport.textHtml(part.text()));
    }

    /** What the organ reports by number and has not reported yet: blank in the table, which is not 0. */
    private static List<TallyItem> unfilled(AnnualTables tables) {
        List<TallyItem> items = new ArrayList<>();
        for (TallyItem item : TallyItem.values()) {
            boolean blank = tables.form().cells().keySet().stream()
                    .filter(c -> c.table().equals("proactive") && c.row().equals(item.id()))
                    .anyMatch(c -> tables.figures().find(c) == null);
            if (blank) {
                items.add(item);
            }
        }
        return items;
    }

    @PostMapping("/{year}/tallies")
    @Requires(Right.REPORT)
    String fill(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        Map<String, String> typed = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (TallyItem item : TallyItem.values()) {
            String amount = given.getFirst(item.id());
            if (amount != null && !amount.isBlank()) {
                typed.put(item.id(), amount.strip());
            }
        }
        if (typed.isEmpty()) {
            faults.add(new Fault("tallies", "请至少填写一项；没有发生的填 0"));
        }
        Map<String, String> left = new LinkedHashMap<>(typed);
        typed.forEach((item, amount) -> {
            try {
                registers.enter(
                        organ,
                        RegisterLayout.TALLIES,
                        new Registers.Typed(
                                Map.of(
                                        TallyFact.YEAR.id(), Integer.toString(year),
                                        TallyFact.ITEM.id(), item,
                                        TallyFact.AMOUNT.id(), amount),
                                Map.of(),
                                false,
                                null),
                        user.getName(),
                        keys.of(
                                command == null ? null : command + "." + item,
                                user.getName(),
                                "tally",
                                organ,
                                year,
                                amount));
                left.remove(item);
            } catch (CommandRejected e) {
                e.findings()
                        .forEach(f ->
                                faults.add(new Fault(item, TallyItem.of(item).label() + "：" + f.sentence())));
            }
        });
        if (!faults.isEmpty()) {
            return report(organ, year, null, faults, left, model);
        }
        next.addFlashAttribute("done", "已登记，表格已按新的数字统计。");
        return "redirect:/organs/" + Organs.inPath(organ) + "/annual-reports/" + year;
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
        int shown = Math.clamp(page, 1, Integer.MAX_VALUE / CASES);
        AnnualTablesReader.PageOfCell opened =
                reader.open(organ, year, new CellId(table, row, column), instant, (shown - 1) * CASES, CASES);
        AnnualTables tables = opened.tables();
        BigDecimal figure = tables.figures().find(opened.cell());
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("asOf", instant == null ? null : asOf);
        model.addAttribute(
                "labels", List.of(tables.form().describe(opened.cell()).split(" · ")));
        model.addAttribute("figure", figure == null ? null : figure.toPlainString());
        model.addAttribute("unprocessed", CheckSummary.unprocessed(tables));
        model.addAttribute("readUpTo", tables.readUpTo());
        model.addAttribute("rules", PublishableReport.rulesSentence(tables));
        model.addAttribute(
                "cases",
                opened.cases().cases().stream().map(ReportPages::counted).toList());
        model.addAttribute("count", opened.cases().count());
        model.addAttribute("page", shown);
        model.addAttribute("pages", Math.max(1, (opened.cases().count() + CASES - 1) / CASES));
        return "cell";
    }

    private static Counted counted(CellCase counted) {
        String register = counted.register();
        String number = counted.number();
        return new Counted(
                counted.caseId(),
                number == null ? counted.caseId() : words(register, number),
                register == null
                        ? ""
                        : RegisterLayout.byId(register)
                                .map(RegisterLayout::title)
                                .orElse(register),
                counted.quantity().compareTo(BigDecimal.ONE) == 0
                        ? null
                        : counted.quantity().toPlainString(),
                counted.events());
    }

    /** A tally has no number of its own: it is called by its year and item. */
    private static String words(@Nullable String register, String number) {
        if (!RegisterLayout.TALLIES.id().equals(register)) {
            return number;
        }
        for (TallyItem item : TallyItem.values()) {
            if (number.endsWith(" " + item.id())) {
                return number.substring(0, number.length() - item.id().length()) + item.label();
            }
        }
        return number;
    }

    @GetMapping("/{year}/sections/{section}")
    @Requires(Right.REPORT)
    String text(@PathVariable("code") String organ, @PathVariable int year, @PathVariable String section, Model model) {
        AnnualReports.Part part = part(organ, year, section);
        return textForm(organ, year, part, part.text(), List.of(), model);
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
        AnnualReports.Part part = part(organ, year, section);
        if (text.isBlank()) {
            return textForm(organ, year, part, text, List.of(new Fault("text", "请填写本部分的文字")), model);
        }
        try {
            reports.write(
                    organ,
                    year,
                    part.section(),
                    text,
                    user.getName(),
                    keys.of(command, user.getName(), "write", organ, year, section, text));
        } catch (Problem e) {
            return textForm(
                    organ,
                    year,
                    part,
                    text,
                    List.of(new Fault("text", String.valueOf(e.detail().getDetail()))),
                    model);
        }
        next.addFlashAttribute("done", "已保存“" + part.section().label() + "”。");
        return "redirect:/organs/" + Organs.inPath(organ) + "/annual-reports/" + year;
    }

    private AnnualReports.Part part(String organ, int year, String section) {
        ReportSection wanted = java.util.Arrays.stream(ReportSection.values())
                .filter(s -> s.id().equals(section))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("年度报告没有这个部分。"));
        AnnualReports.Part part =
                reports.parts(reader.tables(organ, year, null)).get(wanted);
        if (part == null) {
            throw Problem.notFound("年度报告没有这个部分。");
        }
        return part;
    }

    private String textForm(
            String organ, int year, AnnualReports.Part part, String text, List<Fault> faults, Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("part", part);
        model.addAttribute(
                "heading", text(part).numeral() + "、" + part.section().label());
        model.addAttribute("text", text);
        model.addAttribute("faults", faults);
        return "section";
    }

    private List<Integer> years(String organ, int year) {
        TreeSet<Integer> years = new TreeSet<>(registers.years(organ));
        years.add(time.thisYear());
        years.add(time.thisYear() - 1);
        years.removeIf(y -> y < FIRST_YEAR || y > time.thisYear());
        years.add(year);
        return List.copyOf(years.descendingSet());
    }
}
