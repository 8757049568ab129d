package org.disclosureledger.domain.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.fee.FeeBasis;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.remedy.RemedyId;
import org.jspecify.annotations.Nullable;

/** What happened in a request. Every date is the legal date of the step: a calendar day in China. */
public sealed interface RequestEvent extends DomainEvent {

    RequestId requestId();

    /** Art. 31: the request reached the organ. What the register did not say is null. */
    record RequestReceived(
            RequestId requestId,
            OrganCode organ,
            String registrationNumber,
            LocalDate receivedOn,
            Channel channel,
            ApplicantKind applicantKind,
            SealedText applicant,
            @Nullable SealedText identityNumber,
            @Nullable SealedText contact,
            @Nullable SealedText address,
            SealedText content)
            implements RequestEvent {}

    /**
     * Art. 29, 31: what the office noted about the paper beyond the columns of the register.
     *
     * @param arrivedOn the day on which it reached the building or the mailbox, when receipt was confirmed later
     * @param postalService null for what did not come by post
     * @param representative who files for the applicant, with a power of attorney
     * @param otherApplicants those who apply together with the applicant
     * @param splitFromId the request whose paper also held this matter (一事一申请)
     */
    record ReceiptDocumented(
            RequestId requestId,
            OrganCode organ,
            @Nullable LocalDate arrivedOn,
            @Nullable PostalService postalService,
            IdentityProof identityProof,
            @Nullable SealedText representative,
            @Nullable SealedText otherApplicants,
            @Nullable WantedForm wantedForm,
            @Nullable RequestId splitFromId)
            implements RequestEvent {}

    /**
     * Art. 30: the applicant was told what to correct.
     *
     * @param correctionDueOn last day of the reasonable period that the notice sets
     * @param matters what has to be corrected
     */
    record CorrectionRequested(
            RequestId requestId,
            OrganCode organ,
            LocalDate requestedOn,
            @Nullable LocalDate correctionDueOn,
            @Nullable SealedText matters)
            implements RequestEvent {}

    /** Art. 30: the correction came in; the answer period runs from here. */
    record CorrectionReceived(RequestId requestId, OrganCode organ, LocalDate receivedOn) implements RequestEvent {}

    /**
     * Art. 33: the applicant was told that the answer takes longer.
     *
     * @param days working days added, at most 20; null when the register does not say, then 20
     * @param approvedBy the head of the office for government information who approved it
     */
    record AnswerPeriodExtended(
            RequestId requestId,
            OrganCode organ,
            LocalDate notifiedOn,
            @Nullable Integer days,
            @Nullable String approvedBy,
            @Nullable SealedText reason)
            implements RequestEvent {}

    /**
     * Art. 32: a third party was asked for its opinion.
     *
     * @param consultation which consultation of this request, from 1; null when the register tells of it
     */
    record ThirdPartyConsulted(
            RequestId requestId,
            OrganCode organ,
            LocalDate consultedOn,
            @Nullable Integer consultation,
            @Nullable SealedText thirdParty)
            implements RequestEvent {}

    /** Art. 32: the third party answered. */
    record ThirdPartyResponded(
            RequestId requestId,
            OrganCode organ,
            LocalDate respondedOn,
            @Nullable Integer consultation,
            @Nullable Opinion opinion)
            implements RequestEvent {}

    /**
     * Art. 33, 34: another organ was asked for its opinion.
     *
     * @param consultation which consultation of this request, from 1, third parties included
     */
    record OrganConsulted(
            RequestId requestId, OrganCode organ, LocalDate consultedOn, Integer consultation, String consultedOrgan)
            implements RequestEvent {}

    /** Art. 34: the other organ answered. */
    record OrganResponded(
            RequestId requestId, OrganCode organ, LocalDate respondedOn, Integer consultation, Opinion opinion)
            implements RequestEvent {}

    /**
     * 国办函〔2020〕109号 art. 6: the applicant was told to pay a fee.
     *
     * @param quantity items or pages of this request
     * @param before for items, those of the same applicant earlier in the same calendar month
     * @param fee in 元
     */
    record FeeNotified(
            RequestId requestId,
            OrganCode organ,
            LocalDate notifiedOn,
            @Nullable FeeBasis basis,
            @Nullable Integer quantity,
            @Nullable Integer before,
            @Nullable BigDecimal fee)
            implements RequestEvent {}

