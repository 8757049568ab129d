package org.disclosureledger.application.web.casefile;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.RegisterWords;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.registers.Registers.OpenedCase;
import org.disclosureledger.application.remedies.Remedies;
import org.disclosureledger.application.retention.Retentions;
import org.disclosureledger.application.security.IdentityKeys;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.ChinaTime;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForms;
import org.disclosureledger.application.web.entry.TypedFacts;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case: what is recorded, how it came to be so, and adding to it or correcting it. */
@Controller
@Requires(Right.READ)
@Shows(ReadingPurpose.CASE_FILE)
@RequestMapping("/organs/{code}/cases/{caseId}")
public class CasePages {

    private static final Logger LOG = LoggerFactory.getLogger(CasePages.class);
    private static final String REASON = "reason";

    private final Organs organs;
    private final Registers registers;
    private final Remedies remedies;
    private final Timeline timeline;
    private final RequestPanels panels;
    private final IdentityKeys caseKeys;
    private final Retentions retentions;
    private final ReadPoints points;
    private final ChinaTime time;
    private final IdempotencyKeys keys;

    CasePages(
            Organs organs,
            Registers registers,
            Remedies remedies,
            Timeline timeline,
            RequestPanels panels,
            IdentityKeys caseKeys,
            Retentions retentions,
            ReadPoints points,
            ChinaTime time,
            IdempotencyKeys keys) {
        this.points = points;
        this.time = time;
        this.organs = organs;
        this.registers = registers;
        this.remedies = remedies;
        this.timeline = timeline;
        this.panels = panels;
        this.caseKeys = caseKeys;
        this.retentions = retentions;
        this.keys = keys;
    }

    /** A fact in words. */
    public record Shown(String label, String value) {}

    @GetMapping
    String open(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String asOf,
            Model model) {
        String instant = time.instant(asOf);
        if (instant == null) {
            return show(organ, caseId, Map.of(), List.of(), model);
        }
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("asOf", asOf);
        ReadPoint then = points.at(instant);
        OpenedCase opened = registers
                .open(organ, caseId, then)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "没有这个案件", "那一时刻本机关的台账中还没有这个案件。"));
        shown(organ, opened, model);
        if (opened.register() == RegisterLayout.REQUESTS) {
            panels.fill(organ, caseId, then, model);
        }
        return "case-then";
    }

    /** @param typed what a form of the page holds, by field, with the faults of it */
    String show(String organ, String caseId, Map<String, String> typed, List<Fault> faults, Model model) {
        model.addAttribute("organ", organs.require(organ));
        OpenedCase opened = require(organ, caseId);
        CaseKey key = shown(organ, opened, model);
        model.addAttribute("faults", faults);
        if (opened.register() == RegisterLayout.REQUESTS && panels.fill(organ, caseId, key, typed, model)) {
            return "request";
        }
        try {
            remedies.find(organ, caseId).ifPresent(remedy -> RemedyPages.show(remedies, organ, remedy, typed, model));
        } catch (UnreadableEvent e) {
            LOG.warn("the instances of a case cannot be shown: {}", e.getMessage());
        }
        return "case";
    }

    /** What is recorded and how it came to be so; gives back the key that opens the rest. */
    private @Nullable CaseKey shown(String organ, OpenedCase opened, Model model) {
        List<Shown> facts = new ArrayList<>();
        for (Fact fact : opened.register().facts()) {
            String value = opened.value(fact);
            facts.add(new Shown(fact.label(), value == null ? "" : RegisterWords.shown(fact, value)));
        }
        List<Shown> remarks = new ArrayList<>();
        opened.remarks().forEach((label, value) -> remarks.add(new Shown(label, value)));
        model.addAttribute("opened", opened);
        model.addAttribute("number", number(opened));
        model.addAttribute("facts", facts);
        model.addAttribute("remarks", remarks);
        model.addAttribute("keptBack", retentions.why(organ, opened.caseId()));
        CaseKey key = caseKeys.find(organ, opened.caseId()).orElse(null);
        model.addAttribute("steps", timeline.of(organ, opened.register(), opened.events(), key));
        return key;
    }

    @GetMapping("/edit")
    @Requires(Right.HANDLE)
    @Shows(ReadingPurpose.CORRECTION)
    String edit(@PathVariable("code") String organ, @PathVariable String caseId, Model model) {
        OpenedCase opened = require(organ, caseId);
        return form(organ, opened, recorded(opened), "", List.of(), model);
    }

    @PostMapping("/edit")
    @Requires(Right.HANDLE)
    @Shows(ReadingPurpose.CORRECTION)
    String save(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        OpenedCase opened = require(organ, caseId);
        RegisterLayout register = opened.register();
        for (Fact key : register.keyFacts()) {
            given.set(key.id(), opened.facts().getOrDefault(key.id(), ""));
        }
        Changes changes = Changes.between(recorded(opened), TypedFacts.of(register, given));
        List<Fault> faults = new ArrayList<>(changes.faults());
        if (faults.isEmpty() && changes.corrects() && reason.isBlank()) {
            faults.add(new Fault(REASON, "更改了已登记的内容，请填写更正理由"));
        }
        if (!faults.isEmpty()) {
            return form(organ, opened, changes.typed().fields(), reason, faults, model);
        }
        try {
            Recorded recorded = registers.enter(
                    organ,
                    register,
                    new Registers.Typed(
                            changes.facts(),
                            changes.remarks(),
                            changes.corrects(),
                            changes.corrects() ? reason.strip() : null),
                    user.getName(),
                    keys.of(
                            command,
                            user.getName(),
                            "change",
                            organ,
                            caseId,
                            changes.typed().fields(),
                            reason));
            next.addFlashAttribute("done", recorded.events() > 0 ? "已保存。原有内容和本次变更都保留在办理历史中。" : "与已登记内容一致，没有变化。");
            next.addFlashAttribute("warnings", TypedFacts.faults(register, recorded.findings()));
            return back(organ, caseId);
        } catch (CommandRejected e) {
            return form(
                    organ, opened, changes.typed().fields(), reason, TypedFacts.faults(register, e.findings()), model);
        }
    }

    private String form(
            String organ,
            OpenedCase opened,
            Map<String, String> values,
            String reason,
            List<Fault> faults,
            Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("opened", opened);
        model.addAttribute("register", opened.register());
        model.addAttribute("number", number(opened));
        model.addAttribute("form", EntryForms.of(opened.register(), values, true));
        model.addAttribute(REASON, reason);
        model.addAttribute("asksReason", opened.register() != RegisterLayout.TALLIES);
        model.addAttribute("faults", faults);
        return "entry-edit";
    }

    private static Map<String, String> recorded(OpenedCase opened) {
        Map<String, String> fields = new LinkedHashMap<>(opened.facts());
        String remark = opened.remarks().get(RegisterLayout.REMARK_HEADER);
        if (remark != null) {
            fields.put(EntryForms.REMARK, remark);
        }
        return fields;
    }

    private static String number(OpenedCase opened) {
        List<String> parts = new ArrayList<>();
        for (Fact key : opened.register().keyFacts()) {
            String value = opened.value(key);
            if (value != null) {
                parts.add(RegisterWords.shown(key, value));
            }
        }
        return String.join(" ", parts);
    }

    private OpenedCase require(String organ, String caseId) {
        organs.require(organ);
        return registers
                .open(organ, caseId)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "没有这个案件", "本机关的台账中没有这个案件。"));
    }

    /** To the page of a case, after something was done on it. */
    static String back(String organ, String caseId) {
        return "redirect:/organs/" + Organs.inPath(organ) + "/cases/" + caseId;
    }
}
