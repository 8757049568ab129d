package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RequestExamples.row;
import static org.disclosureledger.domain.request.Scenario.DAYS;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.askForCorrection;
import static org.disclosureledger.domain.request.Steps.askForReasons;
import static org.disclosureledger.domain.request.Steps.consultOrgan;
import static org.disclosureledger.domain.request.Steps.consultThirdParty;
import static org.disclosureledger.domain.request.Steps.correct;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.decideAnew;
import static org.disclosureledger.domain.request.Steps.extend;
import static org.disclosureledger.domain.request.Steps.fixLaterDate;
import static org.disclosureledger.domain.request.Steps.notifyFee;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.register;
import static org.disclosureledger.domain.request.Steps.reopen;
import static org.disclosureledger.domain.request.Steps.takeInCorrection;
import static org.disclosureledger.domain.request.Steps.takeInOpinion;
import static org.disclosureledger.domain.request.Steps.takeInPayment;
import static org.disclosureledger.domain.request.Steps.takeInReasons;

import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.domain.request.AnswerClock.Cause;
import org.disclosureledger.domain.request.AnswerClock.Effect;
import org.disclosureledger.domain.request.AnswerClock.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Last days worked out by hand from the State Council's notices. In the workings "5–8: 1–4" means that the days 5 to 8 are
 * the first to the fourth working day of the period; a day in [ ] is off, a day in ( ) is a rest day that is worked.
 */
class AnswerClockTest {

    /** 2024-03: 6–8: 1–3; 11–15: 4–8; 18–22: 9–13; 25–29: 14–18; April 1, 2: 19, 20. */
    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static final RequestStep REOPEN = reopen("2024-06-03", null);

    /** Answered and taken up again on Monday 2024-06-03. */
    private static Scenario reopened(RequestCommand... steps) {
        return request().and(decide("2024-03-29", Outcome.GRANTED), REOPEN).and(steps);
    }

