package org.disclosureledger.domain.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;

/** A reconsideration or a lawsuit as its rules see it. */
public sealed interface Remedy {

    /**
     * Among the facts of a case, the number of the instance that is open after a ruling: as long as it is not empty the
     * date and the result of the conclusion are not in force. No column of the register.
     */
    String OPEN_INSTANCE = "openInstance";

    record Unaccepted() implements Remedy {}

    /**
     * @param facts what the register says; date and result of the conclusion are those of the latest ruling
     * @param trials the instances in their order
     */
    record Accepted(Facts facts, List<Trial> trials) implements Remedy {

        public Accepted {
            trials = List.copyOf(trials);
        }
    }

    default Facts facts() {
        return switch (this) {
            case Unaccepted ignored -> Facts.none();
            case Accepted a -> a.facts();
        };
    }

    default List<Trial> trials() {
        return switch (this) {
            case Unaccepted ignored -> List.of();
            case Accepted a -> a.trials();
        };
    }

    /** The instance after a ruling that has no ruling yet; null when there is none. */
    default @Nullable Trial openAppeal() {
        List<Trial> trials = trials();
        Trial last = trials.size() < 2 ? null : trials.get(trials.size() - 1);
        return last == null || !last.isOpen() ? null : last;
    }

    default Remedy evolve(RemedyEvent event) {
        return new Accepted(stated(facts(), event), tried(trials(), event));
    }

    private static Facts stated(Facts known, RemedyEvent event) {
        return switch (event) {
            case RemedyEvent.RemedyAccepted e ->
                known.with(RemedyFact.CASE_NUMBER, e.caseNumber())
                        .with(RemedyFact.PROCEDURE, e.procedure().id())
                        .with(RemedyFact.AFTER_RECONSIDERATION, e.afterReconsideration())
                        .with(RemedyFact.REGISTRATION_NUMBER, e.registrationNumber())
                        .with(RemedyFact.ACCEPTED_ON, e.acceptedOn());
            case RemedyEvent.RemedyConcluded e ->
                known.with(RemedyFact.CONCLUDED_ON, e.concludedOn())
                        .with(RemedyFact.RESULT, e.result().id());
            case RemedyEvent.RemedyAppealed e -> known.with(OPEN_INSTANCE, e.instanceNumber());
            case RemedyEvent.RemedyAppealConcluded e ->
                known.with(RemedyFact.CONCLUDED_ON, e.endedOn())
                        .with(RemedyFact.RESULT, e.ruling().id())
                        .with(OPEN_INSTANCE, "");
            case RemedyEvent.RemedyLinked e -> known.with(RemedyFact.REGISTRATION_NUMBER, e.registrationNumber());
            case RemedyEvent.RemedyDetailRecorded e -> known.with(e.fact(), e.value());
            case RemedyEvent.RemedyFactCorrected e -> known.with(e.fact(), e.corrected());
        };
    }

    private static List<Trial> tried(List<Trial> known, RemedyEvent event) {
        return switch (event) {
            case RemedyEvent.RemedyAccepted e -> List.of(Trial.first(e.caseNumber(), e.acceptedOn()));
            case RemedyEvent.RemedyConcluded e -> changed(known, 0, t -> t.ruled(e.concludedOn(), e.result()));
            case RemedyEvent.RemedyAppealed e -> {
                List<Trial> trials = new ArrayList<>(known);
                trials.add(Trial.further(e));
                yield trials;
            }
            case RemedyEvent.RemedyAppealConcluded e ->
                changed(known, known.size() - 1, t -> t.ruled(e.endedOn(), e.ruling()));
            case RemedyEvent.RemedyFactCorrected e -> corrected(known, e);
            case RemedyEvent.RemedyLinked ignored -> known;
            case RemedyEvent.RemedyDetailRecorded ignored -> known;
        };
    }

    /** A register knows one date and one result: those of the latest ruling, which is what a correction means. */
    private static List<Trial> corrected(List<Trial> known, RemedyEvent.RemedyFactCorrected e) {
        RemedyFact fact = RemedyFact.byId(e.fact());
        int latest = known.size() - 1;
        while (latest >= 0 && known.get(latest).isOpen()) {
            latest--;
        }
        if (fact == RemedyFact.ACCEPTED_ON) {
            return changed(known, 0, t -> t.begun(LocalDate.parse(e.corrected())));
        }
        if (fact == RemedyFact.CONCLUDED_ON) {
            return changed(known, latest, t -> t.ruled(LocalDate.parse(e.corrected()), t.ruling()));
        }
        return fact == RemedyFact.RESULT
                ? changed(known, latest, t -> t.ruled(t.ruledOn(), RemedyResult.of(e.corrected())))
                : known;
    }

    private static List<Trial> changed(List<Trial> known, int at, UnaryOperator<Trial> change) {
        if (at < 0 || at >= known.size()) {
            return known;
        }
        List<Trial> trials = new ArrayList<>(known);
        trials.set(at, change.apply(trials.get(at)));
        return trials;
    }
}
