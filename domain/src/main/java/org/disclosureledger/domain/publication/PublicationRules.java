package org.disclosureledger.domain.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.disclosureledger.domain.register.RegisterRules;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Information is prepared, reviewed, then published through one channel or several; it changes, is reviewed and published
 * again, and is withdrawn from one channel or all. Publication without a favourable review is refused (art. 17), late
 * publication is recorded and pointed out (art. 26).
 */
public final class PublicationRules {

    private PublicationRules() {}

    public static Judgement<PublicationEvent> handle(
            PublicationCommand command, Publication publication, WorkingDays workingDays) {
        return switch (command) {
            case PublicationCommand.PreparePublication c -> prepare(c, publication);
            case PublicationCommand.TakePublicationStep c -> take(c, publication, workingDays);
            case PublicationCommand.CorrectPublication c -> correct(c, publication, workingDays);
        };
    }

    /** Every step with what stands against it whatever its date; null for a step that may be taken. */
    public static Map<PublicationStepKind, @Nullable PublicationRule> possible(Publication publication) {
        boolean unprepared = publication instanceof Publication.Unprepared;
        PublicationRule notPublic = publication.postings().isEmpty() ? PublicationRule.NOT_PUBLIC : null;
        Map<PublicationStepKind, @Nullable PublicationRule> steps = new EnumMap<>(PublicationStepKind.class);
        for (PublicationStepKind kind : PublicationStepKind.values()) {
            PublicationRule objection = switch (kind) {
                case REVIEW -> null;
                case PUBLISH -> PublicationHistory.againstPublishing(publication);
                case UPDATE, WITHDRAW -> notPublic;
            };
            steps.put(kind, unprepared ? PublicationRule.NOT_PREPARED : objection);
        }
        return steps;
    }

    /** The same again changes nothing; something else under the same number is refused. */
    private static Judgement<PublicationEvent> prepare(
            PublicationCommand.PreparePublication c, Publication publication) {
        Facts said = c.entry().facts();
        List<Finding> findings = RegisterRules.missingAndImpossible(
                PublicationFact.OF_PREPARATION.toArray(Fact[]::new), Facts.none(), c.entry());
        if (!findings.isEmpty()) {
            return new Judgement<>(List.of(), findings);
        }
        if (!(publication instanceof Publication.Unprepared)) {
            boolean same = PublicationFact.OF_PREPARATION.stream()
                    .allMatch(f ->
                            Objects.equals(said.find(f), publication.facts().find(f)));
            return same
                    ? Judgement.of(List.of())
                    : new Judgement<>(
                            List.of(), List.of(PublicationRule.NUMBER_TAKEN.on(PublicationFact.PUBLICATION_NUMBER)));
        }
        return Judgement.of(List.of(new PublicationEvent.PublicationPrepared(
                c.publicationId(),
                c.organ(),
                said.text(PublicationFact.PUBLICATION_NUMBER),
                said.text(PublicationFact.TITLE),
                ContentClass.of(said.text(PublicationFact.CONTENT_CLASS)),
                said.find(PublicationFact.EMPHASIS),
                said.date(PublicationFact.MADE_ON))));
    }

    private static Judgement<PublicationEvent> take(
            PublicationCommand.TakePublicationStep c, Publication publication, WorkingDays workingDays) {
        List<Finding> findings =
                new ArrayList<>(RegisterRules.missingAndImpossible(asked(c.kind()), Facts.none(), c.entry()));
        PublicationRule objection = possible(publication).get(c.kind());
        if (objection != null && findings.isEmpty()) {
            findings.add(objection.on(c.kind().date()));
        }
        if (!findings.isEmpty()) {
            return new Judgement<>(List.of(), findings);
        }
        return judged(event(c), publication, workingDays);
    }

    /** What a step must say; a withdrawal that names no channel is one from all. */
    private static Fact[] asked(PublicationStepKind kind) {
        return kind.facts().stream()
                .filter(f -> kind != PublicationStepKind.WITHDRAW || f != PublicationFact.CHANNEL)
                .toArray(Fact[]::new);
    }

