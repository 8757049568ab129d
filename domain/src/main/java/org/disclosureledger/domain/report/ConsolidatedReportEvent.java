package org.disclosureledger.domain.report;

import java.time.LocalDate;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What happened to a consolidated report (汇总年度报告): one whose tables are the sums over the organs under a superior. */
public sealed interface ConsolidatedReportEvent extends DomainEvent {

    ConsolidatedReportId consolidatedId();

    /** The superior wrote one of the narrative parts; the latest text counts. */
    record ConsolidatedSectionWritten(
            ConsolidatedReportId consolidatedId, OrganCode organ, int year, ReportSection section, String text)
            implements ConsolidatedReportEvent {}

    /**
     * A named person answers for publishing although something stands against it. Printed in the report.
     *
     * @param check which check or which organ, as {@link FailedCheck#check}
     * @param finding what stood against it; with another finding it is not waived
     */
    record ConsolidationWaived(
            ConsolidatedReportId consolidatedId,
            OrganCode organ,
            int year,
            String check,
            String finding,
            String waivedBy,
            String reason)
            implements ConsolidatedReportEvent {}

    /**
     * Art. 49: the report was published, in its first version or amended. All that was published is here or, by their
     * digests, in the documents; see {@link ReportContent} for the forms of the texts.
     *
     * @param version 1 for the first
     * @param amendmentReason null for the first version
     * @param memberRule by which rule the members were told, with its version
     * @param members a line for each organ that was summed or waived, the superior first: its code, one of the words published,
     *     external and waived and, unless it was waived, the version that was summed, the number of its event and the hash of
     *     that event in hexadecimal digits; then its name as printed; separated by blanks
     * @param waived what stood against it and was waived, one in a line; empty for none
     */
    record ConsolidatedReportPublished(
            ConsolidatedReportId consolidatedId,
            OrganCode organ,
            int year,
            int version,
            LocalDate publishedOn,
            @Nullable String amendmentReason,
            String organName,
            String form,
            String memberRule,
            String members,
            String knownUpTo,
            String knownHash,
            String figures,
            String overview,
            String problems,
            String otherMatters,
            String waived,
            String documents)
            implements ConsolidatedReportEvent {}
}
