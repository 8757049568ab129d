package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RequestExamples.granted;
import static org.disclosureledger.domain.request.RequestExamples.row;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.askForCorrection;
import static org.disclosureledger.domain.request.Steps.askForReasons;
import static org.disclosureledger.domain.request.Steps.consultOrgan;
import static org.disclosureledger.domain.request.Steps.consultThirdParty;
import static org.disclosureledger.domain.request.Steps.correct;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.decideAnew;
import static org.disclosureledger.domain.request.Steps.deliver;
import static org.disclosureledger.domain.request.Steps.deliverLetter;
import static org.disclosureledger.domain.request.Steps.extend;
import static org.disclosureledger.domain.request.Steps.fixLaterDate;
import static org.disclosureledger.domain.request.Steps.issueLetter;
import static org.disclosureledger.domain.request.Steps.notifyFee;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.register;
import static org.disclosureledger.domain.request.Steps.reopen;
import static org.disclosureledger.domain.request.Steps.takeInCorrection;
import static org.disclosureledger.domain.request.Steps.takeInOpinion;
import static org.disclosureledger.domain.request.Steps.takeInPayment;
import static org.disclosureledger.domain.request.Steps.takeInReasons;

import java.math.BigDecimal;
import java.util.List;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.request.Course.Answer;
import org.disclosureledger.domain.request.Course.Consultation;
import org.disclosureledger.domain.request.Course.Correction;
import org.disclosureledger.domain.request.Course.Fee;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the steps add up to, and what a correction of the record changes in it. Received on 2024-03-05. */
class CourseTest {

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    @Test
    void stepsAreKeptAsTheyWereTaken() {
        Course course = request()
                .and(
                        askForCorrection("2024-03-12", "2024-03-26"),
                        takeInCorrection("2024-03-20"),
                        consultOrgan("2024-03-21"),
                        consultThirdParty("2024-03-21"),
                        takeInOpinion("2024-03-25", 2, Opinion.CONSENTS),
                        extend("2024-03-26", 7),
                        askForReasons("2024-03-26"),
                        takeInReasons("2024-03-27", true),
                        fixLaterDate("2024-03-28", "2024-08-30"),
                        notifyFee("2024-03-29", 68),
                        takeInPayment("2024-04-01", "380"),
                        issueLetter("2024-04-01", "1"),
                        issueLetter("2024-04-01", "2"),
                        deliverLetter("2024-04-02", "1"),
                        decide("2024-04-03", Outcome.GRANTED),
                        deliver("2024-04-08"),
                        reopen("2024-06-03", "2024-06-28"))
                .request()
                .course();

        assertThat(course)
                .isEqualTo(new Course(
                        List.of(new Correction(on("2024-03-12"), on("2024-03-26"), on("2024-03-20"))),
                        new Course.Extension(on("2024-03-26"), 7),
                        List.of(
                                new Consultation(1, false, on("2024-03-21"), null, null),
                                new Consultation(2, true, on("2024-03-21"), on("2024-03-25"), Opinion.CONSENTS)),
                        List.of(new Fee(on("2024-03-29"), new BigDecimal("380"), on("2024-04-01"))),
                        new Course.Reasons(on("2024-03-26"), on("2024-03-27"), true),
                        new Course.LaterDate(on("2024-03-28"), on("2024-08-30")),
                        List.of(new Answer(on("2024-04-03"), Outcome.GRANTED, on("2024-04-08"))),
                        new Course.Reopening(on("2024-06-03"), on("2024-06-28"), false),
                        List.of(
                                new Course.Letter("1", on("2024-04-01"), on("2024-04-02")),
                                new Course.Letter("2", on("2024-04-01"), null))));
        assertThat(course.firstStepOn()).hasToString("2024-03-12");
        assertThat(course.isAnswered()).isFalse();
        assertThat(request().request().course().firstStepOn()).isNull();
    }

    @Test
    void answerAfterAReopeningEndsIt() {
        Course course = request()
                .and(
                        decide("2024-03-29", Outcome.GRANTED),
                        reopen("2024-06-03", null),
                        decideAnew("2024-06-20", Outcome.PARTIALLY_GRANTED),
                        deliver("2024-06-21"))
                .request()
                .course();

        assertThat(course.isAnswered()).isTrue();
        assertThat(course.reopening()).isNull();
        assertThat(course.answers())
                .containsExactly(
                        new Answer(on("2024-03-29"), Outcome.GRANTED, null),
                        new Answer(on("2024-06-20"), Outcome.PARTIALLY_GRANTED, on("2024-06-21")));
    }

