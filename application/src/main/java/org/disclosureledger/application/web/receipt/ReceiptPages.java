package org.disclosureledger.application.web.receipt;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.attachment.CaseAttachments;
import org.disclosureledger.application.attachment.HandedInFile;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.request.ReceiptBody;
import org.disclosureledger.application.request.Receipts;
import org.disclosureledger.application.request.RegistrationNumbers;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.FormBody;
import org.disclosureledger.application.web.casefile.StepFaults;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.request.AttachmentKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers a request as it arrives. */
@Controller
@Requires(Right.RECEIVE)
@RequestMapping("/organs/{code}/requests/new")
class ReceiptPages {

    private final Organs organs;
    private final Receipts receipts;
    private final RegistrationNumbers numbers;
    private final CaseFiles files;
    private final CaseAttachments attachments;
    private final IdempotencyKeys keys;

    ReceiptPages(
            Organs organs,
            Receipts receipts,
            RegistrationNumbers numbers,
            CaseFiles files,
            CaseAttachments attachments,
            IdempotencyKeys keys) {
        this.attachments = attachments;
        this.organs = organs;
        this.receipts = receipts;
        this.numbers = numbers;
        this.files = files;
        this.keys = keys;
    }

    @GetMapping
    String blank(@PathVariable("code") String organ, Model model) {
        organs.require(organ);
        return show(organ, Map.of(), List.of(), model);
    }

    /** The period by itself, for the page to put in while the form is being filled in. Nothing else may be sent. */
    @GetMapping("/deadline")
    String deadline(
            @PathVariable("code") String organ, @RequestParam MultiValueMap<String, String> given, Model model) {
        organs.require(organ);
        Map<String, String> values = given.toSingleValueMap();
        model.addAttribute("deadline", Deadline.of(files, organ, ReceiptForm.of(values, ""), values));
        return "receipt :: deadline";
    }

    /** The same on the whole page, where no script runs; nothing is recorded. */
    @PostMapping(params = "look")
    String look(@PathVariable("code") String organ, @RequestParam MultiValueMap<String, String> given, Model model) {
        return show(organ, given.toSingleValueMap(), List.of(), model);
    }

    /** Proposes for the empty fields what a pasted mail says; nothing is recorded. */
    @PostMapping(params = "extract")
    String extract(@PathVariable("code") String organ, @RequestParam MultiValueMap<String, String> given, Model model) {
        ExtractedMail extracted = ExtractedMail.of(form(organ, Map.of()), given.toSingleValueMap());
        model.addAttribute("extracted", extracted);
        return show(organ, extracted.values(), extracted.faults(), model);
    }

    @PostMapping
    String receive(
            @PathVariable("code") String organ,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        Map<String, String> values = new LinkedHashMap<>(given.toSingleValueMap());
        EntryForm form = form(organ, values);
        FormBody<ReceiptBody> typed = FormBody.of(ReceiptBody.class, values);
        if (!typed.findings().isEmpty()) {
            return show(organ, values, StepFaults.of(form, typed.findings()), model);
        }
        try {
            List<HandedInFile> handedIn = attachments.look(uploads);
            List<Recorded> recorded = receipts.receive(
                    organ,
                    typed.body(),
                    user.getName(),
                    keys.of(command, user.getName(), "receive", organ, typed.body()));
            List<Recorded> all = new ArrayList<>(recorded);
            attach(organ, recorded.get(0).aggregateId(), handedIn, command, user)
                    .ifPresent(all::add);
            List<Finding> findings =
                    all.stream().flatMap(r -> r.findings().stream()).distinct().toList();
            List<RegisteredCase> cases = recorded.stream()
                    .map(r -> new RegisteredCase(
                            r.aggregateId(),
                            files.require(organ, r.aggregateId()).number()))
                    .toList();
            next.addFlashAttribute("done", done(cases));
            next.addFlashAttribute("registered", cases);
            next.addFlashAttribute("warnings", StepFaults.of(form, findings));
            return "redirect:/organs/" + Organs.inPath(organ) + "/cases/"
                    + recorded.get(0).aggregateId();
        } catch (CommandRejected e) {
            return show(organ, values, faults(form, e.findings()), model);
        }
    }

    /** The paper itself belongs to the first of its matters, from which the others are split. */
    private Optional<Recorded> attach(
            String organ, String caseId, List<HandedInFile> files, @Nullable String command, Principal user) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String key = command == null || command.isBlank() ? null : command + ".files";
        List<String> identities = files.stream().map(HandedInFile::identity).toList();
        return Optional.of(attachments.add(
                organ,
                caseId,
                AttachmentKind.APPLICATION,
                files,
                user.getName(),
                keys.of(key, user.getName(), "addAttachments", organ, caseId, identities)));
    }

    /** A request that was registered just now. */
    public record RegisteredCase(String caseId, String number) {}

    private static String done(List<RegisteredCase> cases) {
        String numbersGiven = cases.stream().map(RegisteredCase::number).collect(Collectors.joining("、"));
        return cases.size() == 1
                ? "已登记，编号 " + numbersGiven + "。"
                : "已登记为 " + cases.size() + " 件，编号 " + numbersGiven + "。";
    }

    /** Several matters have fields of their own; what is said about them all leads to the first. */
    private static List<Fault> faults(EntryForm form, List<Finding> findings) {
        return StepFaults.refusals(form, findings).stream()
                .map(f -> f.field().equals("matters") ? new Fault("matters.1", f.sentence(), f.rule()) : f)
                .toList();
    }

    private EntryForm form(String organ, Map<String, String> values) {
        return ReceiptForm.of(values, numbers.next(organ, files.today().getYear()));
    }

    private String show(String organ, Map<String, String> values, List<Fault> faults, Model model) {
        EntryForm form = form(organ, values);
        model.addAttribute("organ", organs.require(organ));
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("mail", values.getOrDefault(ExtractedMail.MAIL, ""));
        model.addAttribute("proposed", ExtractedMail.proposed(values));
        model.addAttribute("deadline", Deadline.of(files, organ, form, values));
        return "receipt";
    }
}
