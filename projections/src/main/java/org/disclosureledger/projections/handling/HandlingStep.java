package org.disclosureledger.projections.handling;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.request.Opinion;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.ReopeningGround;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.request.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * A step of a request that bears on the time of its answer.
 *
 * @param on its legal date; where a date is corrected, the right one
 * @param other the last day that it sets, or the date that is corrected
 * @param consultation which consultation of the request
 * @param detail a code or a name that belongs to the step; where a date is corrected, which
 */
record HandlingStep(
        long number,
        String organ,
        String caseId,
        Kind kind,
        LocalDate on,
        @Nullable LocalDate other,
        @Nullable Integer consultation,
        @Nullable String detail) {

    /** What kind of step it is. */
    enum Kind {
        CORRECTION_REQUESTED("correctionRequested"),
        CORRECTION_RECEIVED("correctionReceived"),
        THIRD_PARTY_CONSULTED("thirdPartyConsulted"),
        THIRD_PARTY_RESPONDED("thirdPartyResponded"),
        ORGAN_CONSULTED("organConsulted"),
        ORGAN_RESPONDED("organResponded"),
        FEE_NOTIFIED("feeNotified"),
        FEE_PAID("feePaid"),
        REOPENED("reopened"),
        DECIDED_ANEW("decidedAnew"),
        DATE_CORRECTED("dateCorrected");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        /** @throws IllegalArgumentException when no kind has this identifier */
        static Kind of(String id) {
            for (Kind kind : values()) {
                if (kind.id.equals(id)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("unknown kind of step: " + id);
        }
    }

    /** Where a step is put together. */
    private record Of(long number, RequestEvent event) {

        HandlingStep step(
                Kind kind,
                LocalDate on,
                @Nullable LocalDate other,
                @Nullable Integer consultation,
                @Nullable String detail) {
            return new HandlingStep(
                    number, event.organ().value(), event.requestId().toString(), kind, on, other, consultation, detail);
        }

        HandlingStep step(Kind kind, LocalDate on) {
            return step(kind, on, null, null, null);
        }
    }

    /** Null for what does not bear on the time of an answer, or is in the row of the request itself. */
    static @Nullable HandlingStep of(long number, RequestEvent event) {
        Of of = new Of(number, event);
        return switch (event) {
            case RequestEvent.CorrectionRequested e ->
                of.step(Kind.CORRECTION_REQUESTED, e.requestedOn(), e.correctionDueOn(), null, null);
            case RequestEvent.CorrectionReceived e -> of.step(Kind.CORRECTION_RECEIVED, e.receivedOn());
            case RequestEvent.ThirdPartyConsulted e ->
                of.step(Kind.THIRD_PARTY_CONSULTED, e.consultedOn(), null, e.consultation(), null);
            case RequestEvent.ThirdPartyResponded e ->
                of.step(Kind.THIRD_PARTY_RESPONDED, e.respondedOn(), null, e.consultation(), id(e.opinion()));
            case RequestEvent.OrganConsulted e ->
                of.step(Kind.ORGAN_CONSULTED, e.consultedOn(), null, e.consultation(), e.consultedOrgan());
            case RequestEvent.OrganResponded e ->
                of.step(Kind.ORGAN_RESPONDED, e.respondedOn(), null, e.consultation(), id(e.opinion()));
            case RequestEvent.FeeNotified e -> of.step(Kind.FEE_NOTIFIED, e.notifiedOn());
            case RequestEvent.FeePaid e -> of.step(Kind.FEE_PAID, e.paidOn());
            case RequestEvent.RequestReopened e ->
                of.step(Kind.REOPENED, e.reopenedOn(), e.answerDueOn(), null, id(e.reopeningGround()));
            case RequestEvent.RequestDecidedAnew e ->
                of.step(
                        Kind.DECIDED_ANEW,
                        e.redecidedOn(),
                        null,
                        null,
                        e.newOutcome().id());
            case RequestEvent.RequestFactCorrected e -> corrected(e, of);
            case RequestEvent.RequestReceived ignored -> null;
            case RequestEvent.RequestDecided ignored -> null;
            case RequestEvent.ReceiptDocumented ignored -> null;
            case RequestEvent.AnswerPeriodExtended ignored -> null;
            case RequestEvent.ReasonsRequested ignored -> null;
            case RequestEvent.ReasonsGiven ignored -> null;
            case RequestEvent.LaterDateFixed ignored -> null;
            case RequestEvent.DecisionReasoned ignored -> null;
            case RequestEvent.DecisionDelivered ignored -> null;
            case RequestEvent.LetterIssued ignored -> null;
            case RequestEvent.LetterDelivered ignored -> null;
            case RequestEvent.AttachmentAdded ignored -> null;
            case RequestEvent.AttachmentWithdrawn ignored -> null;
            case RequestEvent.DeadlineMoved ignored -> null;
            case RequestEvent.HandlerAssigned ignored -> null;
            case RequestEvent.HandlerReleased ignored -> null;
            case RequestEvent.AnswerProposed ignored -> null;
            case RequestEvent.ExtensionProposed ignored -> null;
            case RequestEvent.ProposalApproved ignored -> null;
            case RequestEvent.ProposalReturned ignored -> null;
            case RequestEvent.ProposalWithdrawn ignored -> null;
            case RequestEvent.RequestDetailRecorded ignored -> null;
        };
    }

    private static @Nullable String id(@Nullable Coded code) {
        return code == null ? null : code.id();
    }

    private static @Nullable HandlingStep corrected(RequestEvent.RequestFactCorrected e, Of of) {
        RequestFact fact = RequestFact.byId(e.fact());
        boolean step = fact == RequestFact.CORRECTION_REQUESTED_ON
                || fact == RequestFact.CORRECTION_RECEIVED_ON
                || fact == RequestFact.THIRD_PARTY_CONSULTED_ON
                || fact == RequestFact.THIRD_PARTY_RESPONDED_ON
                || fact == RequestFact.FEE_NOTIFIED_ON
                || fact == RequestFact.FEE_PAID_ON;
        return step
                ? of.step(
                        Kind.DATE_CORRECTED,
                        LocalDate.parse(e.corrected()),
                        LocalDate.parse(e.recorded()),
                        null,
                        e.fact())
                : null;
    }

    /** The event that told of it, less what does not bear on time. */
    RequestEvent event() {
        RequestId request = new RequestId(UUID.fromString(caseId));
        OrganCode of = new OrganCode(organ);
        return switch (kind) {
            case CORRECTION_REQUESTED -> new RequestEvent.CorrectionRequested(request, of, on, other, null);
            case CORRECTION_RECEIVED -> new RequestEvent.CorrectionReceived(request, of, on);
            case THIRD_PARTY_CONSULTED -> new RequestEvent.ThirdPartyConsulted(request, of, on, consultation, null);
            case THIRD_PARTY_RESPONDED ->
                new RequestEvent.ThirdPartyResponded(
                        request, of, on, consultation, detail == null ? null : Coded.of(Opinion.class, detail));
            case ORGAN_CONSULTED -> new RequestEvent.OrganConsulted(request, of, on, which(), said());
            case ORGAN_RESPONDED ->
                new RequestEvent.OrganResponded(request, of, on, which(), Coded.of(Opinion.class, said()));
            case FEE_NOTIFIED -> new RequestEvent.FeeNotified(request, of, on, null, null, null, null);
            case FEE_PAID -> new RequestEvent.FeePaid(request, of, on, null);
            case REOPENED ->
                new RequestEvent.RequestReopened(
                        request, of, on, Coded.of(ReopeningGround.class, said()), null, other, null);
            case DECIDED_ANEW -> new RequestEvent.RequestDecidedAnew(request, of, on, Outcome.of(said()), null);
            case DATE_CORRECTED ->
                new RequestEvent.RequestFactCorrected(request, of, said(), String.valueOf(other), on.toString(), null);
        };
    }

    private int which() {
        return Optional.ofNullable(consultation).orElseThrow();
    }

    private String said() {
        return Optional.ofNullable(detail).orElseThrow();
    }
}
