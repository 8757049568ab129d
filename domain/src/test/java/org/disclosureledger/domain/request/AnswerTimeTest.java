package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RandomHistories.forEach;
import static org.disclosureledger.domain.request.Scenario.DAYS;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.askForCorrection;
import static org.disclosureledger.domain.request.Steps.consultThirdParty;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.decideAnew;
import static org.disclosureledger.domain.request.Steps.notifyFee;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.reopen;
import static org.disclosureledger.domain.request.Steps.takeInCorrection;
import static org.disclosureledger.domain.request.Steps.takeInOpinion;
import static org.disclosureledger.domain.request.Steps.takeInPayment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.domain.request.AnswerClock.Day;
import org.junit.jupiter.api.Test;

/** Worked out by hand as in {@link AnswerClockTest}. */
class AnswerTimeTest {

    /** 2024-03: 6–8: 1–3; 11–15: 4–8; 18–22: 9–13; 25–29: 14–18. */
    private static Scenario request(RequestCommand... steps) {
        return given(received("2024-03-05")).and(steps);
    }

    private static int first(Scenario scenario) {
        return AnswerTime.ofFirst(on("2024-03-05"), scenario.request().course(), DAYS);
    }

    private static int latest(Scenario scenario) {
        return AnswerTime.ofLatest(on("2024-03-05"), scenario.request().course(), DAYS);
    }

    @Test
    void daysCountFromTheDayAfterReceiptToTheAnswer() {
        assertThat(first(request(decide("2024-03-05", Outcome.GRANTED)))).isZero();
        assertThat(first(request(decide("2024-03-06", Outcome.GRANTED)))).isOne();
        assertThat(first(request(decide("2024-03-18", Outcome.GRANTED)))).isEqualTo(9);
        // April 1–3: 19–21; [4–6]; (7): 22; 8: 23.
        assertThat(first(request(decide("2024-04-08", Outcome.GRANTED)))).isEqualTo(23);
    }

    /** After 25 March: 26–29: 1–4. */
    @Test
    void correctionAndPaymentLetThePeriodRunAnew() {
        assertThat(first(request(
                        askForCorrection("2024-03-12", "2024-03-26"),
                        takeInCorrection("2024-03-25"),
                        decide("2024-03-29", Outcome.GRANTED))))
                .isEqualTo(4);
        assertThat(first(request(
                        notifyFee("2024-03-12", 68),
                        takeInPayment("2024-03-25", "380"),
                        decide("2024-03-29", Outcome.GRANTED))))
                .isEqualTo(4);
    }

    /** Of 18 days 12–15 and 18 March do not count. */
    @Test
    void daysOfAConsultationDoNotCount() {
        assertThat(first(request(
                        consultThirdParty("2024-03-11"),
                        takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                        decide("2024-03-29", Outcome.GRANTED))))
                .isEqualTo(13);
    }

    /** Taken up again on 3 June: 4–7: 1–4; [8–10]; 11–14: 5–8. */
    @Test
    void newAnswerCountsFromTheReopeningAndChangesNothingOfTheFirst() {
        Scenario reopened = request(
                decide("2024-03-18", Outcome.GRANTED),
                reopen("2024-06-03", null),
                consultThirdParty("2024-06-04"),
                takeInOpinion("2024-06-06", 1, Opinion.CONSENTS),
                decideAnew("2024-06-14", Outcome.PARTIALLY_GRANTED));

        assertThat(first(reopened)).isEqualTo(9);
        assertThat(latest(reopened)).isEqualTo(6);
    }

    /** An answer on the last day of the period took as many days as the period has. */
    @Test
    void answerOnTheLastDayTakesTheWholePeriod() {
        AtomicInteger compared = new AtomicInteger();
        forEach(history -> {
            if (!(history.request() instanceof Request.Received request)) {
                return;
            }
            Course course = request.course();
            LocalDate receivedOn = request.facts().date(RequestFact.RECEIVED_ON);
            List<Day> days = AnswerClock.days(receivedOn, course, DAYS);
            if (days.isEmpty() || course.isAnswered()) {
                return;
            }
            Day last = days.get(days.size() - 1);
            assertThat(AnswerTime.ofLatest(receivedOn, answered(course, last.day()), DAYS))
                    .isEqualTo(last.number());
            compared.incrementAndGet();
        });
        assertThat(compared.get()).isPositive();
    }

    private static Course answered(Course course, LocalDate day) {
        List<Course.Answer> answers = new ArrayList<>(course.answers());
        answers.add(new Course.Answer(day, Outcome.GRANTED, null));
        return new Course(
                course.corrections(),
                course.extension(),
                course.consultations(),
                course.fees(),
                course.reasons(),
                course.laterDate(),
                answers,
                course.lastReopening(),
                course.letters());
    }
}
