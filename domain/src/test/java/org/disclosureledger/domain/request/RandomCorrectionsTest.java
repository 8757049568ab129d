package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RandomHistories.forEach;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.Scenario.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A wrong date that is corrected, and a row that comes in pieces, leave what the right row would have left at once. */
class RandomCorrectionsTest {

    private static final Request NOTHING = new Request.Unreceived();

    private static RequestCommand row(Facts facts, boolean corrections) {
        return new RequestCommand.RecordRequest(
                R1, TOWN, new Entry(facts, corrections, "录入错误", LocalDate.of(2028, 1, 1), Entry.Source.IMPORTED));
    }

    /** Null when a command is refused. */
    private static @Nullable Request after(Request before, RequestCommand... commands) {
        Request request = before;
        for (RequestCommand command : commands) {
            Judgement<RequestEvent> judgement = RequestRules.handle(command, request, DAYS);
            if (judgement.faulty()) {
                return null;
            }
            for (RequestEvent event : judgement.events()) {
                request = request.evolve(event);
            }
        }
        return request;
    }

    private static void same(Request a, @Nullable Request other) {
        Request b = Objects.requireNonNull(other, "the right row is refused");
        assertThat(a.facts()).isEqualTo(b.facts());
        assertThat(a.course()).isEqualTo(b.course());
        assertThat(StepRules.clock(a, DAYS)).isEqualTo(StepRules.clock(b, DAYS));
    }

    @Test
    void correctedRowIsTheRightRow() {
        int[] compared = {0};
        forEach(history -> {
            RandomCommands more = history.more();
            Facts wrong = more.wholeRow();
            Facts right = more.redated(wrong);
            Request corrected = after(NOTHING, row(wrong, false), row(right, true));
            if (corrected != null) {
                same(corrected, after(NOTHING, row(right, false)));
                compared[0]++;
            }
        });
        assertThat(compared[0]).isPositive();
    }

    @Test
    void rowInPiecesIsTheWholeRow() {
        int[] compared = {0};
        forEach(history -> {
            RandomCommands more = history.more();
            Facts whole = more.wholeRow();
            Facts piece = more.pieceOf(whole);
            Request inPieces = after(NOTHING, row(piece, false), row(whole, false));
            if (inPieces != null) {
                same(inPieces, after(NOTHING, row(whole, false)));
                compared[0]++;
            }
        });
        assertThat(compared[0]).isPositive();
    }

    /** Typed steps: the latest date of a column was wrong and is corrected, or it was right at first. */
    @Test
    void correctedStepIsTheRightStep() {
        int[] compared = {0};
        forEach(history -> {
            RandomCommands more = history.more();
            List<RequestCommand> taken = history.told().stream()
                    .filter(t -> !t.judgement().events().isEmpty())
                    .map(RandomHistories.Told::command)
                    .filter(c -> !(c instanceof RequestCommand.RecordRequest)
                            || c.equals(history.told().get(0).command()))
                    .toList();
            int which = more.below(taken.size() + 1) - 1;
            RequestFact fact = which < 0 ? null : column(taken.get(which));
            Request recorded = after(NOTHING, taken.toArray(RequestCommand[]::new));
            if (fact == null || recorded == null || !(taken.get(which) instanceof RequestStep step)) {
                return;
            }
            LocalDate right = more.otherDay(step.on());
            if (!step.on().equals(recorded.facts().findDate(fact)) || !meant(recorded.course(), fact, step)) {
                return;
            }
            List<RequestCommand> other = new ArrayList<>(taken);
            other.set(which, redated(step, right));
            Request atFirst = after(NOTHING, other.toArray(RequestCommand[]::new));
            Request corrected = after(recorded, row(Facts.none().with(fact, right), true));
            if (atFirst != null && corrected != null) {
                same(corrected, atFirst);
                compared[0]++;
            }
        });
        assertThat(compared[0]).isPositive();
    }