    /** A register's rows come in pieces: what belongs together is put together, whichever part came first. */
    @ParameterizedTest
    @CsvSource({
        "correctionRequestedOn, 2024-03-08, correctionReceivedOn, 2024-03-15",
        "correctionRequestedOn, 2024-03-16, correctionReceivedOn, 2024-03-15",
        "thirdPartyConsultedOn, 2024-03-08, thirdPartyRespondedOn, 2024-03-15",
        "feeNotifiedOn, 2024-03-08, feePaidOn, 2024-03-15",
        "decidedOn, 2024-03-15, deliveredOn, 2024-03-18"
    })
    void rowsInPiecesTellTheSameAsOneRow(String first, String firstOn, String then, String thenOn) {
        Facts before = row().with(first, firstOn);
        if (first.equals("decidedOn")) {
            before = before.with(RequestFact.OUTCOME, "granted");
        }
        Course whole = given(register(before.with(then, thenOn))).request().course();

        assertThat(given(register(before), register(before.with(then, thenOn)))
                        .request()
                        .course())
                .isEqualTo(whole);
        if (!first.equals("decidedOn")) {
            assertThat(given(register(row().with(then, thenOn)), register(before.with(then, thenOn)))
                            .request()
                            .course())
                    .isEqualTo(whole);
        }
    }

