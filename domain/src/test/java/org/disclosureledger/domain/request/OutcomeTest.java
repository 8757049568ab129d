package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.ReceiptCases.R2;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.TEXT;
import static org.disclosureledger.domain.request.Steps.askForCorrection;
import static org.disclosureledger.domain.request.Steps.askForReasons;
import static org.disclosureledger.domain.request.Steps.consultOrgan;
import static org.disclosureledger.domain.request.Steps.consultThirdParty;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.decideAnew;
import static org.disclosureledger.domain.request.Steps.notifyFee;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.reopen;
import static org.disclosureledger.domain.request.Steps.takeInCorrection;
import static org.disclosureledger.domain.request.Steps.takeInOpinion;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.domain.Coded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each of the 21 results has to say, and what must have happened before. Received on 2024-03-05. */
class OutcomeTest {

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    /** An answer that says nothing, to a request in which nothing happened. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "granted                             | MEANS_OF_ACCESS_MISSING",
                "partiallyGranted                    | MEANS_OF_ACCESS_MISSING WITHHELD_MISSING REASONS_MISSING",
                "refused.stateSecret                 | REASONS_MISSING",
                "refused.otherLawProhibits           | REASONS_MISSING",
                "refused.threeSecuritiesOneStability | REASONS_MISSING",
                "refused.thirdPartyRights            | REASONS_MISSING",
                "refused.internalAffairs             | REASONS_MISSING",
                "refused.processInformation          | REASONS_MISSING",
                "refused.lawEnforcementFile          | REASONS_MISSING",
                "refused.administrativeQuery         | MEANS_OF_ACCESS_MISSING",
                "unavailable.notHeld                 | REASONS_MISSING",
                "unavailable.needsCreation           | REASONS_MISSING",
                "unavailable.stillUnclear            | REASONS_MISSING UNCLEAR_WITHOUT_CORRECTION",
                "notProcessed.petition               | REASONS_MISSING",
                "notProcessed.repeated               | REASONS_MISSING",
                "notProcessed.publications           | MEANS_OF_ACCESS_MISSING",
                "notProcessed.excessive              | REASONS_MISSING EXCESSIVE_WITHOUT_ASKING",
                "notProcessed.reissue                | REASONS_MISSING",
                "other.correctionOverdue             | CORRECTION_PERIOD_NOT_OVER",
                "other.feeUnpaid                     | PAYMENT_PERIOD_NOT_OVER",
                "other.other                         | END_REASON_MISSING"
            })
    void resultPresupposesItsFacts(String id, String faults) {
        RequestRule[] rules =
                Arrays.stream(faults.split(" ")).map(RequestRule::valueOf).toArray(RequestRule[]::new);

        request().when(decide("2024-03-29", Outcome.of(id), AnswerContent.NONE)).thenRejected(rules);
    }

    /** Only what the result has to say, after the steps that it presupposes. */
    @ParameterizedTest
    @EnumSource
    void completeAnswerIsRecordedWithItsContents(Outcome outcome) {
        AnswerContent content = switch (outcome) {
            case GRANTED, REFUSED_ADMINISTRATIVE_QUERY, NOT_PROCESSED_PUBLICATIONS ->
                new AnswerContent(null, TEXT, null, null, null, null, null, null);
            case PARTIALLY_GRANTED -> new AnswerContent(null, TEXT, null, null, TEXT, TEXT, null, null);
            case OTHER_OTHER -> new AnswerContent(null, null, null, null, null, null, EndReason.WITHDRAWN, null);
            case OTHER_CORRECTION_OVERDUE, OTHER_FEE_UNPAID -> AnswerContent.NONE;
            default -> new AnswerContent(null, null, null, null, null, TEXT, null, null);
        };

        Scenario.Told told = before(outcome).when(decide("2024-04-26", outcome, content));

        assertThat(told.judgement().faulty()).as("%s", told.rules()).isFalse();
        assertThat(told.judgement().events()).hasSize(content.isEmpty() ? 1 : 2);
    }

    private static Scenario before(Outcome outcome) {
        return switch (outcome) {
            case REFUSED_THIRD_PARTY_RIGHTS ->
                request().and(consultThirdParty("2024-03-11"), takeInOpinion("2024-03-18", 1, Opinion.OBJECTS));
            case UNAVAILABLE_STILL_UNCLEAR ->
                request().and(askForCorrection("2024-03-12", "2024-03-26"), takeInCorrection("2024-03-25"));
            case NOT_PROCESSED_EXCESSIVE -> request().and(askForReasons("2024-03-11"));
            case OTHER_CORRECTION_OVERDUE -> request().and(askForCorrection("2024-03-12", "2024-03-26"));
            case OTHER_FEE_UNPAID -> request().and(notifyFee("2024-03-20", 68));
            default -> request();
        };
    }

    /** 行政复议法 art. 23(1)(4): refusals under art. 14 to 16, and no other result. */
    @ParameterizedTest
    @EnumSource
    void reconsiderationComesFirstForRefusalsOnly(Outcome outcome) {
        Set<Outcome> refusals = EnumSet.of(
                Outcome.REFUSED_STATE_SECRET,
                Outcome.REFUSED_OTHER_LAW_PROHIBITS,
                Outcome.REFUSED_THREE_SECURITIES_ONE_STABILITY,
                Outcome.REFUSED_THIRD_PARTY_RIGHTS,
                Outcome.REFUSED_INTERNAL_AFFAIRS,
                Outcome.REFUSED_PROCESS_INFORMATION,
                Outcome.REFUSED_LAW_ENFORCEMENT_FILE);

        List<String> rules = before(outcome).when(decide("2024-04-26", outcome)).rules();

        assertThat(rules.contains("RECONSIDERATION_FIRST")).isEqualTo(refusals.contains(outcome));
    }

