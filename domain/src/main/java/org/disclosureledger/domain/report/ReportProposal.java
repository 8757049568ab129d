package org.disclosureledger.domain.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.domain.organ.ApprovalStage;
import org.jspecify.annotations.Nullable;

/**
 * A publication that was put to a second person, and what became of it.
 *
 * @param returnedFor why it was given back, null unless it was
 */
public record ReportProposal(
        AnnualReportEvent.ReportProposed content,
        ApprovalStage stage,
        @Nullable String returnedFor) {

    static @Nullable ReportProposal after(@Nullable ReportProposal known, AnnualReportEvent event) {
        if (event instanceof AnnualReportEvent.ReportProposed e) {
            return new ReportProposal(e, ApprovalStage.OPEN, null);
        }
        if (known == null) {
            return null;
        }
        if (event instanceof AnnualReportEvent.ReportApproved) {
            return new ReportProposal(known.content, ApprovalStage.APPROVED, null);
        }
        if (event instanceof AnnualReportEvent.ReportReturned e) {
            return new ReportProposal(known.content, ApprovalStage.RETURNED, e.reason());
        }
        return event instanceof AnnualReportEvent.ReportProposalWithdrawn
                ? new ReportProposal(known.content, ApprovalStage.WITHDRAWN, null)
                : known;
    }

    public boolean isOpen() {
        return stage == ApprovalStage.OPEN;
    }

    public boolean isReturned() {
        return stage == ApprovalStage.RETURNED;
    }

    /**
     * Exactly the publication that was proposed.
     *
     * @param today the day on which it is recorded, in China
     * @param failed the checks that stand against publication now
     * @param unfinished text parts that have gaps now
     */
    AnnualReportCommand.PublishReport command(
            LocalDate today, List<FailedCheck> failed, Set<ReportSection> unfinished) {
        Map<ReportSection, String> texts = new EnumMap<>(ReportSection.class);
        texts.put(ReportSection.OVERVIEW, content.overview());
        texts.put(ReportSection.PROBLEMS, content.problems());
        texts.put(ReportSection.OTHER_MATTERS, content.otherMatters());
        ReportContent says = new ReportContent(
                content.organName(),
                content.form(),
                content.countingRules(),
                content.knownUpTo(),
                content.knownHash(),
                content.figures(),
                texts,
                content.documents());
        return new AnnualReportCommand.PublishReport(
                content.reportId(),
                content.organ(),
                content.year(),
                content.version(),
                content.publishedOn(),
                today,
                content.amendmentReason(),
                says,
                failed,
                unfinished);
    }

    /** Whether a reader would find the same in what was proposed and in the report as it is now. */
    boolean says(ReportContent now) {
        return content.organName().equals(now.organName())
                && content.form().equals(now.form())
                && content.countingRules().equals(now.countingRules())
                && content.figures().equals(now.figures())
                && content.overview().equals(now.text(ReportSection.OVERVIEW))
                && content.problems().equals(now.text(ReportSection.PROBLEMS))
                && content.otherMatters().equals(now.text(ReportSection.OTHER_MATTERS));
    }

    /** The event that puts a publication to a second person. */
    static AnnualReportEvent.ReportProposed of(AnnualReportEvent.AnnualReportPublished e, int number, String by) {
        return new AnnualReportEvent.ReportProposed(
                e.reportId(),
                e.organ(),
                e.year(),
                number,
                by,
                e.version(),
                e.publishedOn(),
                e.amendmentReason(),
                e.organName(),
                e.form(),
                e.countingRules(),
                e.knownUpTo(),
                e.knownHash(),
                e.figures(),
                e.overview(),
                e.problems(),
                e.otherMatters(),
                e.waived(),
                e.documents());
    }
}