    @ParameterizedTest
    @CsvSource({
        // received, last day

        // Spring Festival 2023, [21–27 January], (28, 29): 11–13: 1–3; 16–20: 4–8; 28, 29: 9, 10; 30–3: 11–15; 6–10:
        // 16–20.
        "2023-01-10, 2023-02-10",
        // Spring Festival 2024, [10–17 February], (4, 18): 23–26: 1–4; 29–2: 5–9; 4: 10; 5–9: 11–15; 18: 16; 19–22:
        // 17–20.
        "2024-01-22, 2024-02-22",
        // Spring Festival 2025, [28 January–4 February], (26 January, 8 February):
        // 10: 1; 13–17: 2–6; 20–24: 7–11; 26: 12; 27: 13; 5–7: 14–16; 8: 17; 10–12: 18–20.
        "2025-01-09, 2025-02-12",
        // Spring Festival 2026, [15–23 February], (14, 28): 3–6: 1–4; 9–13: 5–9; 14: 10; 24–27: 11–14; 28: 15; March
        // 2–6: 16–20.
        "2026-02-02, 2026-03-06",

        // National Day 2023, [29 September–6 October], (7, 8 October): 19–22: 1–4; 25–28: 5–8; 7, 8: 9, 10; 9–13:
        // 11–15; 16–20: 16–20.
        "2023-09-18, 2023-10-20",
        // Mid-Autumn [15–17] (14) and National Day 2024, [1–7 October], (29 September, 12 October):
        // 11–13: 1–3; 14: 4; 18–20: 5–7; 23–27: 8–12; 29: 13; 30: 14; 8–11: 15–18; 12: 19; 14: 20.
        "2024-09-10, 2024-10-14",
        // National Day 2024: 25–27: 1–3; 29: 4; 30: 5; 8–11: 6–9; 12: 10; 14–18: 11–15; 21–25: 16–20.
        "2024-09-24, 2024-10-25",
        // National Day 2025, [1–8 October], (28 September, 11 October):
        // 18, 19: 1, 2; 22–26: 3–7; 28: 8; 29, 30: 9, 10; 9, 10: 11, 12; 11: 13; 13–17: 14–18; 20, 21: 19, 20.
        "2025-09-17, 2025-10-21",
        // Mid-Autumn [25–27 September] and National Day 2026, [1–7 October], (20 September, 10 October):
        // 17, 18: 1, 2; 20: 3; 21–24: 4–7; 28–30: 8–10; 8, 9: 11, 12; 10: 13; 12–16: 14–18; 19, 20: 19, 20.
        "2026-09-16, 2026-10-20",

        // New Year 2023, [31 December–2 January]: 19–23: 1–5; 26–30: 6–10; 3–6: 11–14; 9–13: 15–19; 16: 20.
        "2022-12-16, 2023-01-16",
        // New Year 2024, [1 January]: 18–22: 1–5; 25–29: 6–10; 2–5: 11–14; 8–12: 15–19; 15: 20.
        "2023-12-15, 2024-01-15",
        // New Year 2026, [1–3 January], (4): 15–19: 1–5; 22–26: 6–10; 29–31: 11–13; 4: 14; 5–9: 15–19; 12: 20.
        "2025-12-12, 2026-01-12",

        // 2020, Spring Festival prolonged: [24 January–2 February]; 1 February, once a make-up day, is off.
        // 21–23: 1–3; 3–7: 4–8; 10–14: 9–13; 17–21: 14–18; 24, 25: 19, 20.
        "2020-01-20, 2020-02-25",
        // Received on the Sunday that is worked, (19 January 2020): 20–23: 1–4; 3–7: 5–9; 10–14: 10–14; 17–21: 15–19;
        // 24: 20.
        "2020-01-19, 2020-02-24",

        // May Day 2022, [30 April–4 May], (24 April, 7 May): 12–15: 1–4; 18–22: 5–9; 24: 10; 25–29: 11–15; 5, 6: 16,
        // 17; 7: 18; 9, 10: 19, 20.
        "2022-04-11, 2022-05-10",
        // Dragon Boat 2023, [22–24 June], (25): 6–9: 1–4; 12–16: 5–9; 19–21: 10–12; 25: 13; 26–30: 14–18; July 3, 4:
        // 19, 20.
        "2023-06-05, 2023-07-04",

        // No holiday but Qingming 2024 after its end.
        "2024-03-05, 2024-04-02",
        // Received on a Saturday: Qingming 2024, [4–6 April], (7): 11–15: 1–5; 18–22: 6–10; 25–29: 11–15; 1–3: 16–18;
        // 7: 19; 8: 20.
        "2024-03-09, 2024-04-08",
        // Received on a holiday, 3 October 2024: 8–11: 1–4; 12: 5; 14–18: 6–10; 21–25: 11–15; 28–1: 16–20.
        "2024-10-03, 2024-11-01"
    })
    void twentyWorkingDaysFromTheDayAfterReceipt(String received, String last) {
        AnswerClock clock = given(received(received)).clock();

        assertThat(clock.lastDay()).hasToString(last);
        assertThat(clock.provisional()).isFalse();
        assertThat(clock.phase()).isEqualTo(Phase.RUNNING);
        assertThat(clock.start()).isEqualTo(on(received));
        assertThat(clock.causes()).extracting(Cause::effect).containsExactly(Effect.RECEIVED);
    }

