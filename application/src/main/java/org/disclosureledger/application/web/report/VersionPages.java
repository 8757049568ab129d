package org.disclosureledger.application.web.report;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.annualreport.AnnualReports;
import org.disclosureledger.application.annualreport.ReportFormat;
import org.disclosureledger.application.annualreport.ReportPublishing;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.report.PublishableReport;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.statistics.AnnualTablesReader;
import org.disclosureledger.application.statistics.PublishedVersion;
import org.disclosureledger.application.statistics.TableComparison;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.AnnualReportRule;
import org.disclosureledger.domain.report.ReportProposal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The publication of an annual report: what stands against it, the versions, and how they differ from the tables now. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/annual-reports/{year}")
class VersionPages {

    private final ReportPublishing publishing;
    private final AnnualReports reports;
    private final AnnualTablesReader reader;
    private final Organs organs;
    private final ChinaTime time;
    private final IdempotencyKeys keys;

    VersionPages(
            ReportPublishing publishing,
            AnnualReports reports,
            AnnualTablesReader reader,
            Organs organs,
            ChinaTime time,
            IdempotencyKeys keys) {
        this.publishing = publishing;
        this.reports = reports;
        this.reader = reader;
        this.organs = organs;
        this.time = time;
        this.keys = keys;
    }

    /** What is typed into the forms of the page. */
    record Given(
            String publishedOn,
            String reason,
            boolean charts,
            String check,
            String waivedBy,
            String why,
            String notedBy,
            String note) {

        /** What was returned is changed, and not typed once more. */
        Given or(AnnualReportEvent.ReportProposed returned) {
            String why = returned.amendmentReason();
            return publishedOn.isEmpty() && reason.isEmpty()
                    ? new Given(
                            returned.publishedOn().toString(),
                            why == null ? "" : why,
                            charts,
                            check,
                            waivedBy,
                            this.why,
                            notedBy,
                            note)
                    : this;
        }

        static Given none() {
            return new Given("", "", false, "", "", "", "", "");
        }
    }

    @GetMapping("/publication")
    String page(@PathVariable("code") String organ, @PathVariable int year, Model model) {
        return page(organ, year, Given.none(), List.of(), model);
    }

    private String page(String organ, int year, Given given, List<Fault> faults, Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("over", year < time.thisYear());
        PublishableReport report = reports.report(organ, year, null);
        List<ReportPublishing.Obstacle> obstacles = publishing.obstacles(report.tables());
        model.addAttribute("obstacles", obstacles);
        model.addAttribute(
                "open", obstacles.stream().filter(o -> o.waiver() == null).toList());
        model.addAttribute("unfinished", report.unfinished().stream().sorted().toList());
        List<PublishedVersion> versions = publishing.versions(organ, year);
        model.addAttribute("versions", versions);
        model.addAttribute("next", versions.size() + 1);
        model.addAttribute("formats", ReportFormat.values());
        model.addAttribute("comparison", publishing.sinceThen(organ, year).orElse(null));
        model.addAttribute("carried", reader.carriedOver(organ, year).orElse(null));
        ReportProposal latest = publishing
                .proposal(organ, year)
                .filter(p -> p.isOpen() || p.isReturned())
                .orElse(null);
        model.addAttribute("approval", publishing.needsApproval(organ));
        model.addAttribute("proposal", latest);
        model.addAttribute(
                "ownProposal",
                latest != null
                        && latest.content().proposedBy().equals(Access.current().login()));
        model.addAttribute("given", latest == null || !latest.isReturned() ? given : given.or(latest.content()));
        model.addAttribute("faults", faults);
        return "report-publication";
    }

    @PostMapping("/publication")
    @Requires(Right.PUBLISH)
    String publish(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String publishedOn,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean charts,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        Given given = new Given(publishedOn, reason, charts, "", "", "", "", "");
        LocalDate day;
        try {
            day = LocalDate.parse(publishedOn.strip());
        } catch (DateTimeParseException e) {
            return page(organ, year, given, List.of(new Fault("publishedOn", "请填写发布日期，例如 2025-01-20")), model);
        }
        return attempt(
                () -> publishing.publish(
                        organ,
                        year,
                        day,
                        reason,
                        charts,
                        user.getName(),
                        keys.of(command, user.getName(), "publish", organ, year, publishedOn, reason, charts)),
                Map.of(),
                new Sent(organ, year, given, publishing.needsApproval(organ) ? "已提交审核。批准以后发布。" : "已发布。发布的文件在下面，从此不变。"),
                model,
                next);
    }

