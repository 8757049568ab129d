package org.disclosureledger.application.web.casefile;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.remedies.Remedies;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.application.web.entry.EntryForms;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.disclosureledger.domain.remedy.Remedy;
import org.disclosureledger.domain.remedy.RemedyStepKind;
import org.disclosureledger.domain.remedy.RemedyStepRules;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The instances of a reconsideration or lawsuit on its page, and the steps that it can take next. */
@Controller
@Requires(Right.HANDLE)
@Shows(ReadingPurpose.CASE_FILE)
class RemedyPages {

    private final Organs organs;
    private final Remedies remedies;
    private final CasePages cases;
    private final IdempotencyKeys keys;

    RemedyPages(Organs organs, Remedies remedies, CasePages cases, IdempotencyKeys keys) {
        this.organs = organs;
        this.remedies = remedies;
        this.cases = cases;
        this.keys = keys;
    }

    /** A step with its form. */
    public record StepForm(RemedyStepKind kind, List<EntryForm.Field> fields) {}

    /** What the page of a case needs beyond its facts and history. */
    static void show(Remedies remedies, String organ, Remedy remedy, Map<String, String> values, Model model) {
        List<StepForm> forms = new ArrayList<>();
        RemedyStepRules.possible(remedy).forEach((kind, objection) -> {
            if (objection == null) {
                forms.add(new StepForm(kind, EntryForms.fields(Remedies.fields(kind), Remedies::isRequired, values)));
            }
        });
        model.addAttribute("trials", remedy.trials());
        model.addAttribute("subject", remedies.subject(organ, remedy).orElse(null));
        model.addAttribute("stepForms", forms);
    }

    @PostMapping("/organs/{code}/cases/{caseId}/remedy-steps/{step}")
    String take(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        RemedyStepKind kind = kind(step);
        Map<String, String> values = new LinkedHashMap<>();
        for (Fact field : Remedies.fields(kind)) {
            String text = given.getFirst(field.id());
            values.put(field.id(), text == null ? "" : text.strip());
        }
        try {
            Recorded recorded = remedies.take(
                    organ,
                    caseId,
                    kind,
                    values,
                    user.getName(),
                    keys.of(command, user.getName(), kind.id(), organ, caseId, values));
            next.addFlashAttribute("done", "已登记。");
            next.addFlashAttribute("warnings", faults(kind, recorded.findings()));
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return cases.show(organ, caseId, values, faults(kind, e.findings()), model);
        }
    }

    private static RemedyStepKind kind(String id) {
        for (RemedyStepKind kind : RemedyStepKind.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw new Problem(HttpStatus.NOT_FOUND, "not-found", "没有这一步", "没有名为“" + id + "”的步骤。");
    }

    private static List<Fault> faults(RemedyStepKind kind, List<Finding> findings) {
        return findings.stream().map(f -> fault(kind, f)).distinct().toList();
    }

    private static Fault fault(RemedyStepKind kind, Finding finding) {
        return Remedies.fields(kind).stream()
                .filter(field -> field.id().equals(finding.fact()))
                .findFirst()
                .map(field -> new Fault(
                        field.id(),
                        finding.rule().equals(RegisterRule.REQUIRED.name())
                                ? "请填写" + field.label()
                                : field.label() + "：" + finding.sentence()))
                .orElseGet(() -> new Fault(
                        finding.fact().equals(Fault.CONFIRMED) ? Fault.CONFIRMED : "trials", finding.sentence()));
    }
}
