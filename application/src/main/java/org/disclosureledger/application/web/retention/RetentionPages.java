package org.disclosureledger.application.web.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Exports;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.retention.Retentions;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ExportKind;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.retention.RestrictionRule;
import org.disclosureledger.projections.retention.DestructionRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An organ's side: after how long closed cases are restricted, what is to be destroyed, and the package for the archives. */
@Controller
@Requires(Right.READ)
@RequestMapping("/organs/{code}/retention")
class RetentionPages {

    private static final int SHOWN = 200;

    private final Organs organs;
    private final Retentions retentions;
    private final IdempotencyKeys keys;

    RetentionPages(Organs organs, Retentions retentions, IdempotencyKeys keys) {
        this.organs = organs;
        this.retentions = retentions;
        this.keys = keys;
    }

    @GetMapping
    String show(@PathVariable("code") String organ, Model model) {
        return page(organ, Map.of(), List.of(), model);
    }

    @PostMapping("/term")
    @Requires(Right.SET_UP)
    String restrict(
            @PathVariable("code") String organ,
            @RequestParam(defaultValue = "") String restricts,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        Map<String, String> typed = Map.of("restricts", restricts, "months", months);
        boolean never = restricts.equals("never");
        if (!never && !restricts.equals("after")) {
            return page(organ, typed, List.of(new Fault("restricts", "请选择是否限制处理")), model);
        }
        return act(
                organ,
                typed,
                () -> retentions.restrictAfter(
                        organ,
                        never ? null : number(months),
                        user.getName(),
                        keys.of(command, user.getName(), "restrict", organ, restricts, months)),
                never ? "已登记：办结的案件不限制处理。" : "已登记。办结满期限的案件，个人信息不再显示。",
                model,
                next);
    }

    @PostMapping
    @Requires(Right.PROPOSE_DESTRUCTION)
    String propose(
            @PathVariable("code") String organ,
            @RequestParam(defaultValue = "") String schedule,
            @RequestParam(defaultValue = "") String years,
            @RequestParam(defaultValue = "") String numbers,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("schedule", schedule);
        typed.put("years", years);
        typed.put("numbers", numbers);
        return act(
                organ,
                typed,
                () -> retentions.propose(
                        organ,
                        schedule,
                        number(years),
                        numbers,
                        user.getName(),
                        keys.of(command, user.getName(), "propose-destruction", organ, typed)),
                "已提出。请导出档案包，交档案机构，然后由安全管理员批准。",
                model,
                next);
    }

    /** Not a number is a number that no rule allows. */
    private static int number(String typed) {
        String text = typed.strip();
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    @PostMapping("/{batch}/withdrawal")
    @Requires(Right.PROPOSE_DESTRUCTION)
    String withdraw(
            @PathVariable("code") String organ,
            @PathVariable int batch,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        return act(
                organ,
                Map.of("reason", reason),
                () -> retentions.abandon(
                        organ,
                        batch,
                        reason,
                        user.getName(),
                        keys.of(command, user.getName(), "abandon-destruction", organ, batch, reason)),
                "已撤回，没有销毁任何内容。",
                model,
                next);
    }

    /** In clear, once for each time that it is recorded. */
    @PostMapping("/{batch}/package")
    @Requires(Right.PROPOSE_DESTRUCTION)
    @Exports(ExportKind.ARCHIVE_PACKAGE)
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable("code") String organ, @PathVariable int batch, Principal user) {
        Path file = retentions.export(organ, batch, user.getName());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        RegisterController.attachment("档案包-" + organ + "-第" + batch + "批.zip"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(out -> {
                    try {
                        Files.copy(file, out);
                    } finally {
                        delete(file);
                    }
                });
    }

    private static void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private String act(
            String organ,
            Map<String, String> typed,
            Supplier<Recorded> work,
            String done,
            Model model,
            RedirectAttributes next) {
        try {
            Recorded recorded = work.get();
            next.addFlashAttribute("done", recorded.events() > 0 ? done : "本来就是这样，没有变化。");
            return "redirect:/organs/" + Organs.inPath(organ) + "/retention";
        } catch (CommandRejected e) {
            return page(organ, typed, Fault.of(e.findings()), model);
        }
    }

    private String page(String organ, Map<String, String> typed, List<Fault> faults, Model model) {
        Retentions.State state = retentions.state(organ);
        DestructionRow waiting = state.destructions().stream()
                .filter(DestructionRow::isWaiting)
                .findFirst()
                .orElse(null);
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("state", state);
        model.addAttribute("proposedMonths", RestrictionRule.PROPOSED_MONTHS);
        model.addAttribute("rule", RestrictionRule.AFTER_THE_END_2026);
        model.addAttribute("waiting", waiting);
        model.addAttribute("cases", waiting == null ? List.of() : retentions.cases(waiting, SHOWN));
        model.addAttribute(
                "past",
                state.destructions().stream().filter(d -> !d.isWaiting()).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("faults", faults);
        return "retention";
    }
}