    /**
     * 国办函〔2020〕109号 art. 7: the fee was paid.
     *
     * @param fee in 元
     */
    record FeePaid(
            RequestId requestId,
            OrganCode organ,
            LocalDate paidOn,
            @Nullable BigDecimal fee) implements RequestEvent {}

    /** Art. 35: the applicant was asked why so many requests are made, or the same so often. */
    record ReasonsRequested(RequestId requestId, OrganCode organ, LocalDate requestedOn) implements RequestEvent {}

    /**
     * Art. 35: the applicant gave reasons.
     *
     * @param reasonable whether the organ finds them reasonable
     */
    record ReasonsGiven(RequestId requestId, OrganCode organ, LocalDate givenOn, Boolean reasonable)
            implements RequestEvent {}

    /**
     * Art. 35: the reasons are reasonable but the answer is not feasible in time; a later date was fixed and told.
     *
     * @param answerDueOn the day until which the answer is promised
     */
    record LaterDateFixed(RequestId requestId, OrganCode organ, LocalDate fixedOn, LocalDate answerDueOn)
            implements RequestEvent {}

    /** Art. 36: the request was answered, or ended otherwise, with exactly one result. */
    record RequestDecided(
            RequestId requestId,
            OrganCode organ,
            LocalDate decidedOn,
            Outcome outcome,
            @Nullable String documentNumber) implements RequestEvent {}

    /**
     * Art. 36, 37: what the answer says beyond its result; recorded together with it.
     *
     * @param ground article, and what of it applies
     * @param meansOfAccess how, where and when the information is had, or where it was published
     * @param otherOrgan the organ that is responsible (art. 36(5))
     * @param withheld what was separated and kept back (art. 37)
     * @param joinedIntoId the request with which this one is handled together
     */
    record DecisionReasoned(
            RequestId requestId,
            OrganCode organ,
            @Nullable String ground,
            @Nullable SealedText meansOfAccess,
            @Nullable String otherOrgan,
            @Nullable String otherOrganContact,
            @Nullable SealedText withheld,
            @Nullable SealedText reasons,
            @Nullable EndReason endReason,
            @Nullable RequestId joinedIntoId)
            implements RequestEvent {}

    /** The answer reached the applicant. */
    record DecisionDelivered(
            RequestId requestId,
            OrganCode organ,
            LocalDate deliveredOn,
            @Nullable DeliveryMethod deliveryMethod) implements RequestEvent {}

    /**
     * A letter of the case was made.
     *
     * @param letterKind identifier of the kind of letter
     * @param letterNumber number of the letter (文号), unique in the case
     * @param templateDigest SHA-256 of the template, in hexadecimal digits
     * @param documentDigest SHA-256 of the letter, in hexadecimal digits
     */
    record LetterIssued(
            RequestId requestId,
            OrganCode organ,
            String letterKind,
            String letterNumber,
            LocalDate letterOn,
            String templateDigest,
            String documentDigest)
            implements RequestEvent {}

    /** A letter other than the answer reached whom it is for. */
    record LetterDelivered(
            RequestId requestId,
            OrganCode organ,
            String letterNumber,
            LocalDate letterDeliveredOn,
            DeliveryMethod deliveryMethod)
            implements RequestEvent {}

    /**
     * A file was added to the case: as it was received, scanned, or given out.
     *
     * @param attachment which attachment of this request, from 1
     * @param fileName as it was handed in
     * @param mediaType told by the content, never by the name
     * @param size in bytes
     * @param digest SHA-256 of the bytes, in hexadecimal digits
     */
    record AttachmentAdded(
            RequestId requestId,
            OrganCode organ,
            Integer attachment,
            AttachmentKind attachmentKind,
            SealedText fileName,
            String mediaType,
            Integer size,
            String digest)
            implements RequestEvent {}

    /** A file had been added by mistake; it is kept, and no longer given away. */
    record AttachmentWithdrawn(RequestId requestId, OrganCode organ, Integer attachment, SealedText reason)
            implements RequestEvent {}

