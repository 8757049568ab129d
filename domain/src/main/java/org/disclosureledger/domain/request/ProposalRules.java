package org.disclosureledger.domain.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a second person approves: proposed by one, approved or returned by another. It is judged by the same rules when
 * it is proposed and once more when it is approved, for the case may have changed.
 */
final class ProposalRules {

    private static final String PROPOSAL = "proposal";

    private ProposalRules() {}

    /** Whoever records something that the organ wants approved, other than by approving it, is refused. */
    static Judgement<RequestEvent> withApproval(
            RequestCommand command, Judgement<RequestEvent> judgement, Predicate<ApprovedStep> required) {
        if (command instanceof RequestStep.ApproveProposal || tellsOfThePast(command)) {
            return judgement;
        }
        List<Finding> needed = judgement.events().stream()
                .map(Proposal::approvedAs)
                .filter(Objects::nonNull)
                .distinct()
                .filter(required)
                .map(step -> ProposalRule.APPROVAL_NEEDED.onField(field(step), step.label()))
                .toList();
        if (needed.isEmpty()) {
            return judgement;
        }
        List<Finding> findings = new ArrayList<>(judgement.findings());
        findings.addAll(needed);
        return new Judgement<>(List.of(), findings);
    }

    /** A register that is taken over tells of answers that were given long ago. */
    private static boolean tellsOfThePast(RequestCommand command) {
        return command instanceof RequestCommand.RecordRequest c && c.entry().source() == Entry.Source.IMPORTED;
    }

    private static String field(ApprovedStep step) {
        return switch (step) {
            case DECISION -> RequestFact.DECIDED_ON.id();
            case EXTENSION -> RequestFact.EXTENSION_NOTIFIED_ON.id();
            case PUBLICATION -> throw new IllegalArgumentException("no step of a request: " + step);
        };
    }

    static List<Finding> propose(
            RequestStep.ProposeStep s, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        Proposal latest = request.proposal();
        if (latest != null && latest.isOpen()) {
            return List.of(ProposalRule.PROPOSAL_STILL_OPEN.onField(
                    PROPOSAL, latest.kind().label()));
        }
        Judgement<RequestEvent> judgement = StepRules.handle(s.step(), request, workingDays);
        if (!judgement.faulty()) {
            events.add(Proposal.of(s.step(), latest == null ? 1 : latest.number() + 1, s.by()));
        }
        return judgement.findings();
    }

    static List<Finding> approve(
            RequestStep.ApproveProposal s, Request request, WorkingDays workingDays, List<RequestEvent> events) {
        Proposal open = open(request, s.proposal());
        if (open == null) {
            return List.of(ProposalRule.NO_SUCH_PROPOSAL.onField(PROPOSAL, s.proposal()));
        }
        if (open.proposedBy().equals(s.by())) {
            return List.of(ProposalRule.OWN_PROPOSAL.onField(PROPOSAL));
        }
        Judgement<RequestEvent> judgement = StepRules.handle(open.step(s.today()), request, workingDays);
        if (!judgement.faulty()) {
            events.add(new RequestEvent.ProposalApproved(s.requestId(), s.organ(), open.number(), open.proposedBy()));
            events.addAll(judgement.events());
        }
        return judgement.findings();
    }

    static List<Finding> giveBack(RequestStep.ReturnProposal s, Request request, List<RequestEvent> events) {
        Proposal open = open(request, s.proposal());
        if (open == null) {
            return List.of(ProposalRule.NO_SUCH_PROPOSAL.onField(PROPOSAL, s.proposal()));
        }
        if (open.proposedBy().equals(s.by())) {
            return List.of(ProposalRule.OWN_PROPOSAL.onField(PROPOSAL));
        }
        if (s.reason() == null) {
            return List.of(ProposalRule.RETURN_WITHOUT_REASON.onField("reason"));
        }
        events.add(new RequestEvent.ProposalReturned(s.requestId(), s.organ(), open.number(), s.reason()));
        return List.of();
    }

    static List<Finding> withdraw(RequestStep.WithdrawProposal s, Request request, List<RequestEvent> events) {
        Proposal open = open(request, s.proposal());
        if (open == null) {
            return List.of(ProposalRule.NO_SUCH_PROPOSAL.onField(PROPOSAL, s.proposal()));
        }
        if (!open.proposedBy().equals(s.by())) {
            return List.of(ProposalRule.PROPOSAL_OF_ANOTHER.onField(PROPOSAL));
        }
        events.add(new RequestEvent.ProposalWithdrawn(s.requestId(), s.organ(), open.number()));
        return List.of();
    }

    private static @Nullable Proposal open(Request request, int number) {
        Proposal latest = request.proposal();
        return latest != null && latest.isOpen() && latest.number() == number ? latest : null;
    }
}
