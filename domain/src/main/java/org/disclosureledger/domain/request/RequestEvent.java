package org.disclosureledger.domain.request;

import java.time.LocalDate;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
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

    /** Art. 30: the applicant was told what to correct. */
    record CorrectionRequested(RequestId requestId, OrganCode organ, LocalDate requestedOn) implements RequestEvent {}

    /** Art. 30: the correction came in; the answer period runs from here. */
    record CorrectionReceived(RequestId requestId, OrganCode organ, LocalDate receivedOn) implements RequestEvent {}

    /** Art. 33: the applicant was told that the answer takes longer. */
    record AnswerPeriodExtended(RequestId requestId, OrganCode organ, LocalDate notifiedOn) implements RequestEvent {}

    /** Art. 32: a third party was asked for its opinion. */
    record ThirdPartyConsulted(RequestId requestId, OrganCode organ, LocalDate consultedOn) implements RequestEvent {}

    /** Art. 32: the third party answered. */
    record ThirdPartyResponded(RequestId requestId, OrganCode organ, LocalDate respondedOn) implements RequestEvent {}

    /** 国办函〔2020〕109号 art. 6: the applicant was told to pay a fee. */
    record FeeNotified(RequestId requestId, OrganCode organ, LocalDate notifiedOn) implements RequestEvent {}

    /** 国办函〔2020〕109号 art. 7: the fee was paid. */
    record FeePaid(RequestId requestId, OrganCode organ, LocalDate paidOn) implements RequestEvent {}

    /** Art. 36: the request was answered, or ended otherwise, with exactly one result. */
    record RequestDecided(
            RequestId requestId,
            OrganCode organ,
            LocalDate decidedOn,
            Outcome outcome,
            @Nullable String documentNumber) implements RequestEvent {}

    /** The answer reached the applicant. */
    record DecisionDelivered(RequestId requestId, OrganCode organ, LocalDate deliveredOn) implements RequestEvent {}

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
