package org.disclosureledger.application.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.Publication;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationFact;
import org.disclosureledger.domain.publication.PublicationPeriod;
import org.disclosureledger.domain.publication.PublicationStage;
import org.disclosureledger.domain.publication.PublicationStep;
import org.disclosureledger.domain.publication.ReviewVerdict;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.projections.publication.PublicationRow;
import org.jspecify.annotations.Nullable;

/**
 * Published information in one line, for lists, files and answers.
 *
 * @param channels where it is public now
 * @param lastDay by which it has to be public, or to be brought up to date (art. 26); null when nothing is due
 * @param provisional whether the year of the last day has no notice of holidays yet, so that the day may still move
 */
public record PublicationSummary(
        String publicationId,
        String number,
        String title,
        ContentClass contentClass,
        @Nullable String emphasis,
        LocalDate madeOn,
        PublicationStage stage,
        @Nullable Reviewed review,
        List<Channel> channels,
        @Nullable LocalDate firstPublishedOn,
        int updates,
        @Nullable LocalDate lastUpdatedOn,
        @Nullable LocalDate lastWithdrawnOn,
        @Nullable LocalDate lastDay,
        boolean provisional) {

    /** The latest review, whether or not something changed since. */
    public record Reviewed(LocalDate on, String reviewer, ReviewVerdict verdict) {}

    /** @param current whether what is public there is the information as it is now */
    public record Channel(PublicationChannel channel, LocalDate since, boolean current) {}

    static PublicationSummary of(PublicationRow row, WorkingDays workingDays) {
        Facts facts = row.facts();
        Publication publication = row.publication();
        List<PublicationStep> steps = PublicationStep.of(facts);
        List<LocalDate> updates = dates(steps, PublicationStep.Update.class);
        List<LocalDate> withdrawals = dates(steps, PublicationStep.Withdrawal.class);
        List<LocalDate> releases = dates(steps, PublicationStep.Release.class);
        LocalDate dueFrom = row.dueFrom();
        LocalDate lastDay = dueFrom == null ? null : PublicationPeriod.lastDay(dueFrom, workingDays);
        return new PublicationSummary(
                row.publicationId(),
                row.number(),
                row.title(),
                ContentClass.of(facts.text(PublicationFact.CONTENT_CLASS)),
                facts.find(PublicationFact.EMPHASIS),
                facts.date(PublicationFact.MADE_ON),
                row.stage(),
                lastReview(facts, steps),
                channels(publication.postings()),
                releases.stream().min(LocalDate::compareTo).orElse(null),
                updates.size(),
                updates.isEmpty() ? null : updates.get(updates.size() - 1),
                withdrawals.isEmpty() ? null : withdrawals.get(withdrawals.size() - 1),
                lastDay,
                lastDay != null && !workingDays.isSettled(lastDay));
    }

    private static List<LocalDate> dates(List<PublicationStep> steps, Class<? extends PublicationStep> kind) {
        return steps.stream().filter(kind::isInstance).map(PublicationStep::on).toList();
    }

    private static @Nullable Reviewed lastReview(Facts facts, List<PublicationStep> steps) {
        Reviewed last = null;
        for (PublicationStep step : steps) {
            if (step instanceof PublicationStep.Review review) {
                String reviewer = facts.values().getOrDefault(PublicationFact.REVIEWER.ofStep(review.number()), "");
                last = new Reviewed(review.on(), reviewer, review.verdict());
            }
        }
        return last;
    }

    private static List<Channel> channels(Map<PublicationChannel, Publication.Posting> postings) {
        return postings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e ->
                        new Channel(e.getKey(), e.getValue().on(), e.getValue().current()))
                .toList();
    }

    /** Where it is public now, in words; empty when nowhere. */
    public String channelWords() {
        return channels.stream().map(c -> c.channel().label()).collect(Collectors.joining("、"));
    }

    public boolean isOverdue(LocalDate today) {
        return lastDay != null && today.isAfter(lastDay);
    }
}
