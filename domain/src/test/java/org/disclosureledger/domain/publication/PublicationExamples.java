package org.disclosureledger.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/** A piece of information of a town, and what happens to it: given a history, when a command, then events or objections. */
final class PublicationExamples {

    static final PublicationId P1 = new PublicationId(new UUID(7, 1));
    static final OrganCode TOWN = new OrganCode("town");
    static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    static final PublicationEvent PREPARED = new PublicationEvent.PublicationPrepared(
            P1, TOWN, "公开-1", "征地补偿标准", ContentClass.LOCAL_MATTERS, "农村政策", on("2025-03-03"));
    static final PublicationEvent REVIEWED = reviewed("2025-03-05", ReviewVerdict.PUBLISH, null);
    static final PublicationEvent ON_THE_WEBSITE = published("2025-03-06", PublicationChannel.WEBSITE);

    private static final WorkingDays DAYS = WorkingDays.shipped();

    private final Judgement<PublicationEvent> judgement;

    private PublicationExamples(Judgement<PublicationEvent> judgement) {
        this.judgement = judgement;
    }

    static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    static PublicationEvent reviewed(String date, ReviewVerdict verdict, @Nullable String ground) {
        return new PublicationEvent.PublicationReviewed(P1, TOWN, on(date), "王主任", verdict, ground);
    }

    static PublicationEvent published(String date, PublicationChannel channel) {
        return new PublicationEvent.PublicationPublished(P1, TOWN, channel, on(date), null);
    }

    static PublicationEvent updated(String date) {
        return new PublicationEvent.PublicationUpdated(P1, TOWN, on(date), "标准调整");
    }

    static PublicationEvent withdrawn(String date, @Nullable PublicationChannel channel) {
        return new PublicationEvent.PublicationWithdrawn(P1, TOWN, on(date), channel, "内容失效");
    }

    static Publication after(PublicationEvent... history) {
        Publication publication = new Publication.Unprepared();
        for (PublicationEvent event : history) {
            publication = publication.evolve(event);
        }
        return publication;
    }

    /** Pairs of fact and value, as typed today. */
    static Entry typed(Object... pairs) {
        Facts facts = Facts.none();
        for (int i = 0; i < pairs.length; i += 2) {
            facts = facts.with((PublicationFact) pairs[i], pairs[i + 1]);
        }
        return new Entry(facts, false, null, TODAY, Entry.Source.TYPED);
    }

    static PublicationCommand step(PublicationStepKind kind, Object... pairs) {
        return new PublicationCommand.TakePublicationStep(P1, TOWN, kind, typed(pairs));
    }

    static PublicationCommand publishing(String date, PublicationChannel channel) {
        return step(
                PublicationStepKind.PUBLISH, PublicationFact.PUBLISHED_ON, date, PublicationFact.CHANNEL, channel.id());
    }

    static PublicationCommand correcting(String fact, String corrected) {
        return new PublicationCommand.CorrectPublication(P1, TOWN, fact, corrected, "录入错误", TODAY);
    }

    static PublicationExamples judge(PublicationCommand command, PublicationEvent... history) {
        return new PublicationExamples(PublicationRules.handle(command, after(history), DAYS));
    }

    void then(PublicationEvent... events) {
        assertThat(judgement.events()).containsExactly(events);
        assertThat(judgement.findings()).isEmpty();
    }

    void thenNothing() {
        assertThat(judgement.events()).isEmpty();
        assertThat(judgement.findings()).isEmpty();
    }

    void refused(String... rules) {
        assertThat(rules()).containsExactly(rules);
        assertThat(judgement.faulty()).isTrue();
        assertThat(judgement.events()).isEmpty();
    }

    /** It is recorded, and something is pointed out. */
    void warned(String... sentences) {
        assertThat(judgement.events()).hasSize(1);
        assertThat(judgement.findings()).hasSize(sentences.length);
        assertThat(judgement.findings().stream().map(Finding::sentence).toList())
                .zipSatisfy(
                        Arrays.asList(sentences),
                        (actual, part) -> assertThat(actual).contains(part));
    }

    private List<String> rules() {
        return judgement.findings().stream().map(Finding::rule).toList();
    }

    List<Finding> findings() {
        return judgement.findings();
    }
}
