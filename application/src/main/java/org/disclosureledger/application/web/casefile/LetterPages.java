package org.disclosureledger.application.web.casefile;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.letter.CaseLetters;
import org.disclosureledger.application.letter.IssuedLetter;
import org.disclosureledger.application.letter.LetterBody;
import org.disclosureledger.application.letter.LetterDraft;
import org.disclosureledger.application.letter.LetterTemplates;
import org.disclosureledger.application.letter.TemplateRefused;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.registers.RegisterController;
import org.disclosureledger.application.request.AnswerBodies;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.FormBody;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.request.StepKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters of a request: drafted, looked at, issued, opened again, delivered. */
@Controller
@Requires(Right.READ_IDENTITY)
@Shows(ReadingPurpose.LETTER)
@RequestMapping("/organs/{code}/requests/{caseId}/letters")
class LetterPages {

    private final Organs organs;
    private final CaseFiles files;
    private final CaseLetters letters;
    private final IdempotencyKeys keys;

    LetterPages(Organs organs, CaseFiles files, CaseLetters letters, IdempotencyKeys keys) {
        this.organs = organs;
        this.files = files;
        this.letters = letters;
        this.keys = keys;
    }

    @GetMapping("/drafts/{kind}")
    @Requires(Right.HANDLE)
    String draft(
            @PathVariable("code") String organ, @PathVariable String caseId, @PathVariable String kind, Model model) {
        organs.require(organ);
        LetterDraft draft = letters.draft(organ, caseId, LetterTemplates.kind(kind));
        return form(organ, caseId, draft, LetterForm.suggested(draft), List.of(), model);
    }

    /** The letter as it would be issued, or the form again with what it lacks. */
    @PostMapping(path = "/drafts/{kind}", params = "preview")
    @Requires(Right.HANDLE)
    Object preview(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> given,
            Model model) {
        organs.require(organ);
        LetterKind letter = LetterTemplates.kind(kind);
        LetterDraft draft = letters.draft(organ, caseId, letter);
        Map<String, String> values = StepForms.values(given);
        try {
            return file(
                    letter.label() + "（预览）", letters.preview(organ, caseId, letter, LetterForm.body(draft, values)));
        } catch (CommandRejected e) {
            return form(organ, caseId, draft, values, faults(draft, values, e), model);
        } catch (TemplateRefused e) {
            return form(organ, caseId, draft, values, faults(e), model);
        }
    }

    @PostMapping("/drafts/{kind}")
    @Requires(Right.HANDLE)
    String issue(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        LetterKind letter = LetterTemplates.kind(kind);
        LetterDraft draft = letters.draft(organ, caseId, letter);
        Map<String, String> values = StepForms.values(given);
        LetterBody body = LetterForm.body(draft, values);
        try {
            Recorded recorded = letters.issue(
                    organ,
                    caseId,
                    letter,
                    body,
                    user.getName(),
                    keys.of(command, user.getName(), "issueLetter", organ, caseId, kind, body));
            next.addFlashAttribute("done", "已出具：" + letter.label() + "。可以在“文书”中下载，送达后请登记。");
            next.addFlashAttribute("warnings", StepFaults.of(LetterForm.of(draft, values), recorded.findings()));
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return form(organ, caseId, draft, values, faults(draft, values, e), model);
        } catch (TemplateRefused e) {
            return form(organ, caseId, draft, values, faults(e), model);
        }
    }

    @GetMapping("/{number}.docx")
    ResponseEntity<byte[]> open(
            @PathVariable("code") String organ, @PathVariable String caseId, @PathVariable long number) {
        organs.require(organ);
        IssuedLetter letter = letters.require(files.require(organ, caseId), number);
        return file(letter.kind().label() + " " + letter.letterNumber(), letters.document(organ, caseId, number));
    }

    @GetMapping("/{number}/delivery")
    String undelivered(
            @PathVariable("code") String organ, @PathVariable String caseId, @PathVariable long number, Model model) {
        return delivery(organ, caseId, number, Map.of(), List.of(), model);
    }

    @PostMapping("/{number}/delivery")
    @Requires(Right.HANDLE)
    String deliver(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable long number,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        Map<String, String> values = StepForms.values(given);
        EntryForm form = deliveryForm(values);
        FormBody<AnswerBodies.DeliverAnswerBody> typed = FormBody.of(AnswerBodies.DeliverAnswerBody.class, values);
        if (!typed.findings().isEmpty()) {
            return delivery(organ, caseId, number, values, StepFaults.of(form, typed.findings()), model);
        }
        try {
            Recorded recorded = letters.deliver(
                    organ,
                    caseId,
                    number,
                    typed.body(),
                    user.getName(),
                    keys.of(command, user.getName(), "deliverLetter", organ, caseId, number, typed.body()));
            next.addFlashAttribute("done", "已登记送达。");
            next.addFlashAttribute("warnings", StepFaults.of(form, recorded.findings()));
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return delivery(organ, caseId, number, values, StepFaults.refusals(form, e.findings()), model);
        }
    }

    private String form(
            String organ,
            String caseId,
            LetterDraft draft,
            Map<String, String> values,
            List<Fault> faults,
            Model model) {
        page(organ, files.require(organ, caseId), LetterForm.of(draft, values), faults, model);
        model.addAttribute("title", draft.kind().label());
        model.addAttribute("kind", draft.kind());
        model.addAttribute("recorded", LetterForm.recorded(draft));
        return "letter";
    }

    private String delivery(
            String organ, String caseId, long number, Map<String, String> values, List<Fault> faults, Model model) {
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        IssuedLetter letter = letters.require(file, number);
        page(organ, file, deliveryForm(values), faults, model);
        model.addAttribute("title", "送达" + letter.kind().label());
        model.addAttribute("letter", letter);
        return "letter-delivery";
    }

    private void page(String organ, CaseFile file, EntryForm form, List<Fault> faults, Model model) {
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
    }

    private static EntryForm deliveryForm(Map<String, String> values) {
        return StepForms.of(StepKind.DELIVER_ANSWER, values, Map.of());
    }

    private static List<Fault> faults(LetterDraft draft, Map<String, String> values, CommandRejected refused) {
        return StepFaults.refusals(LetterForm.of(draft, values), refused.findings());
    }

    private static List<Fault> faults(TemplateRefused refused) {
        return refused.findings().stream()
                .map(f -> new Fault("letterNumber", "模板不能使用：" + f.sentence(), f.rule()))
                .toList();
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, RegisterController.attachment(LetterTemplates.fileName(name)))
                .contentType(MediaType.parseMediaType(LetterTemplates.DOCX))
                .body(content);
    }
}
