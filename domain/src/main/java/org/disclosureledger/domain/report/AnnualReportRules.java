package org.disclosureledger.domain.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Art. 50: the office writes the narrative parts, and publishes the report after the year. What was published stays as
 * it was; what becomes known afterwards leads to an amended version or to a noted difference. Doing the same again
 * changes nothing.
 */
public final class AnnualReportRules {

    private static final String PUBLISHED_ON = "publishedOn";
    private static final String PROPOSAL = "proposal";

    private AnnualReportRules() {}

    /** Art. 50: the last day on which the report of a year is published in time. */
    public static LocalDate dueOn(int year) {
        return LocalDate.of(year + 1, 1, 31);
    }

    /**
     * @param approved whether a second person of the organ has to approve a publication
     * @throws CommandRejected with every objection
     */
    public static List<AnnualReportEvent> handle(
            AnnualReportCommand command, AnnualReport report, BooleanSupplier approved) {
        if (command instanceof AnnualReportCommand.PublishReport && approved.getAsBoolean()) {
            throw new CommandRejected(AnnualReportRule.REPORT_NEEDS_APPROVAL.onField("publishedOn"));
        }
        return handle(command, report);
    }

    /**
     * As in an organ where nobody has to approve anything.
     *
     * @throws CommandRejected with every objection
     */
    public static List<AnnualReportEvent> handle(AnnualReportCommand command, AnnualReport report) {
        return switch (command) {
            case AnnualReportCommand.WriteSection c ->
                c.text().equals(report.sections().get(c.section()))
                        ? List.of()
                        : List.of(new AnnualReportEvent.SectionWritten(
                                c.reportId(), c.organ(), c.year(), c.section(), c.text()));
            case AnnualReportCommand.WaiveCheck c -> waive(c, report);
            case AnnualReportCommand.PublishReport c -> publish(c, report);
            case AnnualReportCommand.NoteDifference c -> note(c, report);
            case AnnualReportCommand.ProposeReport c -> propose(c, report);
            case AnnualReportCommand.ApproveReport c -> approve(c, report);
            case AnnualReportCommand.ReturnReport c -> giveBack(c, report);
            case AnnualReportCommand.WithdrawReport c -> withdraw(c, report);
        };
    }

    private static List<AnnualReportEvent> waive(AnnualReportCommand.WaiveCheck c, AnnualReport report) {
        FailedCheck failed = PublicationRules.waived(c.check(), c.failed(), c.waivedBy(), c.reason());
        var waived = new AnnualReportEvent.CheckWaived(
                c.reportId(), c.organ(), c.year(), c.check(), failed.finding(), c.waivedBy(), c.reason());
        return waived.equals(report.waivers().get(c.check())) ? List.of() : List.of(waived);
    }

    private static List<AnnualReportEvent> propose(AnnualReportCommand.ProposeReport c, AnnualReport report) {
        ReportProposal latest = report.proposal();
        if (latest != null && latest.isOpen()) {
            throw new CommandRejected(AnnualReportRule.REPORT_PROPOSAL_OPEN.onField(PUBLISHED_ON));
        }
        int number = latest == null ? 1 : latest.content().proposal() + 1;
        return List.of(ReportProposal.of(publication(c.publication(), report), number, c.by()));
    }

    /** What is approved is what was seen: a report that has changed since is proposed once more. */
    private static List<AnnualReportEvent> approve(AnnualReportCommand.ApproveReport c, AnnualReport report) {
        ReportProposal open = othersProposal(c.proposal(), c.by(), report);
        AnnualReportEvent.AnnualReportPublished published =
                publication(open.command(c.today(), c.failed(), c.unfinished()), report);
        if (!open.says(c.now()) || !published.waived().equals(open.content().waived())) {
            throw new CommandRejected(AnnualReportRule.REPORT_CHANGED_SINCE.onField(PROPOSAL));
        }
        return List.of(
                new AnnualReportEvent.ReportApproved(
                        c.reportId(),
                        c.organ(),
                        c.year(),
                        c.proposal(),
                        open.content().proposedBy()),
                published);
    }

    private static List<AnnualReportEvent> giveBack(AnnualReportCommand.ReturnReport c, AnnualReport report) {
        othersProposal(c.proposal(), c.by(), report);
        if (c.reason().isBlank()) {
            throw new CommandRejected(AnnualReportRule.REPORT_RETURN_WITHOUT_REASON.onField("returnReason"));
        }
        return List.of(
                new AnnualReportEvent.ReportReturned(c.reportId(), c.organ(), c.year(), c.proposal(), c.reason()));
    }

