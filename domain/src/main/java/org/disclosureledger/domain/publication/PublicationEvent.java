package org.disclosureledger.domain.publication;

import java.time.LocalDate;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What happened to published information. Every date is the legal date: a calendar day in China. */
public sealed interface PublicationEvent extends DomainEvent {

    PublicationId publicationId();

    /**
     * @param emphasis the office's own heading (重点公开内容), null when it has none
     * @param madeOn the day on which the information came about (形成, art. 26)
     */
    record PublicationPrepared(
            PublicationId publicationId,
            OrganCode organ,
            String publicationNumber,
            String title,
            ContentClass contentClass,
            @Nullable String emphasis,
            LocalDate madeOn)
            implements PublicationEvent {}

    /**
     * @param reviewer the official who answers for the review
     * @param ground why it is not, or only partly, published, or to whom it was referred
     */
    record PublicationReviewed(
            PublicationId publicationId,
            OrganCode organ,
            LocalDate reviewedOn,
            String reviewer,
            ReviewVerdict verdict,
            @Nullable String ground)
            implements PublicationEvent {}

    /** @param place which board, page, account or issue */
    record PublicationPublished(
            PublicationId publicationId,
            OrganCode organ,
            PublicationChannel channel,
            LocalDate publishedOn,
            @Nullable String place)
            implements PublicationEvent {}

    /** @param updatedOn the day on which the information changed (变更, art. 26) */
    record PublicationUpdated(PublicationId publicationId, OrganCode organ, LocalDate updatedOn, String what)
            implements PublicationEvent {}

    /** @param channel null for all channels */
    record PublicationWithdrawn(
            PublicationId publicationId,
            OrganCode organ,
            LocalDate withdrawnOn,
            @Nullable PublicationChannel channel,
            String reason)
            implements PublicationEvent {}

    /**
     * A fact had been recorded wrongly, or not at all; both values stay.
     *
     * @param fact identifier of a {@link PublicationFact}, with the number of its step if it belongs to one
     * @param recorded null when nothing had been stated
     */
    record PublicationFactCorrected(
            PublicationId publicationId,
            OrganCode organ,
            String fact,
            @Nullable String recorded,
            String corrected,
            String reason)
            implements PublicationEvent {}
}
