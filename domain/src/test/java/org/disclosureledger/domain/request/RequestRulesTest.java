package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.RequestExamples.after;
import static org.disclosureledger.domain.request.RequestExamples.correcting;
import static org.disclosureledger.domain.request.RequestExamples.granted;
import static org.disclosureledger.domain.request.RequestExamples.imported;
import static org.disclosureledger.domain.request.RequestExamples.judge;
import static org.disclosureledger.domain.request.RequestExamples.row;
import static org.disclosureledger.domain.request.RequestExamples.rules;
import static org.disclosureledger.domain.request.RequestExamples.typed;

import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.SealedText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestRulesTest {

    private static final Request NOTHING = new Request.Unreceived();

    @Nested
    class FirstRow {

        @Test
        void openRequestIsOnlyReceived() {
            assertThat(judge(NOTHING, imported(row())).events())
                    .containsExactly(new RequestEvent.RequestReceived(
                            R1,
                            TOWN,
                            "R1",
                            LocalDate.of(2024, 3, 5),
                            Channel.IN_PERSON,
                            ApplicantKind.NATURAL_PERSON,
                            new SealedText("sealed-name"),
                            null,
                            null,
                            null,
                            new SealedText("sealed-content")));
        }

        @Test
        void everyStepThatTheRowNamesBecomesItsOwnEventAndNothingElse() {
            Facts full = granted("2024-06-03")
                    .with(RequestFact.IDENTITY_NUMBER, "sealed-id")
                    .with(RequestFact.CONTACT, "sealed-phone")
                    .with(RequestFact.ADDRESS, "sealed-address")
                    .with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-08")
                    .with(RequestFact.CORRECTION_RECEIVED_ON, "2024-03-15")
                    .with(RequestFact.EXTENSION_NOTIFIED_ON, "2024-04-10")
                    .with(RequestFact.THIRD_PARTY_CONSULTED_ON, "2024-03-20")
                    .with(RequestFact.THIRD_PARTY_RESPONDED_ON, "2024-03-29")
                    .with(RequestFact.FEE_NOTIFIED_ON, "2024-04-01")
                    .with(RequestFact.FEE_PAID_ON, "2024-04-09")
                    .with(RequestFact.DOCUMENT_NUMBER, "公开答〔2024〕1号")
                    .with(RequestFact.DELIVERED_ON, "2024-06-04")
                    .with("remark:备注", "sealed-remark");

            List<RequestEvent> events = judge(NOTHING, imported(full)).events();

            assertThat(events)
                    .extracting(e -> e.getClass().getSimpleName())
                    .containsExactly(
                            "RequestReceived",
                            "CorrectionRequested",
                            "CorrectionReceived",
                            "AnswerPeriodExtended",
                            "ThirdPartyConsulted",
                            "ThirdPartyResponded",
                            "FeeNotified",
                            "FeePaid",
                            "RequestDecided",
                            "DecisionDelivered",
                            "RequestDetailRecorded");
            assertThat(after(imported(full)).facts()).isEqualTo(full);
        }

        @Test
        void whatIsRequiredIsNamedFactByFact() {
            Judgement<RequestEvent> judgement =
                    judge(NOTHING, imported(Facts.none().with(RequestFact.REGISTRATION_NUMBER, "R1")));

            assertThat(judgement.events()).isEmpty();
            assertThat(judgement.findings())
                    .allMatch(f -> f.rule().equals("REQUIRED"))
                    .extracting(f -> f.fact())
                    .containsExactly("receivedOn", "channel", "applicantKind", "applicant", "content");
        }

        @Test
        void answerBeforeTheRequestIsRefused() {
            assertThat(rules(judge(NOTHING, imported(granted("2024-03-04")))))
                    .containsExactly("DECIDED_BEFORE_RECEIPT");
        }

        @Test
        void answerOnTheDayOfReceiptIsFine() {
            assertThat(judge(NOTHING, imported(granted("2024-03-05"))).findings())
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                value = RequestFact.class,
                names = {
                    "CORRECTION_REQUESTED_ON",
                    "CORRECTION_RECEIVED_ON",
                    "EXTENSION_NOTIFIED_ON",
                    "THIRD_PARTY_CONSULTED_ON",
                    "THIRD_PARTY_RESPONDED_ON",
                    "FEE_NOTIFIED_ON",
                    "FEE_PAID_ON",
                    "DELIVERED_ON"
                })
        void stepBeforeTheRequestIsRefused(RequestFact step) {
            Judgement<RequestEvent> judgement =
                    judge(NOTHING, imported(granted("2024-03-12").with(step, "2024-03-04")));

            assertThat(judgement.faulty()).isTrue();
            assertThat(rules(judgement)).contains("STEP_BEFORE_RECEIPT");
        }

        @Test
        void resultAndDateBelongTogether() {
            assertThat(rules(judge(NOTHING, imported(row().with(RequestFact.DECIDED_ON, "2024-03-12")))))
                    .containsExactly("DATE_WITHOUT_RESULT");
            assertThat(rules(judge(NOTHING, imported(row().with(RequestFact.OUTCOME, "granted")))))
                    .containsExactly("RESULT_WITHOUT_DATE");
        }

        @Test
        void futureDateIsRefusedWhenTypedAndRemarkedWhenImported() {
            Facts future = row().with(RequestFact.RECEIVED_ON, "2025-02-01");

            assertThat(rules(judge(NOTHING, typed(future)))).containsExactly("FUTURE_DATE");
            assertThat(judge(NOTHING, typed(future)).events()).isEmpty();
            assertThat(rules(judge(NOTHING, imported(future)))).containsExactly("FUTURE_DATE_IMPORTED");
            assertThat(judge(NOTHING, imported(future)).events()).hasSize(1);
        }
    }

    @Nested
    class WhatShouldHaveBeenOtherwise {

        /** Art. 33: received on 2024-03-05; 20 working days with Qingming (4–6 April off, 7 April worked) end on 2 April. */
        @Test
        void lateAnswerIsRecordedAndRemarked() {
            assertThat(rules(judge(NOTHING, imported(granted("2024-04-02"))))).isEmpty();

            Judgement<RequestEvent> late = judge(NOTHING, imported(granted("2024-04-03")));

            assertThat(rules(late)).containsExactly("ANSWERED_LATE");
            assertThat(late.findings().get(0).sentence()).contains("2024年4月2日");
            assertThat(late.events()).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource({"correctionRequestedOn, correctionReceivedOn", "feeNotifiedOn, feePaidOn"})
        void waitingForTheApplicantIsNotLate(String asked, String came) {
            Facts waited = granted("2024-06-20").with(asked, "2024-03-08");

            assertThat(rules(judge(NOTHING, imported(waited)))).isEmpty();
            assertThat(rules(judge(NOTHING, imported(waited.with(came, "2024-03-15")))))
                    .containsExactly("ANSWERED_LATE");
        }

        @Test
        void lateCorrectionNoticeIsRemarked() {
            Facts onTime = row().with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-14");
            Facts late = row().with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-15");

            assertThat(rules(judge(NOTHING, imported(onTime)))).isEmpty();
            assertThat(rules(judge(NOTHING, imported(late)))).containsExactly("CORRECTION_NOTICE_LATE");
        }

        @ParameterizedTest
        @CsvSource({
            "correctionReceivedOn, CORRECTION_WITHOUT_NOTICE",
            "thirdPartyRespondedOn, THIRD_PARTY_RESPONSE_WITHOUT_CONSULTATION",
            "feePaidOn, PAYMENT_WITHOUT_NOTICE",
            "deliveredOn, DELIVERED_WITHOUT_DECISION"
        })
        void missingFirstStepIsNeverInvented(String fact, String rule) {
            Judgement<RequestEvent> judgement = judge(NOTHING, imported(row().with(fact, "2024-03-11")));

            assertThat(rules(judgement)).containsExactly(rule);
            assertThat(judgement.events()).hasSize(2);
        }

        @ParameterizedTest
        @CsvSource({
            "unavailable.stillUnclear, OUTCOME_WITHOUT_CORRECTION_NOTICE",
            "other.correctionOverdue, OUTCOME_WITHOUT_CORRECTION_NOTICE",
            "other.feeUnpaid, OUTCOME_WITHOUT_FEE_NOTICE"
        })
        void resultThatPresupposesANoticeIsRemarkedWithoutIt(String outcome, String rule) {
            Facts decided = row().with(RequestFact.DECIDED_ON, "2024-03-20").with(RequestFact.OUTCOME, outcome);

            assertThat(rules(judge(NOTHING, imported(decided)))).containsExactly(rule);
            assertThat(rules(judge(
                            NOTHING,
                            imported(decided.with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-08")
                                    .with(RequestFact.FEE_NOTIFIED_ON, "2024-03-08")))))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "correctionRequestedOn, correctionReceivedOn",
            "thirdPartyConsultedOn, thirdPartyRespondedOn",
            "feeNotifiedOn, feePaidOn"
        })
        void stepsInTheWrongOrderAreRemarked(String first, String then) {
            Facts reversed = row().with(first, "2024-03-12").with(then, "2024-03-11");

            assertThat(rules(judge(NOTHING, imported(reversed)))).containsExactly("STEPS_OUT_OF_ORDER");
        }

        @Test
        void deliveryBeforeTheAnswerIsRemarked() {
            assertThat(rules(judge(
                            NOTHING, imported(granted("2024-03-20").with(RequestFact.DELIVERED_ON, "2024-03-19")))))
                    .containsExactly("STEPS_OUT_OF_ORDER");
        }
    }

    @Nested
    class LaterRow {

        @Test
        void sameRowAgainChangesNothingAndRemarksNothing() {
            Facts late = granted("2024-12-20").with("remark:备注", "sealed-remark");

            Judgement<RequestEvent> again = judge(after(imported(late)), imported(late));

            assertThat(again.events()).isEmpty();
            assertThat(again.findings()).isEmpty();
        }

        @Test
        void fullerRowAddsOnlyWhatIsNew() {
            assertThat(judge(after(imported(row())), imported(granted("2024-03-20")))
                            .events())
                    .containsExactly(new RequestEvent.RequestDecided(
                            R1, TOWN, LocalDate.of(2024, 3, 20), Outcome.GRANTED, null));
        }

        @Test
        void detailThatComesLaterIsRecordedAsDetail() {
            Request decided = after(imported(granted("2024-03-20")));
            Facts fuller = granted("2024-03-20")
                    .with(RequestFact.DOCUMENT_NUMBER, "公开答〔2024〕1号")
                    .with(RequestFact.CONTACT, "sealed-phone")
                    .with("remark:备注", "sealed-remark");

            assertThat(judge(decided, imported(fuller)).events())
                    .containsExactlyInAnyOrder(
                            new RequestEvent.RequestDetailRecorded(R1, TOWN, "documentNumber", "公开答〔2024〕1号"),
                            new RequestEvent.RequestDetailRecorded(R1, TOWN, "contact", "sealed-phone"),
                            new RequestEvent.RequestDetailRecorded(R1, TOWN, "remark:备注", "sealed-remark"));
        }

        @Test
        void emptierRowTakesNothingBack() {
            assertThat(judge(after(imported(granted("2024-03-20"))), imported(row()))
                            .events())
                    .isEmpty();
        }

        @Test
        void differenceIsRefusedWithTheRecordedValueUnlessItIsPersonal() {
            Facts other = row().with(RequestFact.APPLICANT_KIND, "commercialEnterprise")
                    .with(RequestFact.APPLICANT, "sealed-other-name");

            Judgement<RequestEvent> judgement = judge(after(imported(row())), imported(other));

            assertThat(judgement.events()).isEmpty();
            assertThat(judgement.findings())
                    .allMatch(f -> f.rule().equals("CONTRADICTS_RECORD"))
                    .extracting(f -> f.fact())
                    .containsExactly("applicantKind", "applicant");
            assertThat(judgement.findings().get(0).sentence()).contains("（已登记：自然人）");
            assertThat(judgement.findings().get(1).sentence()).doesNotContain("sealed-name");
        }

        @Test
        void correctionKeepsBothValuesAndTheReason() {
            Request corrected = after(imported(granted("2024-03-20")), correcting(granted("2024-03-21"), "答复日期录入错误"));

            assertThat(judge(after(imported(granted("2024-03-20"))), correcting(granted("2024-03-21"), "答复日期录入错误"))
                            .events())
                    .containsExactly(new RequestEvent.RequestFactCorrected(
                            R1, TOWN, "decidedOn", "2024-03-20", "2024-03-21", "答复日期录入错误"));
            assertThat(corrected.facts().find(RequestFact.DECIDED_ON)).isEqualTo("2024-03-21");
        }

        @Test
        void correctionMustStillBePossible() {
            assertThatThrownBy(() -> after(imported(granted("2024-03-20")), correcting(granted("2024-03-01"), "录入错误")))
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            e -> assertThat(e.findings().get(0).rule()).isEqualTo("DECIDED_BEFORE_RECEIPT"));
        }
    }

    @Test
    void all21ResultsAreAccepted() {
        for (Outcome outcome : Outcome.values()) {
            Facts decided = granted("2024-03-12").with(RequestFact.OUTCOME, outcome.id());
            assertThat(judge(NOTHING, imported(decided)).events())
                    .as(outcome.id())
                    .last()
                    .isEqualTo(new RequestEvent.RequestDecided(R1, TOWN, LocalDate.of(2024, 3, 12), outcome, null));
        }
        assertThat(Outcome.values()).hasSize(21);
    }
}
