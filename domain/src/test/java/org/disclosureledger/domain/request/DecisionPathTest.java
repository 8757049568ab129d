package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.Scenario.DAYS;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.askForCorrection;
import static org.disclosureledger.domain.request.Steps.askForReasons;
import static org.disclosureledger.domain.request.Steps.consultOrgan;
import static org.disclosureledger.domain.request.Steps.consultThirdParty;
import static org.disclosureledger.domain.request.Steps.decide;
import static org.disclosureledger.domain.request.Steps.notifyFee;
import static org.disclosureledger.domain.request.Steps.on;
import static org.disclosureledger.domain.request.Steps.received;
import static org.disclosureledger.domain.request.Steps.takeInCorrection;
import static org.disclosureledger.domain.request.Steps.takeInOpinion;
import static org.disclosureledger.domain.request.Steps.takeInPayment;
import static org.disclosureledger.domain.request.Steps.takeInReasons;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answers to the questions, and what the record of a case says to them. Received on 2024-03-05. */
class DecisionPathTest {

    private static Scenario request() {
        return given(received("2024-03-05"));
    }

    private static @Nullable String next(DecisionPath path) {
        DecisionQuestion next = path.next();
        return next == null ? null : next.id();
    }

    private static DecisionIndication indicated(String question, Scenario scenario, String today) {
        return Objects.requireNonNull(DecisionIndication.of(
                DecisionQuestions.get(question), scenario.request().course(), on(today), DAYS));
    }

    private static @Nullable String option(DecisionIndication indication) {
        DecisionQuestion.Option option = indication.option();
        return option == null ? null : option.words();
    }

    private static @Nullable StepKind missing(RequestRule rule, Scenario scenario) {
        return StepRules.missing(rule, scenario.request());
    }

    @Test
    void pathIsWrittenAsOneLetterForEachQuestion() {
        DecisionPath path = DecisionPath.read("aab");

        assertThat(path.code()).isEqualTo("aab");
        assertThat(path.next()).isNull();
        assertThat(path.conclusion())
                .isEqualTo(new DecisionQuestion.Next.Conclude(Outcome.NOT_PROCESSED_REPEATED, null));
        assertThat(DecisionPath.NONE.code()).isEmpty();
        assertThat(DecisionPath.NONE.conclusion()).isNull();
    }

    /** An address may have been cut, made longer, or made up. */
    @ParameterizedTest
    @CsvSource({"aaz,aa", "aab9,aab", "aabaaa,aab", "Zaa,''", "`aa,''", "'',''", "af,a", "ae,ae"})
    void whatSaysNothingIsLeftOut(String code, String read) {
        assertThat(DecisionPath.read(code).code()).isEqualTo(read);
    }

    @Test
    void changedAnswerKeepsWhatIsStillAsked() {
        DecisionPath path = DecisionPath.read("aaaaaaaaba");
        DecisionQuestion clear = path.taken().get(3).question();

        assertThat(path.saying(3, clear.options().get(0)).code()).isEqualTo("aaaaaaaaba");
        assertThat(path.saying(3, clear.options().get(1)).code()).isEqualTo("aaab");
        DecisionQuestion thirdParty = path.taken().get(8).question();
        assertThat(path.saying(8, thirdParty.options().get(0)).code()).isEqualTo("aaaaaaaaaa");
        DecisionPath separated = path.saying(8, thirdParty.options().get(2));
        assertThat(separated.code()).isEqualTo("aaaaaaaac");
        assertThat(next(separated)).isEqualTo("separable.refused.thirdPartyRights");
    }