    @Test
    void sameIsAskedOfTheAnswerAfterAReopening() {
        Scenario reopened = request().and(decide("2024-03-29", Outcome.GRANTED), reopen("2024-06-03", null));

        reopened.when(new RequestStep.DecideAnew(
                        RequestExamples.R1,
                        RequestExamples.TOWN,
                        Steps.TODAY,
                        Steps.on("2024-06-20"),
                        Outcome.PARTIALLY_GRANTED,
                        null,
                        AnswerContent.NONE))
                .thenRejected(
                        RequestRule.MEANS_OF_ACCESS_MISSING, RequestRule.WITHHELD_MISSING, RequestRule.REASONS_MISSING);
        // 4 to 7, 11 to 14, 17 to 21, 24 to 28 June, 1 and 2 July are the twenty working days (10 June is off).
        reopened.when(decideAnew("2024-07-02", Outcome.GRANTED)).thenAccepted();
        reopened.when(decideAnew("2024-07-03", Outcome.GRANTED)).thenRemarked(RequestRule.ANSWERED_LATE);
    }

    @Test
    void stepsOfTheFirstHandlingCountForTheAnswerAfterAReopening() {
        Scenario corrected = request()
                .and(
                        askForCorrection("2024-03-12", "2024-03-26"),
                        takeInCorrection("2024-03-25"),
                        decide("2024-03-29", Outcome.UNAVAILABLE_STILL_UNCLEAR),
                        reopen("2024-06-03", null));

        corrected
                .when(decideAnew("2024-06-20", Outcome.UNAVAILABLE_STILL_UNCLEAR))
                .thenAccepted();
    }

    @Test
    void requestStaysUnclearOnlyWhenNoNoticeIsOpen() {
        request()
                .and(
                        askForCorrection("2024-03-12", "2024-03-26"),
                        takeInCorrection("2024-03-25"),
                        askForCorrection("2024-04-01", "2024-04-15"))
                .when(decide("2024-04-10", Outcome.UNAVAILABLE_STILL_UNCLEAR))
                .thenRejected(RequestRule.UNCLEAR_WITHOUT_CORRECTION);
    }

    @Test
    void excessiveRequestIsNotProcessedWhenNoReasonsCame() {
        request()
                .when(decide("2024-03-25", Outcome.NOT_PROCESSED_EXCESSIVE))
                .thenRejected(RequestRule.EXCESSIVE_WITHOUT_ASKING);
        request()
                .and(askForReasons("2024-03-11"))
                .when(decide("2024-03-25", Outcome.NOT_PROCESSED_EXCESSIVE))
                .thenAccepted();
    }

    @Test
    void correctionWhosePeriodARegisterDoesNotSayMayBeOver() {
        given(Steps.register(RequestExamples.row().with(RequestFact.CORRECTION_REQUESTED_ON, "2024-03-08")))
                .when(decide("2024-03-09", Outcome.OTHER_CORRECTION_OVERDUE))
                .thenAccepted();
    }

    @Test
    void organsOpinionIsNotAThirdParty() {
        request()
                .and(consultOrgan("2024-03-11"), takeInOpinion("2024-03-18", 1, Opinion.OBJECTS))
                .when(decide("2024-03-25", Outcome.GRANTED))
                .thenAccepted();
        request()
                .and(
                        consultThirdParty("2024-03-11"),
                        takeInOpinion("2024-03-18", 1, Opinion.CONSENTS),
                        consultOrgan("2024-03-18"),
                        takeInOpinion("2024-03-20", 2, Opinion.OBJECTS))
                .when(decide("2024-03-25", Outcome.REFUSED_THIRD_PARTY_RIGHTS))
                .thenRemarked(RequestRule.THIRD_PARTY_CONSENTED, RequestRule.RECONSIDERATION_FIRST);
    }

    @Test
    void eachOpenConsultationIsRemarkedWithItsLastDay() {
        Scenario.Told told = request()
                .and(consultThirdParty("2024-03-11"), consultOrgan("2024-03-12"))
                .when(decide("2024-04-01", Outcome.GRANTED))
                .thenRemarked(RequestRule.OPINION_STILL_OPEN, RequestRule.OPINION_STILL_OPEN);

        assertThat(told.judgement().findings().get(0).sentence()).contains("第 1 次", "2024年4月1日");
        assertThat(told.judgement().findings().get(1).sentence()).contains("第 2 次", "2024年4月2日");
    }

    @Test
    void joinedRequestNamesAnotherOne() {
        AnswerContent without = new AnswerContent(null, null, null, null, null, null, EndReason.JOINED, null);
        AnswerContent into = new AnswerContent(null, null, null, null, null, null, EndReason.JOINED, R2);

        request()
                .when(decide("2024-03-25", Outcome.OTHER_OTHER, without))
                .thenRejected(RequestRule.JOINED_REQUEST_MISSING);
        request().when(decide("2024-03-25", Outcome.OTHER_OTHER, into)).thenAccepted();
        assertThat(without.isEmpty()).isFalse();
        assertThat(AnswerContent.NONE.isEmpty()).isTrue();
    }

    @Test
    void resultsHaveTheirRowGroupAndArticle() {
        assertThat(Outcome.values()).hasSize(21).allSatisfy(o -> {
            assertThat(o.ground()).matches("第.+条.*|国办(公开办)?函〔\\d{4}〕\\d+号.*");
            assertThat(o.group()).isIn("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理");
            assertThat(Outcome.of(o.id())).isEqualTo(o);
            assertThat(Coded.of(Outcome.class, o.id())).isEqualTo(o);
        });
        assertThat(Arrays.stream(Outcome.values()).map(Outcome::label)).doesNotHaveDuplicates();
    }
}