    private static PublicationEvent event(PublicationCommand.TakePublicationStep c) {
        Facts said = c.entry().facts();
        LocalDate on = said.date(c.kind().date());
        String channel = said.find(PublicationFact.CHANNEL);
        return switch (c.kind()) {
            case REVIEW ->
                new PublicationEvent.PublicationReviewed(
                        c.publicationId(),
                        c.organ(),
                        on,
                        said.text(PublicationFact.REVIEWER),
                        ReviewVerdict.of(said.text(PublicationFact.VERDICT)),
                        said.find(PublicationFact.GROUND));
            case PUBLISH ->
                new PublicationEvent.PublicationPublished(
                        c.publicationId(),
                        c.organ(),
                        PublicationChannel.of(said.text(PublicationFact.CHANNEL)),
                        on,
                        said.find(PublicationFact.PLACE));
            case UPDATE ->
                new PublicationEvent.PublicationUpdated(
                        c.publicationId(), c.organ(), on, said.text(PublicationFact.WHAT));
            case WITHDRAW ->
                new PublicationEvent.PublicationWithdrawn(
                        c.publicationId(),
                        c.organ(),
                        on,
                        channel == null ? null : PublicationChannel.of(channel),
                        said.text(PublicationFact.REASON));
        };
    }

    private static Judgement<PublicationEvent> correct(
            PublicationCommand.CorrectPublication c, Publication publication, WorkingDays workingDays) {
        PublicationFact fact = PublicationFact.byId(c.fact());
        if (fact == null || !mayState(publication.facts(), fact, c.fact())) {
            return new Judgement<>(List.of(), List.of(PublicationRule.NO_SUCH_FACT.against("fact")));
        }
        if (fact == PublicationFact.PUBLICATION_NUMBER) {
            return new Judgement<>(List.of(), List.of(PublicationRule.NUMBER_FIXED.on(fact)));
        }
        Entry value = new Entry(
                c.corrected().isBlank() ? Facts.none() : Facts.none().with(fact, c.corrected()),
                true,
                c.reason(),
                c.today(),
                Entry.Source.TYPED);
        List<Finding> findings =
                new ArrayList<>(RegisterRules.missingAndImpossible(new Fact[] {fact}, Facts.none(), value));
        if (c.corrected().isBlank() && !fact.required()) {
            findings.add(RegisterRule.REQUIRED.on(fact));
        }
        if (c.reason().isBlank()) {
            findings.add(RegisterRule.REQUIRED.on(PublicationFact.REASON));
        }
        if (!findings.isEmpty()) {
            return new Judgement<>(List.of(), findings);
        }
        String recorded = publication.facts().values().get(c.fact());
        return c.corrected().equals(recorded)
                ? Judgement.of(List.of())
                : judged(
                        new PublicationEvent.PublicationFactCorrected(
                                c.publicationId(), c.organ(), c.fact(), recorded, c.corrected(), c.reason()),
                        publication,
                        workingDays);
    }

    /** Whether the preparation, or the step that the identifier names, states such a fact or could have. */
    private static boolean mayState(Facts facts, PublicationFact fact, String id) {
        if (id.equals(fact.id())) {
            return facts.states(PublicationFact.PUBLICATION_NUMBER) && PublicationFact.OF_PREPARATION.contains(fact);
        }
        for (PublicationStep step : PublicationStep.of(facts)) {
            PublicationStepKind kind = PublicationStep.kind(facts, step.number());
            if (kind != null && kind.facts().contains(fact) && id.equals(fact.ofStep(step.number()))) {
                return true;
            }
        }
        return false;
    }

    private static Judgement<PublicationEvent> judged(
            PublicationEvent event, Publication publication, WorkingDays workingDays) {
        Facts before = publication.facts();
        List<Finding> findings =
                PublicationHistory.newObjections(before, PublicationFacts.after(before, event), workingDays);
        boolean faulty = findings.stream().anyMatch(f -> f.severity() == Severity.FAULT);
        return new Judgement<>(faulty ? List.of() : List.of(event), findings);
    }
}
