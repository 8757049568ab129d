package org.disclosureledger.domain.publication;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;

/** Published information as its rules see it. It follows from the facts alone, so that a corrected fact moves it too. */
public sealed interface Publication {

    /** Nothing has been recorded. */
    record Unprepared() implements Publication {}

    /** Prepared, and public nowhere yet. */
    record Unpublished(Facts facts, Version version) implements Publication {}

    /** Public in at least one channel. */
    record Published(Facts facts, Version version, Map<PublicationChannel, Posting> postings) implements Publication {

        public Published {
            postings = Map.copyOf(postings);
        }
    }

    /** It was public and is so nowhere any more. */
    record Withdrawn(Facts facts, Version version) implements Publication {}

    /**
     * The information as it is now.
     *
     * @param since the day on which it was made or last changed
     * @param review the latest review of it, null when it has not been reviewed since
     * @param dueFrom the day from which the period of art. 26 runs, null when none runs: it is public already, or a review
     *     ended against publication (the law does not say when a period would begin after that)
     */
    record Version(
            LocalDate since,
            PublicationStep.@Nullable Review review,
            @Nullable LocalDate dueFrom) {}

    /**
     * How it is public in a channel.
     *
     * @param on the day since which it is so
     * @param current whether what is public there is the information as it is now
     */
    record Posting(LocalDate on, boolean current) {}

    /** What the facts come to. */
    static Publication of(Facts facts) {
        if (!facts.states(PublicationFact.PUBLICATION_NUMBER)) {
            return new Unprepared();
        }
        Publication publication = begin(facts);
        for (PublicationStep step : PublicationStep.of(facts)) {
            publication = publication.after(step);
        }
        return publication;
    }

    /** As it was before its first step. */
    static Publication begin(Facts facts) {
        LocalDate madeOn = facts.date(PublicationFact.MADE_ON);
        return new Unpublished(facts, new Version(madeOn, null, madeOn));
    }

    default Facts facts() {
        return switch (this) {
            case Unprepared ignored -> Facts.none();
            case Unpublished p -> p.facts();
            case Published p -> p.facts();
            case Withdrawn p -> p.facts();
        };
    }

    /** Null when nothing has been recorded. */
    default @Nullable Version version() {
        return switch (this) {
            case Unprepared ignored -> null;
            case Unpublished p -> p.version();
            case Published p -> p.version();
            case Withdrawn p -> p.version();
        };
    }

    default Map<PublicationChannel, Posting> postings() {
        return this instanceof Published p ? p.postings() : Map.of();
    }

    default PublicationStage stage() {
        return switch (this) {
            case Unprepared ignored -> PublicationStage.PREPARED;
            case Unpublished p -> {
                PublicationStep.Review review = p.version().review();
                ReviewVerdict verdict = review == null ? ReviewVerdict.REFERRED : review.verdict();
                yield verdict.isFavourable()
                        ? PublicationStage.APPROVED
                        : verdict == ReviewVerdict.DO_NOT_PUBLISH
                                ? PublicationStage.REFUSED
                                : PublicationStage.PREPARED;
            }
            case Published ignored -> PublicationStage.PUBLISHED;
            case Withdrawn ignored -> PublicationStage.WITHDRAWN;
        };
    }

    default Publication evolve(PublicationEvent event) {
        return of(PublicationFacts.after(facts(), event));
    }

    /** As it is after one more step, lawful or not. */
    default Publication after(PublicationStep step) {
        Version version = version();
        if (version == null) {
            return this;
        }
        return switch (step) {
            case PublicationStep.Review s -> with(reviewed(version, s));
            case PublicationStep.Release s -> released(version, s);
            case PublicationStep.Update s -> updated(version, s);
            case PublicationStep.Withdrawal s -> withdrawn(version, s);
        };
    }

    private static Version reviewed(Version version, PublicationStep.Review review) {
        boolean against = review.verdict() == ReviewVerdict.DO_NOT_PUBLISH;
        return new Version(version.since(), review, against ? null : version.dueFrom());
    }

    private Publication released(Version version, PublicationStep.Release step) {
        Map<PublicationChannel, Posting> postings = new EnumMap<>(PublicationChannel.class);
        postings.putAll(postings());
        Posting before = postings.get(step.channel());
        postings.put(step.channel(), new Posting(before == null ? step.on() : before.on(), true));
        return new Published(facts(), new Version(version.since(), version.review(), null), postings);
    }

    private Publication updated(Version version, PublicationStep.Update step) {
        Map<PublicationChannel, Posting> postings = new EnumMap<>(PublicationChannel.class);
        postings().forEach((channel, posting) -> postings.put(channel, new Posting(posting.on(), false)));
        LocalDate since = step.on().isAfter(version.since()) ? step.on() : version.since();
        LocalDate dueFrom = version.dueFrom() == null ? step.on() : version.dueFrom();
        Version next = new Version(since, null, dueFrom);
        return postings.isEmpty() ? with(next) : new Published(facts(), next, postings);
    }

    private Publication withdrawn(Version version, PublicationStep.Withdrawal step) {
        if (!(this instanceof Published)) {
            return this;
        }
        Map<PublicationChannel, Posting> postings = new EnumMap<>(PublicationChannel.class);
        if (step.channel() != null) {
            postings.putAll(postings());
            postings.remove(step.channel());
        }
        return postings.isEmpty()
                ? new Withdrawn(facts(), new Version(version.since(), null, null))
                : new Published(facts(), version, postings);
    }

    private Publication with(Version version) {
        return switch (this) {
            case Unprepared p -> p;
            case Unpublished p -> new Unpublished(p.facts(), version);
            case Published p -> new Published(p.facts(), version, p.postings());
            case Withdrawn p -> new Withdrawn(p.facts(), version);
        };
    }
}
