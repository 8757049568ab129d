package org.disclosureledger.application.web.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.attachment.CaseAttachment;
import org.disclosureledger.application.attachment.CaseAttachments;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.application.letter.CaseLetters;
import org.disclosureledger.application.people.Colleagues.Colleague;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.application.request.Applicants;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.request.CaseHandlers;
import org.disclosureledger.application.request.CaseLinks;
import org.disclosureledger.application.request.PossibleStep;
import org.disclosureledger.application.request.Proposals;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.request.Proposal;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a request has beyond that of other cases: clock, next steps, links, other requests of the applicant. */
@Component
class RequestPanels {

    private static final Logger LOG = LoggerFactory.getLogger(RequestPanels.class);

    private final CaseFiles files;
    private final CaseLinks links;
    private final Applicants applicants;
    private final Registers registers;
    private final CaseLetters letters;
    private final CaseAttachments attachments;
    private final CaseHandlers handlers;
    private final Proposals proposals;

    RequestPanels(
            CaseFiles files,
            CaseLinks links,
            Applicants applicants,
            Registers registers,
            CaseLetters letters,
            CaseAttachments attachments,
            CaseHandlers handlers,
            Proposals proposals) {
        this.handlers = handlers;
        this.proposals = proposals;
        this.letters = letters;
        this.attachments = attachments;
        this.files = files;
        this.links = links;
        this.applicants = applicants;
        this.registers = registers;
    }

    /** A reconsideration or lawsuit for which the request was taken up again. */
    public record RemedyLink(String caseId, String number) {}

    /**
     * False when the history cannot be read, so that there is nothing to show but what the register has.
     *
     * @param typed what a form of the page holds, by field
     */
    boolean fill(String organ, String caseId, @Nullable CaseKey key, Map<String, String> typed, Model model) {
        CaseFile file;
        try {
            file = files.find(organ, caseId).orElse(null);
        } catch (UnreadableEvent e) {
            return false;
        }
        if (file == null) {
            return false;
        }
        List<PossibleStep> steps = files.steps(file);
        CaseLinks.Links linked = links.of(file);
        model.addAttribute("file", file);
        model.addAttribute("caseClock", files.clock(file));
        model.addAttribute("dates", files.dates(file));
        model.addAttribute(
                "possible", steps.stream().filter(PossibleStep::isPossible).toList());
        model.addAttribute(
                "impossible", steps.stream().filter(s -> !s.isPossible()).toList());
        model.addAttribute("receipt", receipt(file, key));
        model.addAttribute("links", linked);
        model.addAttribute(
                "remedies",
                linked.reopenedFor().stream().map(id -> remedy(organ, id)).toList());
        model.addAttribute("similar", applicants.of(file));
        model.addAttribute("occasions", letters.occasions(file));
        model.addAttribute("letters", letters.issued(file));
        model.addAttribute("attachments", attachments.of(file));
        model.addAttribute("attachmentForm", AttachmentPages.form(typed));
        people(file, typed, model);
        proposal(file, key, typed, model);
        return true;
    }

    private void people(CaseFile file, Map<String, String> typed, Model model) {
        List<Colleague> candidates = handlers.candidates(file.organ());
        String own = Access.current().login();
        Colleague handler = handlers.of(file).orElse(null);
        model.addAttribute("handler", handler);
        model.addAttribute(
                "candidates",
                candidates.stream()
                        .filter(c -> handler == null || !c.login().equals(handler.login()))
                        .toList());
        model.addAttribute(
                "mayTake",
                candidates.stream().anyMatch(c -> c.login().equals(own))
                        && (handler == null || !handler.login().equals(own)));
        model.addAttribute("own", own);
        model.addAttribute("typedHandler", typed.getOrDefault(HandlerPages.HANDLER, ""));
        model.addAttribute("typedHandlerReason", typed.getOrDefault(HandlerPages.REASON, ""));
    }

    /** The step that waits for a second person, or was returned last. */
    private void proposal(CaseFile file, @Nullable CaseKey key, Map<String, String> typed, Model model) {
        Proposal latest = file.request().proposal();
        boolean toBeChanged =
                latest != null && latest.isReturned() && !file.course().isAnswered();
        if (latest == null || !(latest.isOpen() || toBeChanged)) {
            return;
        }
        model.addAttribute("proposal", latest);
        model.addAttribute(
                "proposalLines",
                RequestEventWords.of(latest.content(), key, AccountId::toString).details());
        model.addAttribute("returnedFor", proposals.returnedFor(file, latest));
        model.addAttribute(
                "ownProposal", latest.proposedBy().equals(Access.current().login()));
        model.addAttribute("typedReason", typed.getOrDefault("reason", ""));
    }

    /** What the page of a request as it was has beyond that of other cases: the files that were known then. */
    void fill(String organ, String caseId, ReadPoint then, Model model) {
        try {
            CaseFile now = files.find(organ, caseId).orElse(null);
            if (now != null) {
                model.addAttribute("attachments", attachments.of(files.require(organ, caseId, then)));
                model.addAttribute(
                        "offered",
                        attachments.of(now).stream().map(CaseAttachment::number).toList());
            }
        } catch (UnreadableEvent e) {
            LOG.warn("the files of a case cannot be shown: {}", e.getMessage());
        }
    }

    private RemedyLink remedy(String organ, RemedyId id) {
        String caseId = id.value().toString();
        String number = registers
                .row(organ, caseId)
                .map(row -> row.facts().get(RemedyFact.CASE_NUMBER.id()))
                .orElse(caseId);
        return new RemedyLink(caseId, number);
    }

    private static List<CasePages.Shown> receipt(CaseFile file, @Nullable CaseKey key) {
        List<CasePages.Shown> shown = new ArrayList<>();
        RequestEvent.ReceiptDocumented receipt = file.receipt().orElse(null);
        if (receipt != null) {
            show(shown, "到达日期", receipt.arrivedOn());
            show(shown, "邮件种类", receipt.postalService());
            show(shown, "身份证明", receipt.identityProof());
            show(shown, "代理人", opened(key, "representative", receipt.representative()));
            show(shown, "其他申请人", opened(key, "otherApplicants", receipt.otherApplicants()));
            show(shown, "获取信息的形式", receipt.wantedForm());
        }
        return shown;
    }

    private static void show(List<CasePages.Shown> shown, String label, @Nullable Object value) {
        if (value != null) {
            shown.add(new CasePages.Shown(label, EventLines.words(value).toString()));
        }
    }

    private static @Nullable String opened(@Nullable CaseKey key, String component, @Nullable SealedText text) {
        if (text == null) {
            return null;
        }
        return key == null ? CaseKey.DESTROYED : key.open(component, text.value());
    }
}
