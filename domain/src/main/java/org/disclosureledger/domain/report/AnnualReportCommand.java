package org.disclosureledger.domain.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What can be asked of an annual report. */
public sealed interface AnnualReportCommand {

    AnnualReportId reportId();

    OrganCode organ();

    record WriteSection(AnnualReportId reportId, OrganCode organ, int year, ReportSection section, String text)
            implements AnnualReportCommand {}

    /**
     * A named person answers for publishing although a check fails.
     *
     * @param check which one, as {@link FailedCheck#check}
     * @param failed all checks that stand against publication now
     */
    record WaiveCheck(
            AnnualReportId reportId,
            OrganCode organ,
            int year,
            String check,
            String waivedBy,
            String reason,
            List<FailedCheck> failed)
            implements AnnualReportCommand {}

    /**
     * Publishes the first version, or an amended one.
     *
     * @param version which version the documents were made as
     * @param publishedOn the day of publication
     * @param today this day in China
     * @param reason why it is amended, null for the first version
     * @param failed the checks that stand against publication
     * @param unfinished text parts that have gaps
     */
    record PublishReport(
            AnnualReportId reportId,
            OrganCode organ,
            int year,
            int version,
            LocalDate publishedOn,
            LocalDate today,
            @Nullable String reason,
            ReportContent content,
            List<FailedCheck> failed,
            Set<ReportSection> unfinished)
            implements AnnualReportCommand {}

    /**
     * Puts a publication to a second person.
     *
     * @param by sign-in name of who proposes
     */
    record ProposeReport(PublishReport publication, String by) implements AnnualReportCommand {

        @Override
        public AnnualReportId reportId() {
            return publication.reportId();
        }

        @Override
        public OrganCode organ() {
            return publication.organ();
        }
    }

    /**
     * Approves what somebody else proposed: it is published as it was proposed.
     *
     * @param by sign-in name of who approves
     * @param now what the report would say now
     * @param failed the checks that stand against publication now
     * @param unfinished text parts that have gaps now
     */
    record ApproveReport(
            AnnualReportId reportId,
            OrganCode organ,
            int year,
            int proposal,
            String by,
            LocalDate today,
            ReportContent now,
            List<FailedCheck> failed,
            Set<ReportSection> unfinished)
            implements AnnualReportCommand {}

    /**
     * Gives back what somebody else proposed.
     *
     * @param by sign-in name of who returns it
     */
    record ReturnReport(AnnualReportId reportId, OrganCode organ, int year, int proposal, String reason, String by)
            implements AnnualReportCommand {}

    /**
     * Takes back what one has proposed.
     *
     * @param by sign-in name of who withdraws it
     */
    record WithdrawReport(AnnualReportId reportId, OrganCode organ, int year, int proposal, String by)
            implements AnnualReportCommand {}

    /**
     * The tables differ from the published ones, and the organ does not amend them for now.
     *
     * @param differences a line for each cell: address, published figure, present figure
     */
    record NoteDifference(
            AnnualReportId reportId, OrganCode organ, int year, String differences, String notedBy, String reason)
            implements AnnualReportCommand {}
}
