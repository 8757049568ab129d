package org.disclosureledger.application.publication;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.application.api.FindingReply;
import org.disclosureledger.application.axon.Receipt;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.publication.PublicationFigures.AsOf;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationRules;
import org.disclosureledger.projections.publication.CountedPublication;
import org.disclosureledger.projections.publication.PublicationCounts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answers about published information; constants of the statute by their identifiers. */
final class PublicationReplies {

    private PublicationReplies() {}

    /** @param ledger where it lies in the ledger, null when nothing was recorded */
    @Schema(name = "PublicationRecorded", description = "登记的结果")
    record RecordedReply(
            String publicationId,
            int events,
            List<FindingReply> warnings,
            @Nullable Receipt ledger) {

        static RecordedReply of(Recorded recorded) {
            return new RecordedReply(
                    recorded.aggregateId(),
                    recorded.events(),
                    FindingReply.of(recorded.findings()),
                    recorded.receipt());
        }
    }

    @Schema(name = "PublicationChannel", description = "公开的渠道")
    record ChannelReply(String channel, LocalDate since, boolean current) {}

    @Schema(name = "PublicationReview", description = "公开前的审查")
    record ReviewReply(LocalDate reviewedOn, String reviewer, String verdict) {}

    @Schema(name = "PublicationSummary", description = "一条主动公开信息的现状")
    record SummaryReply(
            String publicationId,
            String publicationNumber,
            String title,
            String contentClass,
            String article,
            @Nullable String emphasis,
            LocalDate madeOn,
            String stage,
            @Nullable ReviewReply review,
            List<ChannelReply> channels,
            @Nullable LocalDate firstPublishedOn,
            int updates,
            @Nullable LocalDate lastUpdatedOn,
            @Nullable LocalDate lastWithdrawnOn,
            @Nullable LocalDate lastDay,
            boolean provisional) {

        static SummaryReply of(PublicationSummary p) {
            PublicationSummary.Reviewed review = p.review();
            return new SummaryReply(
                    p.publicationId(),
                    p.number(),
                    p.title(),
                    p.contentClass().id(),
                    p.contentClass().article(),
                    p.emphasis(),
                    p.madeOn(),
                    p.stage().id(),
                    review == null
                            ? null
                            : new ReviewReply(
                                    review.on(),
                                    review.reviewer(),
                                    review.verdict().id()),
                    p.channels().stream()
                            .map(c -> new ChannelReply(c.channel().id(), c.since(), c.current()))
                            .toList(),
                    p.firstPublishedOn(),
                    p.updates(),
                    p.lastUpdatedOn(),
                    p.lastWithdrawnOn(),
                    p.lastDay(),
                    p.provisional());
        }
    }

    @Schema(name = "Publications", description = "一页")
    record ListReply(long count, int offset, List<SummaryReply> publications) {}

    /** @param reason why the step cannot be taken now, null when it can */
    @Schema(name = "PublicationStep", description = "可以或不可以登记的下一步")
    record StepReply(
            String step,
            String label,
            boolean possible,
            @Nullable String rule,
            @Nullable String ground,
            @Nullable String reason) {}

    @Schema(name = "PublicationEvent", description = "一个事件")
    record EventReply(
            long number,
            String type,
            String recordedAt,
            Map<String, String> metadata,
            JsonNode payload,
            String hashAlgorithm,
            String hash) {}

