package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RandomHistories.forEach;
import static org.disclosureledger.domain.request.RandomHistories.forEachCommand;
import static org.disclosureledger.domain.request.Scenario.DAYS;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.request.AnswerClock.Day;
import org.disclosureledger.domain.request.AnswerClock.Effect;
import org.disclosureledger.domain.request.AnswerClock.Phase;
import org.disclosureledger.domain.request.AnswerClock.Treatment;
import org.junit.jupiter.api.Test;

/** What holds of the last day in every history. */
class RandomClocksTest {

    /** What came after the period and changed nothing, and what only stopped the clock until it was answered. */
    private static final Set<Effect> WITHOUT_EFFECT_ON_THE_DAY = EnumSet.of(
            Effect.EXTENDED_TOO_LATE,
            Effect.LATER_DATE_TOO_LATE,
            Effect.ASKED_AGAIN,
            Effect.CORRECTION_ASKED,
            Effect.FEE_NOTIFIED);

    @Test
    void lastDayIsNotBeforeItsCauses() {
        forEach(history -> {
            if (!(history.request() instanceof Request.Received)) {
                return;
            }
            AnswerClock clock = StepRules.clock(history.request(), DAYS);
            LocalDate last = clock.lastDay();
            boolean waiting = clock.phase() == Phase.AWAITING_CORRECTION || clock.phase() == Phase.AWAITING_PAYMENT;
            assertThat(last == null).isEqualTo(waiting);
            if (last != null) {
                assertThat(last).isAfter(clock.start());
                assertThat(clock.causes())
                        .filteredOn(c -> !WITHOUT_EFFECT_ON_THE_DAY.contains(c.effect()))
                        .isNotEmpty()
                        .allSatisfy(c -> assertThat(c.on()).isBeforeOrEqualTo(last));
            }
        });
    }

    @Test
    void traceRunsWithoutAGapToTheLastDay() {
        forEach(history -> {
            Request request = history.request();
            if (!(request instanceof Request.Received)) {
                return;
            }
            AnswerClock clock = StepRules.clock(request, DAYS);
            List<Day> days = AnswerClock.days(request.facts().date(RequestFact.RECEIVED_ON), request.course(), DAYS);
            if (clock.phase() != Phase.RUNNING) {
                assertThat(days).isEmpty();
                return;
            }
            LocalDate last = days.get(days.size() - 1).day();
            assertThat(last).isEqualTo(clock.lastDay());
            assertThat(DAYS.isWorkingDay(last)).isTrue();
            assertThat(days.stream().map(Day::day))
                    .containsExactlyElementsOf(clock.start()
                            .plusDays(1)
                            .datesUntil(last.plusDays(1))
                            .toList());
            List<Integer> numbers =
                    days.stream().map(Day::number).filter(n -> n > 0).toList();
            assertThat(numbers)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, numbers.size()).boxed().toList());
            assertThat(numbers).hasSizeBetween(20, 40);
            assertThat(days).allSatisfy(d -> {
                assertThat(d.treatment() == Treatment.COUNTED).isEqualTo(d.number() > 0);
                assertThat(d.treatment() == Treatment.REST).isEqualTo(!DAYS.isWorkingDay(d.day()));
            });
            assertThat(clock.provisional()).isEqualTo(days.stream().anyMatch(d -> !DAYS.isSettled(d.day())));
        });
    }

    @Test
    void consultationOrExtensionNeverBringsTheLastDayForward() {
        int[] tried = {0};
        forEach(history -> {
            Request request = history.request();
            if (!(request instanceof Request.Received) || request.course().isAnswered()) {
                return;
            }
            LocalDate before = StepRules.clock(request, DAYS).lastDay();
            RandomCommands more = history.more();
            for (RequestStep step : List.of(more.consultation(), more.extension())) {
                Judgement<RequestEvent> judgement = RequestRules.handle(step, request, DAYS);
                if (!judgement.faulty() && before != null) {
                    Request after = request.evolve(judgement.events().get(0));
                    assertThat(StepRules.clock(after, DAYS).lastDay()).isAfterOrEqualTo(before);
                    tried[0]++;
                }
            }
        });
        assertThat(tried[0]).isPositive();
    }

    @Test
    void movedDeadlineIsTheLastDayOfAnOpenRequest() {
        forEachCommand(told -> {
            for (RequestEvent event : told.judgement().events()) {
                if (event instanceof RequestEvent.DeadlineMoved moved) {
                    assertThat(told.before().course().isAnswered()).isFalse();
                    assertThat(moved.newDueOn())
                            .isEqualTo(StepRules.clock(told.after(), DAYS).lastDay())
                            .isNotEqualTo(moved.previousDueOn());
                }
            }
        });
    }

    /** The remark says that an answer is late exactly when the clock does. */
    @Test
    void lateAnswersAreRemarkedAndNoOthers() {
        forEachCommand(told -> {
            if (told.command() instanceof RequestStep.Decide || told.command() instanceof RequestStep.DecideAnew) {
                RequestStep step = (RequestStep) told.command();
                boolean judged = told.judgement().findings().stream()
                        .noneMatch(f -> f.fact().equals("decide") || f.fact().equals("decideAnew"));
                LocalDate last = judged ? StepRules.clock(told.before(), DAYS).lastDay() : null;
                assertThat(told.judgement().findings().stream()
                                .anyMatch(f -> f.rule().equals("ANSWERED_LATE")))
                        .isEqualTo(last != null && step.on().isAfter(last));
            }
        });
    }
}
