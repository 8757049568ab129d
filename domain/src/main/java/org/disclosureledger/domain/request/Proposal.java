package org.disclosureledger.domain.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.organ.ApprovalStage;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.register.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * A step that was put to a second person, and what became of it.
 *
 * @param number which proposal of the request, from 1
 * @param proposedBy sign-in name
 * @param content the event that holds what is proposed
 * @param returnedFor why it was given back, null unless it was
 */
public record Proposal(
        int number,
        String proposedBy,
        RequestEvent content,
        ApprovalStage stage,
        @Nullable SealedText returnedFor) {

    /** Every proposal of a request, the first first, with what became of it. */
    public static List<Proposal> all(List<RequestEvent> events) {
        List<Proposal> all = new ArrayList<>();
        for (RequestEvent event : events) {
            Proposal known = all.isEmpty() ? null : all.get(all.size() - 1);
            Proposal now = after(known, event);
            if (now != null && (known == null || now.number() != known.number())) {
                all.add(now);
            } else if (now != null) {
                all.set(all.size() - 1, now);
            }
        }
        return all;
    }

    static @Nullable Proposal after(@Nullable Proposal known, RequestEvent event) {
        if (event instanceof RequestEvent.AnswerProposed e) {
            return new Proposal(e.proposal(), e.proposedBy(), e, ApprovalStage.OPEN, null);
        }
        if (event instanceof RequestEvent.ExtensionProposed e) {
            return new Proposal(e.proposal(), e.proposedBy(), e, ApprovalStage.OPEN, null);
        }
        if (known == null) {
            return null;
        }
        if (event instanceof RequestEvent.ProposalApproved) {
            return known.in(ApprovalStage.APPROVED, null);
        }
        if (event instanceof RequestEvent.ProposalReturned e) {
            return known.in(ApprovalStage.RETURNED, e.reason());
        }
        return event instanceof RequestEvent.ProposalWithdrawn ? known.in(ApprovalStage.WITHDRAWN, null) : known;
    }

    private Proposal in(ApprovalStage now, @Nullable SealedText why) {
        return new Proposal(number, proposedBy, content, now, why);
    }

    public boolean isOpen() {
        return stage == ApprovalStage.OPEN;
    }

    /** Whether it was given back, so that who proposed it may change it and propose it again. */
    public boolean isReturned() {
        return stage == ApprovalStage.RETURNED;
    }

    public StepKind kind() {
        return content instanceof RequestEvent.AnswerProposed e
                ? e.anew() ? StepKind.DECIDE_ANEW : StepKind.DECIDE
                : StepKind.EXTEND;
    }

    /**
     * Exactly the step that was proposed.
     *
     * @param today the day on which it is recorded, in China
     */
    public RequestStep step(LocalDate today) {
        if (content instanceof RequestEvent.AnswerProposed e) {
            AnswerContent says = new AnswerContent(
                    e.ground(),
                    e.meansOfAccess(),
                    e.otherOrgan(),
                    e.otherOrganContact(),
                    e.withheld(),
                    e.reasons(),
                    e.endReason(),
                    e.joinedIntoId());
            return e.anew()
                    ? new RequestStep.DecideAnew(
                            e.requestId(), e.organ(), today, e.answeredOn(), e.outcome(), e.documentNumber(), says)
                    : new RequestStep.Decide(
                            e.requestId(), e.organ(), today, e.answeredOn(), e.outcome(), e.documentNumber(), says);
        }
        if (content instanceof RequestEvent.ExtensionProposed e) {
            return new RequestStep.ExtendAnswerPeriod(
                    e.requestId(), e.organ(), today, e.notifiedOn(), e.days(), e.approvedBy(), e.reason());
        }
        throw new IllegalStateException("not a proposal: " + content.getClass());
    }

    /**
     * The event that puts a step to a second person.
     *
     * @throws IllegalArgumentException when no organ may want the step to be approved
     */
    static RequestEvent of(RequestStep step, int number, String by) {
        return switch (step) {
            case RequestStep.Decide s -> answer(s, number, by, false, s.outcome(), s.documentNumber(), s.content());
            case RequestStep.DecideAnew s -> answer(s, number, by, true, s.outcome(), s.documentNumber(), s.content());
            case RequestStep.ExtendAnswerPeriod s ->
                new RequestEvent.ExtensionProposed(
                        s.requestId(), s.organ(), number, by, s.on(), s.days(), s.approvedBy(), s.reason());
            default -> throw new IllegalArgumentException("not approved by anybody: " + step.getClass());
        };
    }

    private static RequestEvent answer(
            RequestStep s,
            int number,
            String by,
            boolean anew,
            Outcome outcome,
            @Nullable String documentNumber,
            AnswerContent says) {
        return new RequestEvent.AnswerProposed(
                s.requestId(),
                s.organ(),
                number,
                by,
                anew,
                s.on(),
                outcome,
                documentNumber,
                says.ground(),
                says.meansOfAccess(),
                says.otherOrgan(),
                says.otherOrganContact(),
                says.withheld(),
                says.reasons(),
                says.endReason(),
                says.joinedInto());
    }

    /** As what an organ may want a second person to approve what this event records; null for all others. */
    static @Nullable ApprovedStep approvedAs(RequestEvent event) {
        if (event instanceof RequestEvent.RequestDecided || event instanceof RequestEvent.RequestDecidedAnew) {
            return ApprovedStep.DECISION;
        }
        return event instanceof RequestEvent.AnswerPeriodExtended ? ApprovedStep.EXTENSION : null;
    }
}