    /** @param facts by identifier, those of a step with its number: {@code publishedOn:2}; these identifiers can be corrected */
    @Schema(name = "OpenedPublication", description = "一条主动公开信息")
    record OpenedReply(
            SummaryReply publication, Map<String, String> facts, List<StepReply> steps, List<EventReply> events) {

        static OpenedReply of(Publications.Opened opened, JsonMapper json) {
            List<StepReply> steps = new ArrayList<>();
            PublicationRules.possible(opened.row().publication())
                    .forEach((kind, rule) -> steps.add(new StepReply(
                            kind.id(),
                            kind.label(),
                            rule == null,
                            rule == null ? null : rule.name(),
                            rule == null ? null : rule.ground(),
                            rule == null ? null : rule.sentence())));
            return new OpenedReply(
                    SummaryReply.of(opened.summary()),
                    new TreeMap<>(opened.row().facts().values()),
                    steps,
                    opened.events().stream().map(e -> event(e, json)).toList());
        }

        private static EventReply event(Registers.CaseEvent e, JsonMapper json) {
            return new EventReply(
                    e.number(),
                    e.name(),
                    e.recordedAt().toString(),
                    e.metadata(),
                    json.readTree(e.payload()),
                    e.algorithm(),
                    e.hash());
        }
    }

    @Schema(name = "CountedPublication", description = "计入的一条信息")
    record CaseReply(String publicationId, String publicationNumber, String title, LocalDate on) {}

    @Schema(name = "PublicationFigure", description = "件数和构成")
    record FigureReply(long count, List<CaseReply> cases) {

        static FigureReply of(List<CountedPublication> cases) {
            return new FigureReply(
                    cases.size(),
                    cases.stream()
                            .map(c -> new CaseReply(c.publicationId(), c.number(), c.title(), c.on()))
                            .toList());
        }
    }

    @Schema(name = "PublishedContent", description = "一类内容")
    record ContentReply(
            String contentClass,
            String label,
            String article,
            FigureReply published,
            List<ChannelFigureReply> channels) {}

    @Schema(name = "PublishedByChannel", description = "一个渠道")
    record ChannelFigureReply(String channel, String label, FigureReply published) {}

    @Schema(name = "PublishedEmphasis", description = "一项重点公开内容")
    record EmphasisReply(String emphasis, FigureReply published) {}

    /**
     * Part 一 in figures. A piece of information counts once in each figure.
     *
     * @param unprocessed recorded events of the organ that the figures lack; they are incomplete unless it is 0
     */
    @Schema(name = "PublicationCounts", description = "年度主动公开情况")
    record CountsReply(
            String organ,
            int year,
            @Nullable String asOf,
            long readUpTo,
            long unprocessed,
            FigureReply published,
            List<ContentReply> byContent,
            List<ChannelFigureReply> byChannel,
            List<EmphasisReply> byEmphasis,
            FigureReply updates,
            FigureReply withdrawn) {

        static CountsReply of(String organ, int year, AsOf figures) {
            PublicationCounts counts = figures.counts();
            List<ContentReply> byContent = new ArrayList<>();
            counts.byContentClass()
                    .forEach((contentClass, cases) -> byContent.add(content(contentClass, cases, counts)));
            List<EmphasisReply> byEmphasis = new ArrayList<>();
            counts.byEmphasis()
                    .forEach((emphasis, cases) -> byEmphasis.add(new EmphasisReply(emphasis, FigureReply.of(cases))));
            return new CountsReply(
                    organ,
                    year,
                    figures.asOf() == null ? null : figures.asOf().toString(),
                    figures.readUpTo(),
                    figures.unprocessed(),
                    FigureReply.of(counts.published()),
                    byContent,
                    channels(counts),
                    byEmphasis,
                    FigureReply.of(counts.updates()),
                    FigureReply.of(counts.withdrawn()));
        }

        private static ContentReply content(
                ContentClass contentClass, List<CountedPublication> cases, PublicationCounts counts) {
            return new ContentReply(
                    contentClass.id(),
                    contentClass.label(),
                    contentClass.article(),
                    FigureReply.of(cases),
                    channels(counts.of(contentClass)));
        }

        private static List<ChannelFigureReply> channels(PublicationCounts counts) {
            List<ChannelFigureReply> figures = new ArrayList<>();
            counts.byChannel()
                    .forEach((channel, cases) ->
                            figures.add(new ChannelFigureReply(channel.id(), channel.label(), FigureReply.of(cases))));
            return figures;
        }
    }
}