    record Example(String name, Scenario scenario, String last, Effect... effects) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> worked() {
        return Stream.of(
                // After 25 March: 26–29: 1–4; April 1–3: 5–7; (7): 8; 8–12: 9–13; 15–19: 14–18; 22, 23: 19, 20.
                new Example(
                        "corrected",
                        request().and(askForCorrection("2024-03-12", "2024-03-26"), takeInCorrection("2024-03-25")),
                        "2024-04-23",
                        Effect.RECEIVED,
                        Effect.CORRECTION_ASKED,
                        Effect.CORRECTED),
                // After [6 April]: (7): 1; 8–12: 2–6; 15–19: 7–11; 22–26: 12–16; (28): 17; 29, 30: 18, 19; [1–5 May];
                // 6: 20.
                new Example(
                        "corrected on a holiday",
                        request().and(askForCorrection("2024-03-12", "2024-04-12"), takeInCorrection("2024-04-06")),
                        "2024-05-06",
                        Effect.RECEIVED,
                        Effect.CORRECTION_ASKED,
                        Effect.CORRECTED),
                new Example(
                        "asked twice, the second correction open: as corrected once",
                        request()
                                .and(
                                        askForCorrection("2024-03-12", "2024-03-26"),
                                        takeInCorrection("2024-03-25"),
                                        askForCorrection("2024-04-01", "2024-04-15")),
                        "2024-04-23",
                        Effect.RECEIVED,
                        Effect.CORRECTION_ASKED,
                        Effect.CORRECTED,
                        Effect.ASKED_AGAIN),
                new Example(
                        "corrected twice: as corrected once",
                        request()
                                .and(
                                        askForCorrection("2024-03-12", "2024-03-26"),
                                        takeInCorrection("2024-03-25"),
                                        askForCorrection("2024-04-01", "2024-04-15"),
                                        takeInCorrection("2024-04-12")),
                        "2024-04-23",
                        Effect.RECEIVED,
                        Effect.CORRECTION_ASKED,
                        Effect.CORRECTED,
                        Effect.ASKED_AGAIN),

                // After 2 April: 3: 21; (7): 22; 8–12: 23–27; 15–19: 28–32; 22–26: 33–37; (28): 38; 29, 30: 39, 40.
                new Example(
                        "extended by twenty days",
                        request().and(extend("2024-03-28", 20)),
                        "2024-04-30",
                        Effect.RECEIVED,
                        Effect.EXTENDED),
                // 3: 21; (7): 22; 8–10: 23–25.
                new Example(
                        "extended by five days on the last day",
                        request().and(extend("2024-04-02", 5)),
                        "2024-04-10",
                        Effect.RECEIVED,
                        Effect.EXTENDED),
                new Example(
                        "extension told a day too late extends nothing",
                        request().and(extend("2024-04-03", 5)),
                        "2024-04-02",
                        Effect.RECEIVED,
                        Effect.EXTENDED_TOO_LATE),

                // 12–15 and 18 March do not count, 5 days: April 3, (7), 8, 9, 10.
                new Example(
                        "third party answers after a week",
                        request()
                                .and(consultThirdParty("2024-03-11"), takeInOpinion("2024-03-18", 1, Opinion.CONSENTS)),
                        "2024-04-10",
                        Effect.RECEIVED,
                        Effect.THIRD_PARTY_ASKED),
                // 15 working days to 1 April do not count: 6–8, 11: 1–4; April 2, 3: 5, 6; (7): 7; 8–12: 8–12; 15–19:
                // 13–17; 22–24: 18–20.
                new Example(
                        "third party is silent",
                        request().and(consultThirdParty("2024-03-11")),
                        "2024-04-24",
                        Effect.RECEIVED,
                        Effect.THIRD_PARTY_ASKED),
                new Example(
                        "other organ is silent",
                        request().and(consultOrgan("2024-03-11")),
                        "2024-04-24",
                        Effect.RECEIVED,
                        Effect.ORGAN_ASKED),
                new Example(
                        "late opinion: as silence",
                        request().and(consultThirdParty("2024-03-11"), takeInOpinion("2024-04-10", 1, Opinion.OBJECTS)),
                        "2024-04-24",
                        Effect.RECEIVED,
                        Effect.THIRD_PARTY_ASKED),
                new Example(
                        "opinion on the last of the fifteen days",
                        request().and(consultThirdParty("2024-03-11"), takeInOpinion("2024-04-01", 1, Opinion.OBJECTS)),
                        "2024-04-24",
                        Effect.RECEIVED,
                        Effect.THIRD_PARTY_ASKED),
                // Together 12–15, 18–22 March, 9 days: April 3, (7), 8–12, 15, 16.
                new Example(
                        "two consultations that overlap",
                        request()
                                .and(
                                        consultThirdParty("2024-03-11"),
                                        consultOrgan("2024-03-14"),
                                        takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                                        takeInOpinion("2024-03-22", 2, Opinion.CONSENTS)),
                        "2024-04-16",
                        Effect.RECEIVED,
                        Effect.THIRD_PARTY_ASKED,
                        Effect.ORGAN_ASKED),
                new Example(
                        "asked and answered on the same day",
                        request()
                                .and(consultThirdParty("2024-03-11"), takeInOpinion("2024-03-11", 1, Opinion.CONSENTS)),
                        "2024-04-02",
                        Effect.RECEIVED),
                new Example(
                        "asked on the last day: nothing is left that could be left out",
                        request().and(consultThirdParty("2024-04-02")),
                        "2024-04-02",
                        Effect.RECEIVED),
                new Example(
                        "consultation that ended before the correction came",
                        request()
                                .and(
                                        consultThirdParty("2024-03-11"),
                                        askForCorrection("2024-03-12", "2024-03-26"),
                                        takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                                        takeInCorrection("2024-03-25")),
                        "2024-04-23",
                        Effect.RECEIVED,
                        Effect.CORRECTION_ASKED,
                        Effect.CORRECTED),
                // 40 days end on 30 April; 11, 12, 15–18 April do not count, 6 days: [1–5 May]; 6–10; (11).
                new Example(
                        "consulted while extended",
                        request()
                                .and(
                                        extend("2024-04-02", 20),
                                        consultThirdParty("2024-04-10"),
                                        takeInOpinion("2024-04-18", 1, Opinion.CONSENTS)),
                        "2024-05-11",
                        Effect.RECEIVED,
                        Effect.THIRD_PARTY_ASKED,
                        Effect.EXTENDED),

                // After 8 April: 9–12: 1–4; 15–19: 5–9; 22–26: 10–14; (28): 15; 29, 30: 16, 17; [1–5 May]; 6–8: 18–20.
                new Example(
                        "fee paid",
                        request().and(notifyFee("2024-03-20", 68), takeInPayment("2024-04-08", "380")),
                        "2024-05-08",
                        Effect.RECEIVED,
                        Effect.FEE_NOTIFIED,
                        Effect.FEE_PAID),
                // May 9, 10: 21, 22; (11): 23; 13–17: 24–28; 20, 21: 29, 30.
                new Example(
                        "extended, then the fee paid: the extension stays",
                        request()
                                .and(
                                        extend("2024-03-18", 10),
                                        notifyFee("2024-03-20", 68),
                                        takeInPayment("2024-04-08", "380")),
                        "2024-05-21",
                        Effect.RECEIVED,
                        Effect.FEE_NOTIFIED,
                        Effect.FEE_PAID,
                        Effect.EXTENDED),
                new Example(
                        "fee paid before the correction came: the later one starts the period",
                        request()
                                .and(
                                        askForCorrection("2024-03-08", "2024-04-20"),
                                        notifyFee("2024-03-20", 68),
                                        takeInPayment("2024-03-22", "380"),
                                        takeInCorrection("2024-04-08")),
                        "2024-05-08",
                        Effect.RECEIVED,
                        Effect.CORRECTION_ASKED,
                        Effect.CORRECTED,
                        Effect.FEE_NOTIFIED,
                        Effect.FEE_PAID),
                new Example(
                        "being asked for reasons stops nothing",
                        request().and(askForReasons("2024-03-11")),
                        "2024-04-02",
                        Effect.RECEIVED),
                // 15 working days after 22 January 2025: 23, 24: 1, 2; (26): 3; 27: 4; [28–4]; 5–7: 5–7; (8): 8; 10–14:
                // 9–13; 17, 18: 14, 15.
                // 20 working days after 10 January: 13–17: 1–5; 20–22: 6–8; silent to 18 February; 19–21: 9–11; 24–28:
                // 12–16; March 3–6: 17–20.
                new Example(
                        "silence over the Spring Festival of 2025",
                        given(received("2025-01-10"), consultOrgan("2025-01-22")),
                        "2025-03-06",
                        Effect.RECEIVED,
                        Effect.ORGAN_ASKED),

                // June 4–7: 1–4; [10]; 11–14: 5–8; 17–21: 9–13; 24–28: 14–18; July 1, 2: 19, 20.
                new Example("reopened without a date", reopened(), "2024-07-02", Effect.REOPENED_WITHOUT_DATE),
                new Example(
                        "reopened after an extended handling: that extension is spent",
                        request()
                                .and(
                                        extend("2024-03-28", 20),
                                        decide("2024-04-12", Outcome.GRANTED),
                                        reopen("2024-06-03", null)),
                        "2024-07-02",
                        Effect.REOPENED_WITHOUT_DATE),
                // July 3–5: 21–23; 8, 9: 24, 25.
                new Example(
                        "reopened without a date and extended",
                        reopened(extend("2024-06-20", 5)),
                        "2024-07-09",
                        Effect.REOPENED_WITHOUT_DATE,
                        Effect.EXTENDED),
                // June 14, 17, 18 do not count: July 3, 4, 5.
                new Example(
                        "reopened without a date and consulted",
                        reopened(consultOrgan("2024-06-13"), takeInOpinion("2024-06-18", 1, Opinion.CONSENTS)),
                        "2024-07-05",
                        Effect.REOPENED_WITHOUT_DATE,
                        Effect.ORGAN_ASKED),
                // After 20 June: 21: 1; 24–28: 2–6; July 1–5: 7–11; 8–12: 12–16; 15–18: 17–20.
                new Example(
                        "reopened without a date and corrected for the first time",
                        reopened(askForCorrection("2024-06-11", "2024-06-21"), takeInCorrection("2024-06-20")),
                        "2024-07-18",
                        Effect.REOPENED_WITHOUT_DATE,
                        Effect.CORRECTION_ASKED,
                        Effect.CORRECTED),
                new Example(
                        "reopened after silence about a correction: that notice no longer stops the clock",
                        request()
                                .and(
                                        askForCorrection("2024-03-12", "2024-03-26"),
                                        decide("2024-03-27", Outcome.OTHER_CORRECTION_OVERDUE),
                                        REOPEN),
                        "2024-07-02",
                        Effect.REOPENED_WITHOUT_DATE),
                new Example(
                        "reopened after an unpaid fee: that notice no longer stops the clock",
                        request()
                                .and(
                                        notifyFee("2024-03-20", 68),
                                        decide("2024-04-19", Outcome.OTHER_FEE_UNPAID),
                                        REOPEN),
                        "2024-07-02",
                        Effect.REOPENED_WITHOUT_DATE),
                // As after 20 June: the fee of the first handling is paid in the second.
                new Example(
                        "reopened, and the fee paid after all",
                        request()
                                .and(
                                        notifyFee("2024-03-20", 68),
                                        decide("2024-04-19", Outcome.OTHER_FEE_UNPAID),
                                        REOPEN,
                                        takeInPayment("2024-06-20", "380")),
                        "2024-07-18",
                        Effect.REOPENED_WITHOUT_DATE,
                        Effect.FEE_PAID),
                new Example(
                        "answered anew: the period that the answer had",
                        reopened(decideAnew("2024-06-20", Outcome.GRANTED)),
                        "2024-07-02",
                        Effect.REOPENED_WITHOUT_DATE));
    }