    @Test
    void nobodyIsAskedForAFeeThatWasNeverToldOrIsPaid() {
        DecisionPath atFee = DecisionPath.read("aaaa");
        Scenario notified = request().and(notifyFee("2024-03-12", 68));
        Scenario paid = notified.and(takeInPayment("2024-03-20", "380"));

        assertThat(next(atFee)).isEqualTo("fee");
        assertThat(atFee.onward(request().request().course(), on("2024-03-12"), DAYS)
                        .code())
                .isEqualTo("aaaaa");
        assertThat(atFee.onward(notified.request().course(), on("2024-03-13"), DAYS)
                        .code())
                .isEqualTo("aaaa");
        assertThat(atFee.onward(paid.request().course(), on("2024-03-21"), DAYS).code())
                .isEqualTo("aaaaa");
        assertThat(indicated("fee", paid, "2024-03-21").sentence()).isEqualTo("2024年3月20日收到缴费。");
        assertThat(indicated("fee", request(), "2024-03-21").sentence()).isEqualTo("没有发出收费通知。");
    }

    /** 20 working days after 2024-03-12 end on 2024-04-10: Qingming is from 04-04 to 04-06, and 04-07 is worked. */
    @Test
    void unpaidFeeIsSuggestedAndNeverConcludedByItself() {
        Scenario notified = request().and(notifyFee("2024-03-12", 68));

        DecisionIndication waiting = indicated("fee", notified, "2024-04-10");
        assertThat(waiting.option()).isNull();
        assertThat(waiting.sentence()).contains("缴费期限至2024年4月10日").contains("正在等待缴费");
        DecisionIndication over = indicated("fee", notified, "2024-04-11");
        assertThat(option(over)).isEqualTo("逾期没有缴纳");
        assertThat(over.settled()).isNull();
        assertThat(DecisionPath.read("aaaa")
                        .onward(notified.request().course(), on("2024-04-11"), DAYS)
                        .code())
                .isEqualTo("aaaa");
    }

    @Test
    void overdueCorrectionIsSuggestedFromTheDayAfterItsPeriod() {
        Scenario asked = request().and(askForCorrection("2024-03-08", "2024-03-22"));

        DecisionIndication waiting = indicated("clear", asked, "2024-03-22");
        assertThat(waiting.option()).isNull();
        assertThat(waiting.sentence()).isEqualTo("2024年3月8日告知补正，补正期限至2024年3月22日，正在等待补正。");
        DecisionIndication over = indicated("clear", asked, "2024-03-23");
        assertThat(option(over)).isEqualTo("申请人无正当理由逾期不补正");
        assertThat(over.settled()).isNull();
        Scenario corrected = asked.and(takeInCorrection("2024-03-20"));
        assertThat(indicated("clear", corrected, "2024-04-01"))
                .isEqualTo(new DecisionIndication(null, "2024年3月20日收到补正。"));
        assertThat(DecisionIndication.of(
                        DecisionQuestions.get("clear"), request().request().course(), on("2024-04-01"), DAYS))
                .isNull();
    }

    @Test
    void reasonsSpeakForTheResultOnlyWhenTheyAreNotReasonable() {
        Scenario asked = request().and(askForReasons("2024-03-11"));

        assertThat(indicated("before", asked, "2024-03-12"))
                .isEqualTo(new DecisionIndication(null, "2024年3月11日已要求申请人说明理由，还没有登记收到。"));
        assertThat(indicated("before", asked.and(takeInReasons("2024-03-15", true)), "2024-03-18"))
                .isEqualTo(new DecisionIndication(null, "2024年3月15日收到申请人说明的理由，本机关认为合理。"));
        assertThat(option(indicated("before", asked.and(takeInReasons("2024-03-15", false)), "2024-03-18")))
                .isEqualTo("明显超过合理范围，申请理由不合理");
        assertThat(DecisionIndication.of(
                        DecisionQuestions.get("before"), request().request().course(), on("2024-04-01"), DAYS))
                .isNull();
    }