    /**
     * An answered request is to be decided once more. The request is not counted again.
     *
     * @param remedyId the reconsideration or lawsuit that asks for it
     * @param answerDueOn last day for the new answer where the decision or judgment sets one
     */
    record RequestReopened(
            RequestId requestId,
            OrganCode organ,
            LocalDate reopenedOn,
            ReopeningGround reopeningGround,
            @Nullable RemedyId remedyId,
            @Nullable LocalDate answerDueOn,
            @Nullable SealedText reason)
            implements RequestEvent {}

    /** The answer after a reopening. How it counts is a counting rule of the organ. */
    record RequestDecidedAnew(
            RequestId requestId,
            OrganCode organ,
            LocalDate redecidedOn,
            Outcome newOutcome,
            @Nullable String documentNumber)
            implements RequestEvent {}

    /**
     * The calendar of working days changed while the answer was due: the last day moved with it.
     *
     * @param calendarNotice the notice that changed the calendar
     */
    record DeadlineMoved(
            RequestId requestId, OrganCode organ, LocalDate previousDueOn, LocalDate newDueOn, String calendarNotice)
            implements RequestEvent {}

    /**
     * Somebody of the organ is to handle the request; whoever did so before no longer does.
     *
     * @param previousId who handled it until then, null for nobody
     */
    record HandlerAssigned(
            RequestId requestId,
            OrganCode organ,
            AccountId handlerId,
            @Nullable AccountId previousId,
            @Nullable SealedText reason)
            implements RequestEvent {}

    /** Nobody in particular is to handle the request any more. */
    record HandlerReleased(
            RequestId requestId,
            OrganCode organ,
            AccountId previousId,
            @Nullable SealedText reason) implements RequestEvent {}

    /**
     * An answer was put to a second person. It is none until it is approved.
     *
     * @param proposal which proposal of this request, from 1
     * @param proposedBy sign-in name
     * @param anew whether it is the answer after a reopening
     * @param answeredOn the legal date that the answer will have
     */
    record AnswerProposed(
            RequestId requestId,
            OrganCode organ,
            Integer proposal,
            String proposedBy,
            Boolean anew,
            LocalDate answeredOn,
            Outcome outcome,
            @Nullable String documentNumber,
            @Nullable String ground,
            @Nullable SealedText meansOfAccess,
            @Nullable String otherOrgan,
            @Nullable String otherOrganContact,
            @Nullable SealedText withheld,
            @Nullable SealedText reasons,
            @Nullable EndReason endReason,
            @Nullable RequestId joinedIntoId)
            implements RequestEvent {}

    /**
     * An extension was put to a second person. It is none until it is approved.
     *
     * @param proposal which proposal of this request, from 1
     * @param proposedBy sign-in name
     * @param notifiedOn the legal date that the extension will have
     * @param days working days to be added
     * @param approvedBy the head of the office for government information, as art. 33 asks
     */
    record ExtensionProposed(
            RequestId requestId,
            OrganCode organ,
            Integer proposal,
            String proposedBy,
            LocalDate notifiedOn,
            Integer days,
            @Nullable String approvedBy,
            @Nullable SealedText reason)
            implements RequestEvent {}

    /**
     * A second person agreed to what was proposed. The step itself is recorded with it.
     *
     * @param proposedBy sign-in name of the first person; that of the second stands beside the event
     */
    record ProposalApproved(RequestId requestId, OrganCode organ, Integer proposal, String proposedBy)
            implements RequestEvent {}

    /** A second person gave back what was proposed. */
    record ProposalReturned(RequestId requestId, OrganCode organ, Integer proposal, SealedText reason)
            implements RequestEvent {}

    /** Who proposed it no longer does. */
    record ProposalWithdrawn(RequestId requestId, OrganCode organ, Integer proposal) implements RequestEvent {}

    /**
     * Something without a legal date of its own became known: a contact, a document number, a remark.
     *
     * @param fact identifier of a {@link RequestFact}, or {@code remark:<column>}
     * @param value as recorded; personal data and remarks are sealed
     */
    record RequestDetailRecorded(RequestId requestId, OrganCode organ, String fact, String value)
            implements RequestEvent {}

    /**
     * A fact had been recorded wrongly; both values stay.
     *
     * @param fact identifier of a {@link RequestFact}, or {@code remark:<column>}
     */
    record RequestFactCorrected(
            RequestId requestId,
            OrganCode organ,
            String fact,
            String recorded,
            String corrected,
            @Nullable String reason)
            implements RequestEvent {}
}
