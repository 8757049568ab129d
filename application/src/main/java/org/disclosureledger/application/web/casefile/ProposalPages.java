package org.disclosureledger.application.web.casefile;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.api.IdempotencyKeys;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Shows;
import org.disclosureledger.application.request.CaseFile;
import org.disclosureledger.application.request.CaseFiles;
import org.disclosureledger.application.request.ProposalBodies.ReturnProposalBody;
import org.disclosureledger.application.request.Proposals;
import org.disclosureledger.application.security.Requires;
import org.disclosureledger.application.web.Fault;
import org.disclosureledger.application.web.entry.EntryForm;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.access.ReadingPurpose;
import org.disclosureledger.domain.people.Right;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.request.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a second person: approved, returned or withdrawn on the page of the case. */
@Controller
@Requires(Right.APPROVE)
@Shows(ReadingPurpose.CASE_FILE)
@RequestMapping("/organs/{code}/requests/{caseId}/proposals/{number}")
class ProposalPages {

    private static final String REASON = "reason";
    private static final String PROPOSAL = "proposal";

    private final Organs organs;
    private final CaseFiles files;
    private final Proposals proposals;
    private final CasePages cases;
    private final IdempotencyKeys keys;

    ProposalPages(Organs organs, CaseFiles files, Proposals proposals, CasePages cases, IdempotencyKeys keys) {
        this.organs = organs;
        this.files = files;
        this.proposals = proposals;
        this.cases = cases;
        this.keys = keys;
    }

    @PostMapping("/approval")
    String approve(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        CaseFile file = files.require(organ, caseId);
        Proposal proposal = file.request().proposal();
        try {
            Recorded recorded = proposals.approve(
                    organ,
                    caseId,
                    number,
                    user.getName(),
                    keys.of(command, user.getName(), "approveProposal", organ, caseId, number));
            next.addFlashAttribute(
                    "done",
                    "已批准" + (proposal == null ? "" : "，已登记：" + proposal.kind().label()) + "。");
            next.addFlashAttribute("warnings", StepFaults.of(new EntryForm(List.of()), recorded.findings()));
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return cases.show(organ, caseId, Map.of(), faults(e.findings()), model);
        }
    }

    @PostMapping("/return")
    String giveBack(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        Map<String, String> typed = Map.of(REASON, reason);
        if (reason.isBlank()) {
            return cases.show(organ, caseId, typed, List.of(new Fault(REASON, "请填写退回的理由")), model);
        }
        ReturnProposalBody body = new ReturnProposalBody(reason);
        try {
            proposals.giveBack(
                    organ,
                    caseId,
                    number,
                    body,
                    user.getName(),
                    keys.of(command, user.getName(), "returnProposal", organ, caseId, number, body));
            next.addFlashAttribute("done", "已退回，提交人可以修改以后再次提交。");
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return cases.show(organ, caseId, typed, faults(e.findings()), model);
        }
    }

    @PostMapping("/withdrawal")
    @Requires(Right.DECIDE)
    String withdraw(
            @PathVariable("code") String organ,
            @PathVariable String caseId,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String command,
            Principal user,
            Model model,
            RedirectAttributes next) {
        organs.require(organ);
        try {
            proposals.withdraw(
                    organ,
                    caseId,
                    number,
                    user.getName(),
                    keys.of(command, user.getName(), "withdrawProposal", organ, caseId, number));
            next.addFlashAttribute("done", "已撤回，没有生效。");
            return CasePages.back(organ, caseId);
        } catch (CommandRejected e) {
            return cases.show(organ, caseId, Map.of(), faults(e.findings()), model);
        }
    }

    /** What the rules say of the step that was proposed is said of the proposal: the page has no form of the step. */
    private static List<Fault> faults(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::faulty)
                .map(f -> new Fault(
                        f.fact().equals(REASON) || f.fact().equals(Fault.CONFIRMED) ? f.fact() : PROPOSAL,
                        Fault.withGround(f),
                        f.rule()))
                .distinct()
                .toList();
    }
}
