package org.disclosureledger.domain.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What can be said against the history of published information, step by step. A new step and a corrected fact are judged
 * alike: by what their history says that the history before them did not say.
 */
final class PublicationHistory {

    private PublicationHistory() {}

    /** An objection to the step of a number. */
    private record Objection(int step, Finding finding) {}

    /** What is said against the facts as they are now and was not said against them before. */
    static List<Finding> newObjections(Facts before, Facts now, WorkingDays workingDays) {
        List<Objection> objections = new ArrayList<>(objections(now, workingDays));
        objections.removeAll(objections(before, workingDays));
        return objections.stream().map(Objection::finding).distinct().toList();
    }

    private static List<Objection> objections(Facts facts, WorkingDays workingDays) {
        List<Objection> objections = new ArrayList<>();
        if (!facts.states(PublicationFact.MADE_ON)) {
            return objections;
        }
        Publication publication = Publication.begin(facts);
        for (PublicationStep step : PublicationStep.of(facts)) {
            for (Finding finding : objections(step, publication, workingDays)) {
                objections.add(new Objection(step.number(), finding));
            }
            publication = publication.after(step);
        }
        return objections;
    }

    private static List<Finding> objections(PublicationStep step, Publication before, WorkingDays workingDays) {
        return switch (step) {
            case PublicationStep.Review s -> review(s, before);
            case PublicationStep.Release s -> release(s, before, workingDays);
            case PublicationStep.Update s -> update(s, before);
            case PublicationStep.Withdrawal s -> withdrawal(s, before);
        };
    }

    /** Art. 13, 17: what is not published, or only in part, needs a ground; whom it was referred to must be known. */
    private static List<Finding> review(PublicationStep.Review step, Publication before) {
        boolean needsGround = step.verdict() != ReviewVerdict.PUBLISH;
        boolean stated = before.facts().values().containsKey(PublicationFact.GROUND.ofStep(step.number()));
        return needsGround && !stated
                ? List.of(PublicationRule.GROUND_MISSING.on(
                        PublicationFact.GROUND, step.verdict().label()))
                : List.of();
    }

    /** Art. 17: nothing is published before it was reviewed; art. 26: within 20 working days. */
    private static List<Finding> release(PublicationStep.Release step, Publication before, WorkingDays workingDays) {
        List<Finding> findings = new ArrayList<>();
        PublicationRule unreviewed = againstPublishing(before);
        if (unreviewed != null) {
            findings.add(unreviewed.on(PublicationFact.PUBLISHED_ON));
        }
        Publication.Posting posting = before.postings().get(step.channel());
        if (posting != null && posting.current()) {
            findings.add(PublicationRule.ALREADY_PUBLISHED_THERE.on(
                    PublicationFact.CHANNEL, step.channel().label(), posting.on()));
        }
        Publication.Version version = before.version();
        if (version != null) {
            findings.addAll(dates(step.on(), version, workingDays));
        }
        return findings;
    }

    private static List<Finding> dates(LocalDate on, Publication.Version version, WorkingDays workingDays) {
        List<Finding> findings = new ArrayList<>();
        PublicationStep.Review review = version.review();
        if (review != null && on.isBefore(review.on())) {
            findings.add(PublicationRule.PUBLISHED_BEFORE_REVIEW.on(PublicationFact.PUBLISHED_ON, review.on()));
        }
        if (on.isBefore(version.since())) {
            findings.add(PublicationRule.PUBLISHED_BEFORE_MADE.on(PublicationFact.PUBLISHED_ON, version.since()));
        }
        LocalDate dueFrom = version.dueFrom();
        if (dueFrom != null) {
            LocalDate last = PublicationPeriod.lastDay(dueFrom, workingDays);
            if (on.isAfter(last)) {
                findings.add(PublicationRule.PUBLISHED_LATE.on(PublicationFact.PUBLISHED_ON, last));
            }
        }
        return findings;
    }

    private static List<Finding> update(PublicationStep.Update step, Publication before) {
        if (before.postings().isEmpty()) {
            return List.of(PublicationRule.NOT_PUBLIC.on(PublicationFact.UPDATED_ON));
        }
        LocalDate since = before.postings().values().stream()
                .map(Publication.Posting::on)
                .min(LocalDate::compareTo)
                .orElseThrow();
        return step.on().isBefore(since)
                ? List.of(PublicationRule.UPDATED_BEFORE_PUBLICATION.on(PublicationFact.UPDATED_ON, since))
                : List.of();
    }

    private static List<Finding> withdrawal(PublicationStep.Withdrawal step, Publication before) {
        if (before.postings().isEmpty()) {
            return List.of(PublicationRule.NOT_PUBLIC.on(PublicationFact.WITHDRAWN_ON));
        }
        PublicationChannel channel = step.channel();
        if (channel != null && !before.postings().containsKey(channel)) {
            return List.of(PublicationRule.NOT_PUBLISHED_THERE.on(PublicationFact.CHANNEL, channel.label()));
        }
        return before.postings().entrySet().stream()
                .filter(e -> channel == null || e.getKey() == channel)
                .map(e -> e.getValue().on())
                .filter(step.on()::isBefore)
                .max(LocalDate::compareTo)
                .map(on -> List.of(PublicationRule.WITHDRAWN_BEFORE_PUBLICATION.on(PublicationFact.WITHDRAWN_ON, on)))
                .orElse(List.of());
    }

    /** Why the information as it is now may not be published, null when it may be (art. 17). */
    static @Nullable PublicationRule againstPublishing(Publication publication) {
        Publication.Version version = publication.version();
        PublicationStep.Review review = version == null ? null : version.review();
        if (review == null) {
            return PublicationRule.NOT_REVIEWED;
        }
        return switch (review.verdict()) {
            case PUBLISH, PUBLISH_IN_PART -> null;
            case REFERRED -> PublicationRule.AWAITS_AUTHORITY;
            case DO_NOT_PUBLISH -> PublicationRule.REVIEWED_AGAINST;
        };
    }
}
