package org.disclosureledger.domain.report;

import java.time.LocalDate;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What happened to an annual report. */
public sealed interface AnnualReportEvent extends DomainEvent {

    AnnualReportId reportId();

    /** The office wrote one of the narrative parts; the latest text counts. */
    record SectionWritten(AnnualReportId reportId, OrganCode organ, int year, ReportSection section, String text)
            implements AnnualReportEvent {}

    /**
     * A named person answers for publishing although a check fails. The waiver is printed in the report.
     *
     * @param check which check, on which row and column: {@code id:row:column}
     * @param finding how it failed, in Chinese with the figures; with other figures it is not waived
     */
    record CheckWaived(
            AnnualReportId reportId,
            OrganCode organ,
            int year,
            String check,
            String finding,
            String waivedBy,
            String reason)
            implements AnnualReportEvent {}

    /**
     * Art. 50: the report was published, in its first version or amended. All that was published is here or, by their
     * digests, in the documents; see {@link ReportContent} for the forms of the texts.
     *
     * @param version 1 for the first
     * @param amendmentReason null for the first version
     * @param waived the checks that failed and were waived, one in a line; empty for none
     */
    record AnnualReportPublished(
            AnnualReportId reportId,
            OrganCode organ,
            int year,
            int version,
            LocalDate publishedOn,
            @Nullable String amendmentReason,
            String organName,
            String form,
            String countingRules,
            String knownUpTo,
            String knownHash,
            String figures,
            String overview,
            String problems,
            String otherMatters,
            String waived,
            String documents)
            implements AnnualReportEvent {}

    /**
     * A publication was put to a second person, with all that will be published. It is none until it is approved.
     *
     * @param proposal which proposal of this report, from 1
     * @param proposedBy sign-in name
     * @param publishedOn the legal date that the publication will have
     */
    record ReportProposed(
            AnnualReportId reportId,
            OrganCode organ,
            int year,
            int proposal,
            String proposedBy,
            int version,
            LocalDate publishedOn,
            @Nullable String amendmentReason,
            String organName,
            String form,
            String countingRules,
            String knownUpTo,
            String knownHash,
            String figures,
            String overview,
            String problems,
            String otherMatters,
            String waived,
            String documents)
            implements AnnualReportEvent {}

    /**
     * A second person agreed; the publication is recorded with it.
     *
     * @param proposedBy sign-in name of the first person; that of the second stands beside the event
     */
    record ReportApproved(AnnualReportId reportId, OrganCode organ, int year, int proposal, String proposedBy)
            implements AnnualReportEvent {}

    /** A second person gave back what was proposed. */
    record ReportReturned(AnnualReportId reportId, OrganCode organ, int year, int proposal, String reason)
            implements AnnualReportEvent {}

    /** Who proposed it no longer does. */
    record ReportProposalWithdrawn(AnnualReportId reportId, OrganCode organ, int year, int proposal)
            implements AnnualReportEvent {}

    /**
     * The tables differ from the published version, and the organ does not amend it for now.
     *
     * @param version the published version
     * @param differences a line for each cell: address, published figure, present figure; a blank is {@code -}
     */
    record DifferenceNoted(
            AnnualReportId reportId,
            OrganCode organ,
            int year,
            int version,
            String differences,
            String notedBy,
            String reason)
            implements AnnualReportEvent {}
}
