package org.disclosureledger.application.web.casefile;

import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.request.AnswerBody;
import org.disclosureledger.application.request.Applicants;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.request.FeeBodies;
import org.disclosureledger.application.request.OutcomeAdvice;
import org.disclosureledger.application.request.Proposals;
import org.disclosureledger.application.request.StepBody;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.FormBody;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.Proposal;
import org.disclosureledger.domain.request.RequestRule;
import org.disclosureledger.domain.request.StepKind;
import org.jspecify.annotations.Nullable;
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

/** A step of a request: its short form, with what the law says of it. */
@Controller
@Requires({Right.HANDLE, Right.DECIDE})
@Shows(ReadingPurpose.CASE_FILE)
@RequestMapping("/organs/{code}/requests/{caseId}/steps/{step}")
class StepPages {

    private final Organs organs;
    private final CaseFiles files;
    private final Applicants applicants;
    private final Proposals proposals;
    private final IdempotencyKeys keys;

    StepPages(Organs organs, CaseFiles files, Applicants applicants, Proposals proposals, IdempotencyKeys keys) {
        this.proposals = proposals;
        this.organs = organs;
        this.files = files;
        this.applicants = applicants;
        this.keys = keys;
    }

    @GetMapping
    String blank(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable String step,
            @RequestParam(name = GuidedAnswer.PATH, required = false) @Nullable String path,
            Model model) {
        StepKind kind = kind(step);
        Access.require(organ, kind.right());
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        Map<String, String> values = suggested(file, kind);
        values.putAll(returned(file, kind));
        if (path != null && isAnswer(kind)) {
            values.putAll(GuidedAnswer.suggested(path));
        }
        return form(file, kind, values, List.of(), model);
    }

    @PostMapping
    String take(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        StepKind kind = kind(step);
        Access.require(organ, kind.right());
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        Map<String, String> values = StepForms.values(given);
        EntryForm form = StepForms.of(kind, values, asked(file));
        FormBody<? extends Record> typed = FormBody.of(StepTypes.of(kind), values);
        if (typed.body() instanceof FeeBodies.NotifyFeeBody fee && given.containsKey("reckon")) {
            model.addAttribute("reckoned", fee.reckoned());
            return form(file, kind, values, List.of(), model);
        }
        if (!typed.findings().isEmpty()) {
            return form(file, kind, values, StepFaults.of(form, typed.findings()), model);
        }
        StepBody body = StepTypes.step(kind, typed.body());
        try {
            Recorded recorded = files.take(
                    organ,
                    caseId,
                    body,
                    user.getName(),
                    keys.of(command, user.getName(), "step", organ, caseId, step, body));
            next.addFlashAttribute("warnings", StepFaults.of(form, recorded.findings()));
            if (files.proposed(organ, recorded).isPresent()) {
                next.addFlashAttribute("done", "已提交审核：" + kind.label() + "。批准以后生效，在此之前答复期限照常计算。");
                return CasePages.back(organ, caseId);
            }
            next.addFlashAttribute("done", "已登记：" + kind.label() + "。");
            if (typed.body() instanceof AnswerBody answer && answer.outcome() != null) {
                LetterKind letter = LetterKind.answering(answer.outcome());
                if (given.containsKey("letter")) {
                    return "redirect:/organs/" + Organs.inPath(organ) + "/requests/" + caseId + "/letters/drafts/"
                            + letter.id();
                }
                next.addFlashAttribute("answerLetter", letter);
            }
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return form(files.require(organ, caseId), kind, values, StepFaults.refusals(form, e.findings()), model);
        }
    }

    private String form(CaseFile file, StepKind kind, Map<String, String> values, List<Fault> faults, Model model) {
        RequestRule objection = files.steps(file).stream()
                .filter(s -> s.kind() == kind)
                .findFirst()
                .orElseThrow()
                .objection();
        model.addAttribute("organ", organs.require(file.organ()));
        model.addAttribute("file", file);
        model.addAttribute("kind", kind);
        model.addAttribute("approval", files.needsApproval(file.organ(), kind));
        model.addAttribute("words", StepWords.of(kind));
        model.addAttribute("form", StepForms.of(kind, values, asked(file)));
        model.addAttribute("values", values);
        model.addAttribute("faults", faults);
        model.addAttribute("objection", objection);
        model.addAttribute("caseClock", files.clock(file));
        model.addAttribute("dates", files.dates(file));
        if (objection == null && isAnswer(kind)) {
            List<OutcomeAdvice> advice = files.outcomes(file);
            GuidedAnswer guided = GuidedAnswer.of(values, advice);
            if (guided == null) {
                model.addAttribute("results", ResultGroup.of(advice));
            } else {
                model.addAttribute("guided", guided);
                model.addAttribute("form", StepForms.of(guided, values));
            }
        }
        if (kind == StepKind.NOTIFY_FEE) {
            model.addAttribute("sameMonth", applicants.of(file).earlierInMonth());
        }
        return "step";
    }

    /** What was returned is changed, and not typed once more. */
    private Map<String, String> returned(CaseFile file, StepKind kind) {
        Proposal latest = file.request().proposal();
        return latest != null && latest.isReturned() && latest.kind() == kind
                ? FormBody.fields(proposals.content(file, latest))
                : Map.of();
    }

    /** What a form holds before anybody has typed: what the record already says. */
    private Map<String, String> suggested(CaseFile file, StepKind kind) {
        Map<String, String> values = new LinkedHashMap<>();
        if (kind == StepKind.NOTIFY_FEE) {
            values.put("before", Integer.toString(applicants.of(file).earlierInMonth()));
        }
        Course.Fee fee = file.course().openFee();
        BigDecimal amount = fee == null ? null : fee.amount();
        if (kind == StepKind.TAKE_IN_PAYMENT && amount != null) {
            values.put("fee", amount.toPlainString());
        }
        Map<Integer, String> asked = asked(file);
        if (kind == StepKind.TAKE_IN_OPINION && asked.size() == 1) {
            values.put("consultation", asked.keySet().iterator().next().toString());
        }
        return values;
    }

    private static Map<Integer, String> asked(CaseFile file) {
        Map<Integer, String> asked = new LinkedHashMap<>();
        for (Course.Consultation open : file.course().openConsultations()) {
            LocalDate on = open.consultedOn();
            asked.put(
                    open.number(),
                    "第 " + open.number() + " 次：" + (open.thirdParty() ? "第三方" : "其他机关")
                            + (on == null ? "" : "，" + DayWords.of(on)));
        }
        return asked;
    }

    private static boolean isAnswer(StepKind kind) {
        return kind == StepKind.DECIDE || kind == StepKind.DECIDE_ANEW;
    }

    private static StepKind kind(String step) {
        return Arrays.stream(StepKind.values())
                .filter(k -> k.id().equals(step))
                .findFirst()
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "没有这个步骤", "没有名为“" + step + "”的步骤。"));
    }
}