    @ParameterizedTest
    @MethodSource("worked")
    void stepsMoveTheLastDay(Example example) {
        AnswerClock clock = example.scenario.clock();

        assertThat(clock.lastDay()).hasToString(example.last);
        assertThat(clock.phase()).isEqualTo(Phase.RUNNING);
        assertThat(clock.causes()).extracting(Cause::effect).containsExactly(example.effects);
        assertThat(clock.causes()).allSatisfy(c -> {
            assertThat(c.sentence()).isNotBlank().doesNotContain("%", "null");
            assertThat(c.ground()).contains("条");
        });
    }

    @Test
    void waitingForTheApplicantThereIsNoLastDay() {
        Scenario correction = request().and(askForCorrection("2024-03-12", "2024-03-26"));
        Scenario payment = request().and(notifyFee("2024-03-20", 68));

        assertThat(correction.clock().phase()).isEqualTo(Phase.AWAITING_CORRECTION);
        assertThat(correction.clock().lastDay()).isNull();
        assertThat(correction.clock().provisional()).isFalse();
        assertThat(payment.clock().phase()).isEqualTo(Phase.AWAITING_PAYMENT);
        assertThat(payment.clock().lastDay()).isNull();
        assertThat(days(correction)).isEmpty();
        assertThat(days(payment)).isEmpty();
        assertThat(reopened(notifyFee("2024-06-20", 68)).clock().phase()).isEqualTo(Phase.AWAITING_PAYMENT);
        assertThat(reopened(askForCorrection("2024-06-03", "2024-06-21"))
                        .clock()
                        .phase())
                .isEqualTo(Phase.AWAITING_CORRECTION);
    }