    @Test
    void consentOfAllThirdPartiesSettlesAndAnObjectionSuggests() {
        Scenario asked = request().and(consultThirdParty("2024-03-11"), consultThirdParty("2024-03-12"));
        Scenario one = asked.and(takeInOpinion("2024-03-15", 1, Opinion.CONSENTS));
        Scenario both = one.and(takeInOpinion("2024-03-18", 2, Opinion.CONSENTS));
        DecisionPath path = DecisionPath.read("aaaaaaaa");

        assertThat(next(path)).isEqualTo("thirdParty");
        assertThat(path.onward(both.request().course(), on("2024-03-19"), DAYS).code())
                .isEqualTo("aaaaaaaaa");
        assertThat(path.onward(one.request().course(), on("2024-03-19"), DAYS).code())
                .isEqualTo("aaaaaaaa");
        DecisionIndication objected =
                indicated("thirdParty", one.and(takeInOpinion("2024-03-18", 2, Opinion.OBJECTS)), "2024-03-19");
        assertThat(option(objected)).isEqualTo("会，不应当公开");
        assertThat(objected.settled()).isNull();
        assertThat(objected.sentence()).startsWith("2024年3月18日");
        assertThat(indicated(
                                "thirdParty",
                                one.and(takeInOpinion("2024-03-18", 2, Opinion.OBJECTS_WITHOUT_GROUND)),
                                "2024-03-19")
                        .sentence())
                .isEqualTo("第三方没有说明合理的理由，由本机关决定是否公开。");
    }

    /** 15 working days after 2024-03-11 end on 2024-04-01. Another organ is no third party. */
    @Test
    void silenceOfAThirdPartyIsToldOnceItsPeriodIsOver() {
        Scenario asked = request().and(consultOrgan("2024-03-08"), consultThirdParty("2024-03-11"));

        assertThat(indicated("thirdParty", asked, "2024-04-01").sentence()).endsWith("期限至2024年4月1日，还没有收到意见。");
        assertThat(indicated("thirdParty", asked, "2024-04-02").sentence()).endsWith("没有提出意见，由本机关决定是否公开。");
        assertThat(indicated("thirdParty", request().and(consultOrgan("2024-03-08")), "2024-04-02")
                        .sentence())
                .startsWith("没有登记征求第三方意见");
    }

    @Test
    void recordSaysNothingToWhatOnlyPeopleCanJudge() {
        assertThat(DecisionQuestions.all())
                .filteredOn(q -> !Set.of("before", "clear", "fee", "thirdParty").contains(q.id()))
                .allSatisfy(q -> assertThat(
                                DecisionIndication.of(q, request().request().course(), on("2024-04-01"), DAYS))
                        .isNull());
    }

    @Test
    void stepThatIsMissingIsNamedWhileItCanBeTaken() {
        Scenario asked = request().and(askForCorrection("2024-03-08", "2024-03-22"));
        Scenario answered = request().and(decide("2024-03-20", Outcome.GRANTED));

        assertThat(missing(RequestRule.UNCLEAR_WITHOUT_CORRECTION, request())).isEqualTo(StepKind.ASK_FOR_CORRECTION);
        assertThat(missing(RequestRule.UNCLEAR_WITHOUT_CORRECTION, asked)).isEqualTo(StepKind.TAKE_IN_CORRECTION);
        assertThat(missing(RequestRule.CORRECTION_PERIOD_NOT_OVER, request())).isEqualTo(StepKind.ASK_FOR_CORRECTION);
        assertThat(missing(RequestRule.CORRECTION_PERIOD_NOT_OVER, asked)).isNull();
        assertThat(missing(RequestRule.EXCESSIVE_WITHOUT_ASKING, request())).isEqualTo(StepKind.ASK_FOR_REASONS);
        assertThat(missing(
                        RequestRule.EXCESSIVE_WITHOUT_ASKING,
                        request().and(askForReasons("2024-03-11"), takeInReasons("2024-03-15", true))))
                .isNull();
        assertThat(missing(RequestRule.PAYMENT_PERIOD_NOT_OVER, request())).isEqualTo(StepKind.NOTIFY_FEE);
        assertThat(missing(RequestRule.PAYMENT_PERIOD_NOT_OVER, request().and(notifyFee("2024-03-12", 68))))
                .isNull();
        assertThat(missing(RequestRule.THIRD_PARTY_NOT_CONSULTED, request())).isEqualTo(StepKind.CONSULT_THIRD_PARTY);
        assertThat(missing(RequestRule.THIRD_PARTY_NOT_CONSULTED, answered)).isNull();
        assertThat(missing(RequestRule.REASONS_MISSING, request())).isNull();
    }
}
