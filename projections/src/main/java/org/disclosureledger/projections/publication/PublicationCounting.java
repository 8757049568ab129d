package org.disclosureledger.projections.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.domain.publication.ContentClass;
import org.disclosureledger.domain.publication.PublicationChannel;
import org.disclosureledger.domain.publication.PublicationFact;
import org.disclosureledger.domain.publication.PublicationStep;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;

/**
 * What counts, as docs/tables.md has it: publication once per channel and year; bringing a channel up to date is no new
 * publication, since the update counts by itself; withdrawal takes nothing back.
 */
final class PublicationCounting {

    private final ContentClass contentClass;
    private final @Nullable String emphasis;
    private final List<PublicationEntry> entries = new ArrayList<>();
    private final Set<PublicationChannel> open = EnumSet.noneOf(PublicationChannel.class);

    private PublicationCounting(Facts facts) {
        this.contentClass = ContentClass.of(facts.text(PublicationFact.CONTENT_CLASS));
        this.emphasis = facts.find(PublicationFact.EMPHASIS);
    }

    /** All entries of information with these facts, in the order of its steps. */
    static List<PublicationEntry> entries(Facts facts) {
        PublicationCounting counting = new PublicationCounting(facts);
        PublicationStep.of(facts).forEach(counting::count);
        return counting.entries;
    }

    private void count(PublicationStep step) {
        switch (step) {
            case PublicationStep.Review ignored -> {}
            case PublicationStep.Release s -> {
                if (open.add(s.channel()) && !counts(s.channel(), s.on().getYear())) {
                    add(PublicationMeasure.PUBLISHED, s.channel(), s.on());
                }
            }
            case PublicationStep.Update s -> add(PublicationMeasure.UPDATED, null, s.on());
            case PublicationStep.Withdrawal s -> {
                Set<PublicationChannel> closed = s.channel() == null ? EnumSet.copyOf(open) : EnumSet.of(s.channel());
                closed.retainAll(open);
                open.removeAll(closed);
                closed.forEach(channel -> add(PublicationMeasure.WITHDRAWN, channel, s.on()));
            }
        }
    }

    private boolean counts(PublicationChannel channel, int year) {
        return entries.stream()
                .anyMatch(e -> e.measure() == PublicationMeasure.PUBLISHED
                        && e.channel() == channel
                        && e.on().getYear() == year);
    }

    private void add(PublicationMeasure measure, @Nullable PublicationChannel channel, LocalDate on) {
        entries.add(new PublicationEntry(measure, contentClass, emphasis, channel, on));
    }
}