    @Test
    void laterDateOfArticle35IsTheLastDay() {
        Scenario reasonable = request().and(askForReasons("2024-03-11"), takeInReasons("2024-03-18", true));
        Scenario fixed = reasonable.and(fixLaterDate("2024-03-25", "2024-06-28"));

        assertThat(fixed.clock().phase()).isEqualTo(Phase.LATER_DATE);
        assertThat(fixed.clock().lastDay()).hasToString("2024-06-28");
        assertThat(fixed.clock().causes())
                .extracting(Cause::effect)
                .containsExactly(Effect.RECEIVED, Effect.LATER_DATE_FIXED);
        assertThat(days(fixed)).isEmpty();
        // An extension and a consultation carry the counted period beyond the later date: then that counts.
        Scenario overtaken = reasonable.and(fixLaterDate("2024-03-25", "2024-04-12"), extend("2024-04-01", 20));
        assertThat(overtaken.clock().lastDay()).hasToString("2024-04-30");
        assertThat(overtaken.clock().phase()).isEqualTo(Phase.RUNNING);
        Scenario equal = reasonable.and(fixLaterDate("2024-03-25", "2024-04-30"), extend("2024-04-01", 20));
        assertThat(equal.clock().phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void laterDateToldAfterThePeriodChangesNothing() {
        Scenario late = request()
                .and(
                        askForReasons("2024-03-11"),
                        takeInReasons("2024-03-18", true),
                        fixLaterDate("2024-04-03", "2024-06-28"));

        assertThat(late.clock().lastDay()).hasToString("2024-04-02");
        assertThat(late.clock().causes())
                .extracting(Cause::effect)
                .containsExactly(Effect.RECEIVED, Effect.LATER_DATE_TOO_LATE);
        late.when(decide("2024-06-20", Outcome.GRANTED)).thenRemarked(RequestRule.ANSWERED_LATE);
    }

    /** What is said of an extension agrees with what the clock makes of it, whatever later date was fixed. */
    @Test
    void extensionBesideALaterDateIsJudgedByTheCountedPeriod() {
        Scenario fixed = request()
                .and(
                        askForReasons("2024-03-11"),
                        takeInReasons("2024-03-18", true),
                        fixLaterDate("2024-03-25", "2024-06-28"));

        fixed.when(extend("2024-04-03", 20)).thenRemarked(RequestRule.EXTENDED_AFTER_THE_PERIOD);
        fixed.when(extend("2024-04-02", 20)).thenAccepted();
        assertThat(fixed.and(extend("2024-04-03", 20)).clock().causes())
                .extracting(Cause::effect)
                .containsExactly(Effect.RECEIVED, Effect.EXTENDED_TOO_LATE, Effect.LATER_DATE_FIXED);
    }

    @Test
    void decisionOrJudgmentSetsTheLastDayAndNoStepMovesIt() {
        Scenario set = request().and(decide("2024-03-29", Outcome.GRANTED), reopen("2024-06-03", "2024-06-28"));

        assertThat(set.clock().phase()).isEqualTo(Phase.LATER_DATE);
        assertThat(set.clock().lastDay()).hasToString("2024-06-28");
        assertThat(set.clock().start()).hasToString("2024-06-03");
        assertThat(set.clock().causes()).singleElement().satisfies(c -> {
            assertThat(c.effect()).isEqualTo(Effect.REOPENED);
            assertThat(c.on()).hasToString("2024-06-03");
            assertThat(c.sentence()).contains("2024年6月28日");
        });
        assertThat(set.and(consultThirdParty("2024-06-10")).clock().lastDay()).hasToString("2024-06-28");
        Scenario reasonable = request()
                .and(
                        askForReasons("2024-03-11"),
                        takeInReasons("2024-03-18", true),
                        fixLaterDate("2024-03-25", "2024-04-30"),
                        decide("2024-04-29", Outcome.GRANTED),
                        reopen("2024-06-03", "2024-06-28"));
        reasonable.when(fixLaterDate("2024-06-10", "2024-08-30")).thenRejected(RequestRule.REOPENED_WITH_A_DATE);
        set.when(decideAnew("2024-06-28", Outcome.GRANTED)).thenAccepted();
        set.when(decideAnew("2024-06-29", Outcome.GRANTED)).thenRemarked(RequestRule.ANSWERED_LATE);
        assertThat(set.and(decideAnew("2024-06-20", Outcome.GRANTED)).clock().lastDay())
                .hasToString("2024-06-28");
    }

    @Test
    void laterDateOfTheFirstHandlingIsSpentInTheSecond() {
        Scenario again = request()
                .and(
                        askForReasons("2024-03-11"),
                        takeInReasons("2024-03-18", true),
                        fixLaterDate("2024-03-25", "2024-08-30"),
                        decide("2024-05-29", Outcome.GRANTED),
                        reopen("2024-06-03", null));

        assertThat(again.clock().lastDay()).hasToString("2024-07-02");
        assertThat(again.and(fixLaterDate("2024-06-10", "2024-09-30")).clock().lastDay())
                .hasToString("2024-09-30");
    }

    @Test
    void extensionIsHadOnceInEachHandling() {
        Scenario again = request()
                .and(extend("2024-03-28", 20), decide("2024-04-12", Outcome.GRANTED), reopen("2024-06-03", null));

        again.when(extend("2024-06-20", 5)).thenAccepted();
        again.and(extend("2024-06-20", 5))
                .when(extend("2024-06-21", 5))
                .thenRejected(RequestRule.EXTENSION_ALREADY_USED);
    }

    /** December 2026: 8–11: 1–4; 14–18: 5–9; 21–25: 10–14; 28–31: 15–18; Friday 1 January 2027 counts until a notice says otherwise: 19; 4: 20. */
    @Test
    void lastDayInAYearWithoutANoticeIsProvisional() {
        assertThat(given(received("2026-12-07")).clock().lastDay()).hasToString("2027-01-04");
        assertThat(given(received("2026-12-07")).clock().provisional()).isTrue();
        // 4: 1; 7–11: 2–6; 14–18: 7–11; 21–25: 12–16; 28–31: 17–20.
        assertThat(given(received("2026-12-03")).clock().lastDay()).hasToString("2026-12-31");
        assertThat(given(received("2026-12-03")).clock().provisional()).isFalse();
        Scenario set = given(
                received("2026-11-02"), decide("2026-11-20", Outcome.GRANTED), reopen("2026-12-01", "2027-02-26"));
        assertThat(set.clock().provisional())
                .as("a date that was set is not counted")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // 7 working days over National Day 2024: (29): 1; 30: 2; [1–7]; 8–11: 3–6; (12): 7.
        "2024-09-27, 2024-10-12",
        // 6–8: 1–3; 11–14: 4–7.
        "2024-03-05, 2024-03-14"
    })
    void correctionIsAskedWithinSevenWorkingDays(String received, String last) {
        assertThat(AnswerClock.lastDayOfCorrectionNotice(on(received), DAYS)).hasToString(last);
    }

    @ParameterizedTest
    @CsvSource({
        // 15 working days over the Spring Festival of 2025, worked out above.
        "2025-01-22, 2025-02-18",
        "2024-03-11, 2024-04-01"
    })
    void opinionIsDueWithinFifteenWorkingDays(String consulted, String last) {
        assertThat(AnswerClock.silenceAfter(on(consulted), DAYS)).hasToString(last);
    }

    @ParameterizedTest
    @CsvSource({
        // 20 working days over National Day 2025: 24–26: 1–3; (28): 4; 29, 30: 5, 6; [1–8]; 9, 10: 7, 8; (11): 9;
        // 13–17: 10–14; 20–24: 15–19; 27: 20.
        "2025-09-23, 2025-10-27",
        // 21, 22: 1, 2; 25–29: 3–7; 1–3: 8–10; [4–6]; (7): 11; 8–12: 12–16; 15–18: 17–20.
        "2024-03-20, 2024-04-18"
    })
    void feeIsPaidWithinTwentyWorkingDays(String notified, String last) {
        assertThat(AnswerClock.lastDayOfPayment(on(notified), DAYS)).hasToString(last);
    }

    @Test
    void correctedDateMovesTheLastDay() {
        Scenario corrected =
                request().and(askForCorrection("2024-03-12", "2024-03-26"), takeInCorrection("2024-03-20"));

        assertThat(corrected
                        .and(correct(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-25"))
                        .clock()
                        .lastDay())
                .hasToString("2024-04-23");
        assertThat(request()
                        .and(correct(RequestFact.RECEIVED_ON, "2024-03-09"))
                        .clock()
                        .lastDay())
                .hasToString("2024-04-08");
    }

    @Test
    void registerTellsTheSameDaysAsTheSteps() {
        Scenario told = given(register(row().with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-12")
                .with(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-25")
                .with(RequestFact.EXTENSION_NOTIFIED_ON, "2024-04-01")
                .with(RequestFact.THIRD_PARTY_CONSULTED_ON, "2024-04-10")
                .with(RequestFact.THIRD_PARTY_RESPONDED_ON, "2024-04-18")));

        // After 25 March: 26–29: 1–4; 1–3: 5–7; (7): 8; 8–10: 9–11; 11, 12, 15–18 out; 19: 12; 22–26: 13–17; (28): 18;
        // 29, 30: 19, 20;
        // and twenty more: May 6–10: 21–25; (11): 26; 13–17: 27–31; 20–24: 32–36; 27–30: 37–40.
        assertThat(told.clock().lastDay()).hasToString("2024-05-30");
    }

    @Test
    void phasesAreSaidInWords() {
        assertThat(Phase.values())
                .extracting(Phase::label)
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    private static List<AnswerClock.Day> days(Scenario scenario) {
        return AnswerClock.days(
                scenario.request().facts().date(RequestFact.RECEIVED_ON),
                scenario.request().course(),
                DAYS);
    }
}
