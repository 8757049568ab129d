package org.disclosureledger.application.web.report;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.annualreport.ReportFormat;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.consolidation.ConsolidatedPublishing;
import org.disclosureledger.application.consolidation.ConsolidatedVersion;
import org.disclosureledger.application.consolidation.ConsolidatedVersions;
import org.disclosureledger.application.consolidation.Consolidation;
import org.disclosureledger.application.consolidation.Consolidations;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.report.AnnualReportRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The publication of a consolidated report: what stands against it, the versions, and what its organs changed since. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/consolidated-reports/{year}")
class ConsolidatedPublicationPages {

    private final Consolidations consolidations;
    private final ConsolidatedPublishing publishing;
    private final ConsolidatedVersions versions;
    private final Organs organs;
    private final ChinaTime time;
    private final IdempotencyKeys keys;

    ConsolidatedPublicationPages(
            Consolidations consolidations,
            ConsolidatedPublishing publishing,
            ConsolidatedVersions versions,
            Organs organs,
            ChinaTime time,
            IdempotencyKeys keys) {
        this.consolidations = consolidations;
        this.publishing = publishing;
        this.versions = versions;
        this.organs = organs;
        this.time = time;
        this.keys = keys;
    }

    /** What is typed into the forms of the page. */
    record Given(String publishedOn, String reason, String check, String waivedBy, String why) {

        static Given none() {
            return new Given("", "", "", "", "");
        }
    }

    @GetMapping("/publication")
    String page(@PathVariable("code") String organ, @PathVariable int year, Model model) {
        return page(organ, year, Given.none(), List.of(), model);
    }

    private String page(String organ, int year, Given given, List<Fault> faults, Model model) {
        Consolidation now = consolidations.of(organ, year, null);
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("year", year);
        model.addAttribute("over", year < time.thisYear());
        List<ConsolidatedPublishing.Obstacle> obstacles = publishing.obstacles(now);
        model.addAttribute("obstacles", obstacles);
        model.addAttribute(
                "open", obstacles.stream().filter(o -> o.waiver() == null).toList());
        model.addAttribute(
                "unfinished",
                publishing.report(now).unfinished().stream().sorted().toList());
        List<ConsolidatedVersion> all = versions.all(organ, year, Long.MAX_VALUE);
        model.addAttribute("versions", all);
        model.addAttribute("next", all.size() + 1);
        model.addAttribute("since", all.isEmpty() ? null : consolidations.since(now, all.get(all.size() - 1)));
        model.addAttribute("formats", ReportFormat.values());
        model.addAttribute("approval", publishing.needsApproval(organ));
        model.addAttribute("given", given);
        model.addAttribute("faults", faults);
        return "consolidated-publication";
    }

    @PostMapping("/publication")
    @Requires(Right.PUBLISH)
    String publish(
            @PathVariable("code") String organ,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String publishedOn,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        Given given = new Given(publishedOn, reason, "", "", "");
        LocalDate day;
        try {
            day = LocalDate.parse(publishedOn.strip());
        } catch (DateTimeParseException e) {
            return page(organ, year, given, List.of(new Fault("publishedOn", "请填写发布日期，例如 2025-03-20")), model);
        }
        return attempt(
                () -> publishing.publish(
                        organ,
                        year,
                        day,
                        reason,
                        user.getName(),
                        keys.of(command, user.getName(), "publishConsolidated", organ, year, publishedOn, reason)),
                Map.of("version", "publishedOn"),
                new Sent(organ, year, given, "已发布。发布的文件在下面，从此不变。"),
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
                        keys.of(command, user.getName(), "waiveConsolidation", organ, year, check, waivedBy, why)),
                Map.of("reason", "why"),
                new Sent(organ, year, new Given("", "", check, waivedBy, why), "已豁免。豁免印在报告里；情形变了，要重新豁免。"),
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
        return "redirect:/organs/" + Organs.inPath(sent.organ()) + "/consolidated-reports/" + sent.year()
                + "/publication";
    }
}