    @PostMapping("/proposals/{number}/approval")
    @Requires(Right.APPROVE)
    String approve(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        return attempt(
                () -> publishing.approve(
                        organ,
                        year,
                        number,
                        user.getName(),
                        keys.of(command, user.getName(), "approveReport", organ, year, number)),
                Map.of("publishedOn", "proposal", "reason", "proposal", "version", "proposal"),
                new Sent(organ, year, Given.none(), "已批准，已发布。发布的文件在下面，从此不变。"),
                model,
                next);
    }

    @PostMapping("/proposals/{number}/return")
    @Requires(Right.APPROVE)
    String giveBack(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String returnReason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        return attempt(
                () -> publishing.giveBack(
                        organ,
                        year,
                        number,
                        returnReason,
                        user.getName(),
                        keys.of(command, user.getName(), "returnReport", organ, year, number, returnReason)),
                Map.of(),
                new Sent(organ, year, Given.none(), "已退回，提交人可以修改以后再次提交。"),
                model,
                next);
    }

    @PostMapping("/proposals/{number}/withdrawal")
    @Requires(Right.PUBLISH)
    String withdraw(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        return attempt(
                () -> publishing.withdraw(
                        organ,
                        year,
                        number,
                        user.getName(),
                        keys.of(command, user.getName(), "withdrawReport", organ, year, number)),
                Map.of(),
                new Sent(organ, year, Given.none(), "已撤回，没有发布。"),
                model,
                next);
    }

    @PostMapping("/waivers")
    @Requires(Right.PUBLISH)
    String waive(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String check,
            @RequestParam(defaultValue = "") String waivedBy,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        return attempt(
                () -> publishing.waive(
                        organ,
                        year,
                        check,
                        waivedBy,
                        why,
                        user.getName(),
                        keys.of(command, user.getName(), "waive", organ, year, check, waivedBy, why)),
                Map.of("reason", "why"),
                new Sent(
                        organ, year, new Given("", "", false, check, waivedBy, why, "", ""), "已豁免。豁免印在报告里；数字变了，要重新豁免。"),
                model,
                next);
    }

    @PostMapping("/notes")
    @Requires(Right.PUBLISH)
    String note(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String notedBy,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        return attempt(
                () -> publishing.note(
                        organ,
                        year,
                        notedBy,
                        note,
                        user.getName(),
                        keys.of(command, user.getName(), "note", organ, year, notedBy, note)),
                Map.of("reason", "note", "version", "notedBy", "year", "notedBy"),
                new Sent(organ, year, new Given("", "", false, "", "", "", notedBy, note), "已记下说明。"),
                model,
                next);
    }

    private record Sent(String organ, int year, Given given, String done) {}

    /** @param fields where the page has what the rules call differently */
    private String attempt(Runnable act, Map<String, String> fields, Sent sent, Model model, RedirectAttributes next) {
        try {
            act.run();
        } catch (CommandRejected e) {
            List<Fault> faults = new ArrayList<>();
            e.findings()
                    .forEach(f -> faults.add(new Fault(
                            f.rule().equals(AnnualReportRule.CHECK_FAILS.name())
                                            || f.rule().equals(AnnualReportRule.TEXT_UNFINISHED.name())
                                    ? "obstacles"
                                    : fields.getOrDefault(f.fact(), f.fact()),
                            f.sentence(),
                            f.rule())));
            return page(sent.organ(), sent.year(), sent.given(), faults, model);
        } catch (Problem e) {
            return page(
                    sent.organ(),
                    sent.year(),
                    sent.given(),
                    List.of(new Fault("publication", String.valueOf(e.detail().getDetail()))),
                    model);
        }
        next.addFlashAttribute("done", sent.done());
        return "redirect:/organs/" + Organs.inPath(sent.organ()) + "/annual-reports/" + sent.year() + "/publication";
    }

    @GetMapping("/versions/{version}/differences")
    String differences(
            @PathVariable("code") String organ, @PathVariable int year, @PathVariable int version, Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        PublishedVersion published = publishing.require(organ, year, version);
        TableComparison comparison = reader.compare(organ, year, published);
        model.addAttribute("version", published);
        model.addAttribute("comparison", comparison);
        return "version-differences";
    }
}
