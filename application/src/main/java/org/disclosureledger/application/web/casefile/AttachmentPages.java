package org.disclosureledger.application.web.casefile;

import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.attachment.AttachmentController;
import org.disclosureledger.application.attachment.CaseAttachment;
import org.disclosureledger.application.attachment.CaseAttachments;
import org.disclosureledger.application.attachment.HandedInFile;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.application.web.entry.EntryForm.Choice;
import org.disclosureledger.application.web.entry.EntryForm.Field;
import org.disclosureledger.application.web.entry.EntryForm.Group;
import org.disclosureledger.application.web.entry.EntryForm.Input;
import org.disclosureledger.application.web.entry.EntryForm.Section;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.request.AttachmentKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a request: added, opened again, withdrawn. */
@Controller
@Requires(Right.READ_IDENTITY)
@Shows(ReadingPurpose.ATTACHMENT)
@RequestMapping("/organs/{code}/requests/{caseId}/attachments")
class AttachmentPages {

    private static final String KIND = "kind";

    private final Organs organs;
    private final CaseFiles files;
    private final CaseAttachments attachments;
    private final CasePages cases;
    private final IdempotencyKeys keys;

    AttachmentPages(
            Organs organs, CaseFiles files, CaseAttachments attachments, CasePages cases, IdempotencyKeys keys) {
        this.organs = organs;
        this.files = files;
        this.attachments = attachments;
        this.cases = cases;
        this.keys = keys;
    }

    /** What is asked about files beside themselves. */
    static EntryForm form(Map<String, String> values) {
        List<Choice> kinds = Arrays.stream(AttachmentKind.values())
                .map(k -> new Choice(k.id(), k.label()))
                .toList();
        Field kind = new Field(
                KIND,
                "种类",
                Input.SELECT,
                true,
                false,
                null,
                values.getOrDefault(KIND, ""),
                List.of(new Group(null, kinds)));
        return new EntryForm(List.of(new Section("附件", "", List.of(kind))));
    }

    @PostMapping
    @Requires(Right.RECEIVE)
    @Shows(ReadingPurpose.CASE_FILE)
    String add(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        files.require(organ, caseId);
        Map<String, String> values = new LinkedHashMap<>(Map.of(KIND, kind));
        try {
            List<HandedInFile> handedIn = attachments.look(uploads);
            Recorded recorded = attachments.add(
                    organ,
                    caseId,
                    AttachmentController.kind(kind),
                    handedIn,
                    user.getName(),
                    keys.of(
                            command,
                            user.getName(),
                            "addAttachments",
                            organ,
                            caseId,
                            kind,
                            handedIn.stream().map(HandedInFile::identity).toList()));
            next.addFlashAttribute("done", recorded.events() == 0 ? "没有新的附件。" : "已添加附件 " + recorded.events() + " 个。");
            next.addFlashAttribute("warnings", StepFaults.of(form(values), recorded.findings()));
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return cases.show(organ, caseId, values, StepFaults.refusals(form(values), e.findings()), model);
        }
    }

    @GetMapping("/{number}/content")
    ResponseEntity<byte[]> open(
            @PathVariable("code") String organ, @PathVariable String caseId, @PathVariable int number) {
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        CaseAttachment attachment = attachments.require(file, number);
        return AttachmentController.file(attachment, attachments.content(file, attachment));
    }

    @GetMapping("/{number}/withdrawal")
    @Requires(Right.HANDLE)
    String withdrawal(
            @PathVariable("code") String organ, @PathVariable String caseId, @PathVariable int number, Model model) {
        return asks(organ, caseId, number, "", List.of(), model);
    }

    @PostMapping("/{number}/withdrawal")
    @Requires(Right.HANDLE)
    String withdraw(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        try {
            attachments.withdraw(
                    organ,
                    caseId,
                    number,
                    reason,
                    user.getName(),
                    keys.of(command, user.getName(), "withdrawAttachment", organ, caseId, number, reason));
            next.addFlashAttribute("done", "已撤回附件。");
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return asks(organ, caseId, number, reason, StepFaults.refusals(why(reason), e.findings()), model);
        }
    }

    private String asks(String organ, String caseId, int number, String reason, List<Fault> faults, Model model) {
        model.addAttribute("organ", organs.require(organ));
        CaseFile file = files.require(organ, caseId);
        model.addAttribute("file", file);
        model.addAttribute("attachment", attachments.require(file, number));
        model.addAttribute("form", why(reason));
        model.addAttribute("faults", faults);
        return "attachment-withdrawal";
    }

    private static EntryForm why(String reason) {
        Field field = new Field("reason", "撤回的理由", Input.MULTILINE, true, false, "例如：属于另一件申请；加密保存", reason, List.of());
        return new EntryForm(List.of(new Section("理由", "", List.of(field))));
    }
}
