package org.disclosureledger.domain.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What can be asked of a consolidated report. */
public sealed interface ConsolidatedReportCommand {

    ConsolidatedReportId consolidatedId();

    OrganCode organ();

    record WriteConsolidatedSection(
            ConsolidatedReportId consolidatedId, OrganCode organ, int year, ReportSection section, String text)
            implements ConsolidatedReportCommand {}

    /**
     * A named person answers for publishing although something stands against it.
     *
     * @param check which, as {@link FailedCheck#check}
     * @param failed all that stands against publication now
     */
    record WaiveObstacle(
            ConsolidatedReportId consolidatedId,
            OrganCode organ,
            int year,
            String check,
            String waivedBy,
            String reason,
            List<FailedCheck> failed)
            implements ConsolidatedReportCommand {}

    /**
     * Publishes the first version, or an amended one.
     *
     * @param version which version the documents were made as
     * @param today this day in China
     * @param reason why it is amended, null for the first version
     * @param members as {@link ConsolidatedReportEvent.ConsolidatedReportPublished#members}
     * @param failed what stands against publication
     * @param unfinished text parts that have gaps
     */
    record PublishConsolidated(
            ConsolidatedReportId consolidatedId,
            OrganCode organ,
            int year,
            int version,
            LocalDate publishedOn,
            LocalDate today,
            @Nullable String reason,
            String memberRule,
            String members,
            ReportContent content,
            List<FailedCheck> failed,
            Set<ReportSection> unfinished)
            implements ConsolidatedReportCommand {}
}
