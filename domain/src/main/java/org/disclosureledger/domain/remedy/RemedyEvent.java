package org.disclosureledger.domain.remedy;

import java.time.LocalDate;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.request.RequestId;
import org.jspecify.annotations.Nullable;

/** What happened in a reconsideration or a lawsuit. Every date is the legal date: a calendar day in China. */
public sealed interface RemedyEvent extends DomainEvent {

    RemedyId remedyId();

    /**
     * The case was accepted.
     *
     * @param afterReconsideration for a lawsuit, whether reconsideration came before it; null for a reconsideration
     * @param registrationNumber number of the request that it is about, as the register gives it
     * @param requestId that request, whether or not it is recorded here
     */
    record RemedyAccepted(
            RemedyId remedyId,
            OrganCode organ,
            String caseNumber,
            Procedure procedure,
            @Nullable Boolean afterReconsideration,
            @Nullable String registrationNumber,
            @Nullable RequestId requestId,
            LocalDate acceptedOn)
            implements RemedyEvent {}

    record RemedyConcluded(RemedyId remedyId, OrganCode organ, LocalDate concludedOn, RemedyResult result)
            implements RemedyEvent {}

    /**
     * After a ruling the case went on to a further instance.
     *
     * @param instanceNumber the court's number of that instance, unique in the case
     * @param byOrgan whether the organ itself appealed or applied
     */
    record RemedyAppealed(
            RemedyId remedyId,
            OrganCode organ,
            Instance instance,
            LocalDate appealedOn,
            String instanceNumber,
            @Nullable String court,
            @Nullable Boolean byOrgan)
            implements RemedyEvent {}

    /** The further instance ended; its ruling is the one in force. */
    record RemedyAppealConcluded(
            RemedyId remedyId, OrganCode organ, LocalDate endedOn, RemedyResult ruling, String instanceNumber)
            implements RemedyEvent {}

    /** The request that the case is about became known later. */
    record RemedyLinked(RemedyId remedyId, OrganCode organ, String registrationNumber, RequestId requestId)
            implements RemedyEvent {}

    /** @param fact {@code remark:<column>} */
    record RemedyDetailRecorded(RemedyId remedyId, OrganCode organ, String fact, String value) implements RemedyEvent {}

    /**
     * A fact had been recorded wrongly; both values stay.
     *
     * @param fact identifier of a {@link RemedyFact}, or {@code remark:<column>}
     * @param requestId the request meant, when the registration number is what was corrected
     */
    record RemedyFactCorrected(
            RemedyId remedyId,
            OrganCode organ,
            String fact,
            String recorded,
            String corrected,
            @Nullable RequestId requestId,
            @Nullable String reason)
            implements RemedyEvent {}
}