    /** A column that does not say which of two steps on one day it means is left out. */
    private static boolean meant(Course course, RequestFact fact, RequestStep step) {
        LocalDate on = step.on();
        return switch (fact) {
            case CORRECTION_REQUESTED_ON ->
                course.corrections().stream()
                                .filter(c -> on.equals(c.requestedOn()))
                                .count()
                        == 1;
            case CORRECTION_RECEIVED_ON ->
                course.corrections().stream()
                                .filter(c -> on.equals(c.receivedOn()))
                                .count()
                        == 1;
            case THIRD_PARTY_CONSULTED_ON ->
                course.consultations().stream()
                                .filter(c -> on.equals(c.consultedOn()))
                                .count()
                        == 1;
            case THIRD_PARTY_RESPONDED_ON ->
                step instanceof RequestStep.TakeInOpinion opinion
                        && course.consultations().stream()
                                .allMatch(c -> c.number() == opinion.consultation()
                                        ? c.thirdParty()
                                        : !on.equals(c.respondedOn()));
            case EXTENSION_NOTIFIED_ON ->
                course.extension() != null && on.equals(course.extension().notifiedOn());
            case DELIVERED_ON ->
                course.answers().stream()
                                .filter(a -> on.equals(a.deliveredOn()))
                                .count()
                        == 1;
            default -> true;
        };
    }

    private static @Nullable RequestFact column(RequestCommand command) {
        return switch (command) {
            case RequestStep.AskForCorrection ignored -> RequestFact.CORRECTION_REQUESTED_ON;
            case RequestStep.TakeInCorrection ignored -> RequestFact.CORRECTION_RECEIVED_ON;
            case RequestStep.ExtendAnswerPeriod ignored -> RequestFact.EXTENSION_NOTIFIED_ON;
            case RequestStep.ConsultThirdParty ignored -> RequestFact.THIRD_PARTY_CONSULTED_ON;
            case RequestStep.TakeInOpinion ignored -> RequestFact.THIRD_PARTY_RESPONDED_ON;
            case RequestStep.NotifyFee ignored -> RequestFact.FEE_NOTIFIED_ON;
            case RequestStep.TakeInPayment ignored -> RequestFact.FEE_PAID_ON;
            case RequestStep.Decide ignored -> RequestFact.DECIDED_ON;
            case RequestStep.DeliverAnswer ignored -> RequestFact.DELIVERED_ON;
            default -> null;
        };
    }

    private static RequestStep redated(RequestStep step, LocalDate on) {
        LocalDate today = LocalDate.of(2028, 1, 1);
        return switch (step) {
            case RequestStep.AskForCorrection s ->
                new RequestStep.AskForCorrection(R1, TOWN, today, on, s.correctionDueOn(), s.matters());
            case RequestStep.TakeInCorrection ignored -> new RequestStep.TakeInCorrection(R1, TOWN, today, on);
            case RequestStep.ExtendAnswerPeriod s ->
                new RequestStep.ExtendAnswerPeriod(R1, TOWN, today, on, s.days(), s.approvedBy(), s.reason());
            case RequestStep.ConsultThirdParty s ->
                new RequestStep.ConsultThirdParty(R1, TOWN, today, on, s.thirdParty());
            case RequestStep.TakeInOpinion s ->
                new RequestStep.TakeInOpinion(R1, TOWN, today, on, s.consultation(), s.opinion());
            case RequestStep.NotifyFee s ->
                new RequestStep.NotifyFee(R1, TOWN, today, on, s.basis(), s.quantity(), s.before());
            case RequestStep.TakeInPayment s -> new RequestStep.TakeInPayment(R1, TOWN, today, on, s.fee());
            case RequestStep.Decide s ->
                new RequestStep.Decide(R1, TOWN, today, on, s.outcome(), s.documentNumber(), s.content());
            case RequestStep.DeliverAnswer s -> new RequestStep.DeliverAnswer(R1, TOWN, today, on, s.method());
            default -> throw new IllegalArgumentException(step + " has no column");
        };
    }
}