    private static List<AnnualReportEvent> withdraw(AnnualReportCommand.WithdrawReport c, AnnualReport report) {
        if (!open(c.proposal(), report).content().proposedBy().equals(c.by())) {
            throw new CommandRejected(AnnualReportRule.REPORT_PROPOSAL_OF_ANOTHER.onField(PROPOSAL));
        }
        return List.of(new AnnualReportEvent.ReportProposalWithdrawn(c.reportId(), c.organ(), c.year(), c.proposal()));
    }

    private static ReportProposal othersProposal(int number, String by, AnnualReport report) {
        ReportProposal open = open(number, report);
        if (open.content().proposedBy().equals(by)) {
            throw new CommandRejected(AnnualReportRule.OWN_REPORT_PROPOSAL.onField(PROPOSAL));
        }
        return open;
    }

    private static ReportProposal open(int number, AnnualReport report) {
        ReportProposal latest = report.proposal();
        if (latest == null || !latest.isOpen() || latest.content().proposal() != number) {
            throw new CommandRejected(AnnualReportRule.NO_SUCH_REPORT_PROPOSAL.onField(PROPOSAL, number));
        }
        return latest;
    }

    private static List<AnnualReportEvent> publish(AnnualReportCommand.PublishReport c, AnnualReport report) {
        return List.of(publication(c, report));
    }

    private static AnnualReportEvent.AnnualReportPublished publication(
            AnnualReportCommand.PublishReport c, AnnualReport report) {
        var last = report.published();
        List<Finding> faults = PublicationRules.objections(
                new PublicationRules.Asked(c.year(), c.version(), c.publishedOn(), c.today(), c.reason()),
                last == null ? null : new PublicationRules.Latest(last.version(), last.publishedOn()),
                c.failed().stream().filter(failed -> !report.waives(failed)).toList(),
                c.unfinished());
        int version = report.version();
        boolean amends = version > 0;
        var published = published(c, waived(c, report), amends ? c.reason() : null);
        if (amends && sameContent(published, report.published())) {
            faults.add(AnnualReportRule.NOTHING_TO_AMEND.onField("version", String.valueOf(version)));
        }
        PublicationRules.rejectIfAny(faults);
        return published;
    }

    private static AnnualReportEvent.AnnualReportPublished published(
            AnnualReportCommand.PublishReport c, String waived, @Nullable String reason) {
        ReportContent content = c.content();
        return new AnnualReportEvent.AnnualReportPublished(
                c.reportId(),
                c.organ(),
                c.year(),
                c.version(),
                c.publishedOn(),
                reason,
                content.organName(),
                content.form(),
                content.countingRules(),
                content.knownUpTo(),
                content.knownHash(),
                content.figures(),
                content.text(ReportSection.OVERVIEW),
                content.text(ReportSection.PROBLEMS),
                content.text(ReportSection.OTHER_MATTERS),
                waived,
                content.documents());
    }

    private static String waived(AnnualReportCommand.PublishReport c, AnnualReport report) {
        return c.failed().stream()
                .filter(report::waives)
                .map(FailedCheck::check)
                .collect(Collectors.joining("\n"));
    }

    /** Whether a reader would find the same in both. */
    private static boolean sameContent(
            AnnualReportEvent.AnnualReportPublished next, AnnualReportEvent.@Nullable AnnualReportPublished last) {
        return last != null
                && next.organName().equals(last.organName())
                && next.form().equals(last.form())
                && next.countingRules().equals(last.countingRules())
                && next.figures().equals(last.figures())
                && next.overview().equals(last.overview())
                && next.problems().equals(last.problems())
                && next.otherMatters().equals(last.otherMatters());
    }

    private static List<AnnualReportEvent> note(AnnualReportCommand.NoteDifference c, AnnualReport report) {
        List<Finding> faults = new ArrayList<>();
        int version = report.version();
        if (version == 0) {
            faults.add(AnnualReportRule.NOT_PUBLISHED.onField("year"));
        } else if (c.differences().isEmpty()) {
            faults.add(AnnualReportRule.NO_DIFFERENCE.onField("version", String.valueOf(version)));
        }
        if (c.notedBy().isBlank()) {
            faults.add(AnnualReportRule.NOTE_WITHOUT_NAME.onField("notedBy"));
        }
        if (c.reason().isBlank()) {
            faults.add(AnnualReportRule.NOTE_WITHOUT_REASON.onField("reason"));
        }
        PublicationRules.rejectIfAny(faults);
        var noted = new AnnualReportEvent.DifferenceNoted(
                c.reportId(), c.organ(), c.year(), version, c.differences(), c.notedBy(), c.reason());
        return noted.equals(report.noted()) ? List.of() : List.of(noted);
    }
}
