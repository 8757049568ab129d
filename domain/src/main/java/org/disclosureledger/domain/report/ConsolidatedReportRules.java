package org.disclosureledger.domain.report;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidatedReportPublished;
import org.jspecify.annotations.Nullable;

/**
 * Art. 49: a superior publishes what its organs did. What was published stays as it was; what its members amend leads to an
 * amended version. Doing the same again changes nothing.
 */
public final class ConsolidatedReportRules {

    private ConsolidatedReportRules() {}

    /**
     * @param approved whether a second person of the organ has to approve a publication
     * @throws CommandRejected with every objection
     */
    public static List<ConsolidatedReportEvent> handle(
            ConsolidatedReportCommand command, ConsolidatedReport report, BooleanSupplier approved) {
        return switch (command) {
            case ConsolidatedReportCommand.WriteConsolidatedSection c ->
                c.text().equals(report.sections().get(c.section()))
                        ? List.of()
                        : List.of(new ConsolidatedReportEvent.ConsolidatedSectionWritten(
                                c.consolidatedId(), c.organ(), c.year(), c.section(), c.text()));
            case ConsolidatedReportCommand.WaiveObstacle c -> waive(c, report);
            case ConsolidatedReportCommand.PublishConsolidated c -> publish(c, report, approved);
        };
    }

    private static List<ConsolidatedReportEvent> waive(
            ConsolidatedReportCommand.WaiveObstacle c, ConsolidatedReport report) {
        FailedCheck failed = PublicationRules.waived(c.check(), c.failed(), c.waivedBy(), c.reason());
        var waived = new ConsolidatedReportEvent.ConsolidationWaived(
                c.consolidatedId(), c.organ(), c.year(), c.check(), failed.finding(), c.waivedBy(), c.reason());
        return waived.equals(report.waivers().get(c.check())) ? List.of() : List.of(waived);
    }

    private static List<ConsolidatedReportEvent> publish(
            ConsolidatedReportCommand.PublishConsolidated c, ConsolidatedReport report, BooleanSupplier approved) {
        if (approved.getAsBoolean()) {
            throw new CommandRejected(AnnualReportRule.CONSOLIDATION_NEEDS_APPROVAL.onField("publishedOn"));
        }
        ConsolidatedReportPublished last = report.published();
        List<Finding> faults = PublicationRules.objections(
                new PublicationRules.Asked(c.year(), c.version(), c.publishedOn(), c.today(), c.reason()),
                last == null ? null : new PublicationRules.Latest(last.version(), last.publishedOn()),
                c.failed().stream().filter(failed -> !report.waives(failed)).toList(),
                c.unfinished());
        ConsolidatedReportPublished published = published(c, report);
        if (sameContent(published, last)) {
            faults.add(AnnualReportRule.NOTHING_TO_AMEND.onField("version", String.valueOf(report.version())));
        }
        PublicationRules.rejectIfAny(faults);
        return List.of(published);
    }

    private static ConsolidatedReportPublished published(
            ConsolidatedReportCommand.PublishConsolidated c, ConsolidatedReport report) {
        ReportContent content = c.content();
        return new ConsolidatedReportPublished(
                c.consolidatedId(),
                c.organ(),
                c.year(),
                c.version(),
                c.publishedOn(),
                report.version() > 0 ? c.reason() : null,
                content.organName(),
                content.form(),
                c.memberRule(),
                c.members(),
                content.knownUpTo(),
                content.knownHash(),
                content.figures(),
                content.text(ReportSection.OVERVIEW),
                content.text(ReportSection.PROBLEMS),
                content.text(ReportSection.OTHER_MATTERS),
                c.failed().stream()
                        .filter(report::waives)
                        .map(FailedCheck::check)
                        .collect(Collectors.joining("\n")),
                content.documents());
    }

    /** Whether a reader would find the same in both. */
    private static boolean sameContent(ConsolidatedReportPublished next, @Nullable ConsolidatedReportPublished last) {
        return last != null
                && next.organName().equals(last.organName())
                && next.form().equals(last.form())
                && next.memberRule().equals(last.memberRule())
                && next.members().equals(last.members())
                && next.figures().equals(last.figures())
                && next.overview().equals(last.overview())
                && next.problems().equals(last.problems())
                && next.otherMatters().equals(last.otherMatters());
    }
}
