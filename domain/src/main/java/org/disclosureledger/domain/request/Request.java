package org.disclosureledger.domain.request;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;

/** A request as its rules see it. */
public sealed interface Request {

    /** Nothing has been recorded. */
    record Unreceived() implements Request {}

    /**
     * Received, and possibly decided.
     *
     * @param facts what the register says
     * @param course the steps it has taken
     * @param attachments its files in the order in which they were added; the first has number 1
     * @param handler who is to handle it, null for nobody in particular
     * @param proposal the latest step that was put to a second person, null for none
     */
    record Received(
            Facts facts,
            Course course,
            List<Attachment> attachments,
            @Nullable AccountId handler,
            @Nullable Proposal proposal)
            implements Request {

        public Received {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * A file of the case.
     *
     * @param digest SHA-256 of its bytes, in hexadecimal digits
     */
    record Attachment(int number, String digest, boolean withdrawn) {}

    default Facts facts() {
        return switch (this) {
            case Unreceived ignored -> Facts.none();
            case Received r -> r.facts();
        };
    }

    default Course course() {
        return switch (this) {
            case Unreceived ignored -> Course.NONE;
            case Received r -> r.course();
        };
    }

    default List<Attachment> attachments() {
        return switch (this) {
            case Unreceived ignored -> List.of();
            case Received r -> r.attachments();
        };
    }

    /** Who is to handle it; null for nobody in particular. */
    default @Nullable AccountId handler() {
        return null;
    }

    /** The latest step that was put to a second person, whatever became of it; null for none. */
    default @Nullable Proposal proposal() {
        return null;
    }

    default Request evolve(RequestEvent event) {
        return new Received(
                stated(facts(), event),
                course().after(event),
                attached(attachments(), event),
                handledBy(handler(), event),
                Proposal.after(proposal(), event));
    }

    private static @Nullable AccountId handledBy(@Nullable AccountId known, RequestEvent event) {
        if (event instanceof RequestEvent.HandlerAssigned e) {
            return e.handlerId();
        }
        return event instanceof RequestEvent.HandlerReleased ? null : known;
    }

    private static List<Attachment> attached(List<Attachment> known, RequestEvent event) {
        List<Attachment> now = new ArrayList<>(known);
        if (event instanceof RequestEvent.AttachmentAdded e) {
            now.add(new Attachment(e.attachment(), e.digest(), false));
        } else if (event instanceof RequestEvent.AttachmentWithdrawn e) {
            now.replaceAll(a -> a.number() == e.attachment() ? new Attachment(a.number(), a.digest(), true) : a);
        } else {
            return known;
        }
        return now;
    }

    private static Facts stated(Facts known, RequestEvent event) {
        return switch (event) {
            case RequestEvent.RequestReceived e ->
                known.with(RequestFact.REGISTRATION_NUMBER, e.registrationNumber())
                        .with(RequestFact.RECEIVED_ON, e.receivedOn())
                        .with(RequestFact.CHANNEL, e.channel().id())
                        .with(RequestFact.APPLICANT_KIND, e.applicantKind().id())
                        .with(RequestFact.APPLICANT, e.applicant())
                        .with(RequestFact.IDENTITY_NUMBER, e.identityNumber())
                        .with(RequestFact.CONTACT, e.contact())
                        .with(RequestFact.ADDRESS, e.address())
                        .with(RequestFact.CONTENT, e.content());
            case RequestEvent.CorrectionRequested e -> known.with(RequestFact.CORRECTION_REQUESTED_ON, e.requestedOn());
            case RequestEvent.CorrectionReceived e -> known.with(RequestFact.CORRECTION_RECEIVED_ON, e.receivedOn());
            case RequestEvent.AnswerPeriodExtended e -> known.with(RequestFact.EXTENSION_NOTIFIED_ON, e.notifiedOn());
            case RequestEvent.ThirdPartyConsulted e ->
                known.with(RequestFact.THIRD_PARTY_CONSULTED_ON, e.consultedOn());
            case RequestEvent.ThirdPartyResponded e ->
                known.with(RequestFact.THIRD_PARTY_RESPONDED_ON, e.respondedOn());
            case RequestEvent.FeeNotified e -> known.with(RequestFact.FEE_NOTIFIED_ON, e.notifiedOn());
            case RequestEvent.FeePaid e -> known.with(RequestFact.FEE_PAID_ON, e.paidOn());
            case RequestEvent.RequestDecided e ->
                known.with(RequestFact.DECIDED_ON, e.decidedOn())
                        .with(RequestFact.OUTCOME, e.outcome().id())
                        .with(RequestFact.DOCUMENT_NUMBER, e.documentNumber());
            case RequestEvent.DecisionDelivered e -> known.with(RequestFact.DELIVERED_ON, e.deliveredOn());
            case RequestEvent.RequestDetailRecorded e -> known.with(e.fact(), e.value());
            case RequestEvent.RequestFactCorrected e -> known.with(e.fact(), e.corrected());
            case RequestEvent.ReceiptDocumented ignored -> known;
            case RequestEvent.OrganConsulted ignored -> known;
            case RequestEvent.OrganResponded ignored -> known;
            case RequestEvent.ReasonsRequested ignored -> known;
            case RequestEvent.ReasonsGiven ignored -> known;
            case RequestEvent.LaterDateFixed ignored -> known;
            case RequestEvent.DecisionReasoned ignored -> known;
            case RequestEvent.LetterIssued ignored -> known;
            case RequestEvent.LetterDelivered ignored -> known;
            case RequestEvent.AttachmentAdded ignored -> known;
            case RequestEvent.AttachmentWithdrawn ignored -> known;
            case RequestEvent.RequestReopened ignored -> known;
            case RequestEvent.RequestDecidedAnew ignored -> known;
            case RequestEvent.DeadlineMoved ignored -> known;
            case RequestEvent.HandlerAssigned ignored -> known;
            case RequestEvent.HandlerReleased ignored -> known;
            case RequestEvent.AnswerProposed ignored -> known;
            case RequestEvent.ExtensionProposed ignored -> known;
            case RequestEvent.ProposalApproved ignored -> known;
            case RequestEvent.ProposalReturned ignored -> known;
            case RequestEvent.ProposalWithdrawn ignored -> known;
        };
    }
}
