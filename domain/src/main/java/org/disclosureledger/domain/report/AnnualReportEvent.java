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