    @Test
    void noticeThatIsTypedIsASecondOne() {
        Scenario scenario = given(register(row().with(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-15")));

        scenario.when(askForCorrection("2024-03-18", "2024-03-29")).thenRemarked(RequestRule.CORRECTION_ASKED_TWICE);
        assertThat(scenario.and(askForCorrection("2024-03-18", "2024-03-29"))
                        .request()
                        .course()
                        .corrections())
                .hasSize(2);
    }

    @Test
    void typedConsultationIsNotTheOneThatTheRegisterMeant() {
        Scenario scenario = given(
                register(row().with(RequestFact.THIRD_PARTY_RESPONDED_ON, "2024-03-15")),
                consultThirdParty("2024-03-18"));

        assertThat(scenario.request().course().consultations())
                .containsExactly(
                        new Consultation(1, true, null, on("2024-03-15"), null),
                        new Consultation(2, true, on("2024-03-18"), null, null));
    }

    @Test
    void registersOpinionIsThatOfTheLatestThirdParty() {
        Scenario scenario = request()
                .and(
                        consultThirdParty("2024-03-11"),
                        consultThirdParty("2024-03-12"),
                        consultOrgan("2024-03-13"),
                        register(row().with(RequestFact.THIRD_PARTY_CONSULTED_ON, "2024-03-12")
                                .with(RequestFact.THIRD_PARTY_RESPONDED_ON, "2024-03-20")));

        assertThat(scenario.request().course().consultations())
                .extracting(Consultation::respondedOn)
                .containsExactly(null, on("2024-03-20"), null);
        assertThat(scenario.request().course().openConsultations())
                .extracting(Consultation::number)
                .containsExactly(1, 3);
    }

    @Nested
    class CorrectedRecord {

        @Test
        void correctsTheFirstCorrectionWhileTheSecondIsOpen() {
            Scenario scenario = request()
                    .and(
                            askForCorrection("2024-03-12", "2024-03-26"),
                            takeInCorrection("2024-03-20"),
                            askForCorrection("2024-04-01", "2024-04-15"),
                            correct(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-25"));

            assertThat(scenario.request().course().corrections())
                    .containsExactly(
                            new Correction(on("2024-03-12"), on("2024-03-26"), on("2024-03-25")),
                            new Correction(on("2024-04-01"), on("2024-04-15"), null));
            assertThat(scenario.and(correct(RequestFact.CORRECTION_REQUESTED_ON, "2024-04-02"))
                            .request()
                            .course()
                            .corrections())
                    .containsExactly(
                            new Correction(on("2024-03-12"), on("2024-03-26"), on("2024-03-25")),
                            new Correction(on("2024-04-02"), on("2024-04-15"), null));
        }

        @Test
        void correctsTheConsultationWhoseDateWasRecorded() {
            Scenario scenario = request()
                    .and(
                            consultThirdParty("2024-03-11"),
                            consultThirdParty("2024-03-12"),
                            takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                            correct(RequestFact.THIRD_PARTY_RESPONDED_ON, "2024-03-19"),
                            correct(RequestFact.THIRD_PARTY_CONSULTED_ON, "2024-03-13"));

            assertThat(scenario.request().course().consultations())
                    .containsExactly(
                            new Consultation(1, true, on("2024-03-11"), on("2024-03-19"), Opinion.CONSENTS),
                            new Consultation(2, true, on("2024-03-13"), null, null));
        }

        @Test
        void leavesTheOtherOrgansConsultationAlone() {
            Scenario scenario = request()
                    .and(
                            consultThirdParty("2024-03-11"),
                            consultOrgan("2024-03-11"),
                            takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                            takeInOpinion("2024-03-18", 2, Opinion.CONSENTS),
                            correct(RequestFact.THIRD_PARTY_CONSULTED_ON, "2024-03-12"),
                            correct(RequestFact.THIRD_PARTY_RESPONDED_ON, "2024-03-19"));

            assertThat(scenario.request().course().consultations())
                    .containsExactly(
                            new Consultation(1, true, on("2024-03-12"), on("2024-03-19"), Opinion.CONSENTS),
                            new Consultation(2, false, on("2024-03-11"), on("2024-03-18"), Opinion.CONSENTS));
        }

        @Test
        void correctsTheFeeTheExtensionAndTheAnswer() {
            Scenario scenario = request()
                    .and(
                            extend("2024-03-18", 7),
                            notifyFee("2024-03-20", 68),
                            takeInPayment("2024-03-22", "380"),
                            decide("2024-03-25", Outcome.GRANTED),
                            deliver("2024-03-26"),
                            correct(RequestFact.EXTENSION_NOTIFIED_ON, "2024-03-19"),
                            correct(RequestFact.FEE_NOTIFIED_ON, "2024-03-21"),
                            correct(RequestFact.FEE_PAID_ON, "2024-03-23"),
                            correct(RequestFact.DECIDED_ON, "2024-03-27"),
                            correct(RequestFact.OUTCOME, "partiallyGranted"),
                            correct(RequestFact.DELIVERED_ON, "2024-03-28"));

            Course course = scenario.request().course();
            assertThat(course.extension()).isEqualTo(new Course.Extension(on("2024-03-19"), 7));
            assertThat(course.fees())
                    .containsExactly(new Fee(on("2024-03-21"), new BigDecimal("380"), on("2024-03-23")));
            assertThat(course.answers())
                    .containsExactly(new Answer(on("2024-03-27"), Outcome.PARTIALLY_GRANTED, on("2024-03-28")));
        }

        @Test
        void leavesAnAnswerAloneThatHasNotBeenDelivered() {
            Scenario scenario = request()
                    .and(
                            decide("2024-03-25", Outcome.GRANTED),
                            deliver("2024-03-26"),
                            reopen("2024-06-03", null),
                            decideAnew("2024-06-20", Outcome.GRANTED),
                            correct(RequestFact.DELIVERED_ON, "2024-03-27"));

            assertThat(scenario.request().course().answers())
                    .containsExactly(
                            new Answer(on("2024-03-25"), Outcome.GRANTED, on("2024-03-27")),
                            new Answer(on("2024-06-20"), Outcome.GRANTED, null));
            scenario.when(deliver("2024-06-21")).thenAccepted();
        }

        @Test
        void keepsTheReopeningAndTheSecondAnswer() {
            Scenario scenario = request()
                    .and(
                            decide("2024-03-25", Outcome.GRANTED),
                            reopen("2024-06-03", "2024-06-28"),
                            correct(RequestFact.DECIDED_ON, "2024-03-26"));

            assertThat(scenario.request().course().reopening()).isNotNull();
            assertThat(scenario.and(
                                    decideAnew("2024-06-20", Outcome.PARTIALLY_GRANTED),
                                    correct(RequestFact.OUTCOME, "unavailable.notHeld"))
                            .request()
                            .course()
                            .answers())
                    .containsExactly(
                            new Answer(on("2024-03-26"), Outcome.UNAVAILABLE_NOT_HELD, null),
                            new Answer(on("2024-06-20"), Outcome.PARTIALLY_GRANTED, null));
        }

        @Test
        void changesNoStepWhenAnotherColumnWasWrong() {
            Course before = request().and(consultOrgan("2024-03-11")).request().course();

            assertThat(request()
                            .and(
                                    consultOrgan("2024-03-11"),
                                    correct(RequestFact.APPLICANT_KIND, "researchInstitution"),
                                    correct(RequestFact.REGISTRATION_NUMBER, "R7"))
                            .request()
                            .course())
                    .isEqualTo(before);
        }

        @Test
        void doesNotMoveTheReceiptBehindAStep() {
            Scenario consulted = request().and(consultOrgan("2024-03-11"));

            consulted.when(correct(RequestFact.RECEIVED_ON, "2024-03-11")).thenAccepted();
            Scenario.Told told = consulted
                    .when(correct(RequestFact.RECEIVED_ON, "2024-03-12"))
                    .thenRejected(RequestRule.STEP_BEFORE_RECEIPT);
            assertThat(told.judgement().findings().get(0).sentence()).contains("2024年3月11日");
            assertThat(told.judgement().findings().get(0).fact()).isEqualTo("receivedOn");
        }
    }

    @Test
    void laterNoticeDoesNotMakeTheFirstCorrectionEarly() {
        request()
                .and(
                        askForCorrection("2024-03-12", "2024-03-26"),
                        takeInCorrection("2024-03-20"),
                        askForCorrection("2024-04-01", "2024-04-15"))
                .when(register(Facts.none().with(RequestFact.CONTACT, "sealed-phone")))
                .thenAccepted();
    }

    @Test
    void registerOfAReopenedRequestIsNotRemarkedAsLate() {
        Scenario late = given(register(granted("2024-04-10")));

        late.when(register(Facts.none().with(RequestFact.CONTACT, "sealed-phone")))
                .thenRemarked(RequestRule.ANSWERED_LATE);
        late.and(reopen("2024-06-03", null))
                .when(register(Facts.none().with(RequestFact.CONTACT, "sealed-phone")))
                .thenAccepted();
    }
}
