package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.request.RequestExamples.R1;
import static org.disclosureledger.domain.request.RequestExamples.TOWN;
import static org.disclosureledger.domain.request.Scenario.given;
import static org.disclosureledger.domain.request.Steps.C1;
import static org.disclosureledger.domain.request.Steps.TEXT;
import static org.disclosureledger.domain.request.Steps.on;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.domain.fee.FeeBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of step: when it may be taken, the event that it leaves, and what is said of it before. */
class StepKindTest {

    private record Taken(Scenario given, Function<String, RequestStep> step, String on, List<RequestEvent> then) {}

    private static Scenario request() {
        return given(Steps.received("2024-03-05"));
    }

    private static Scenario answered() {
        return request().and(Steps.decide("2024-03-29", Outcome.GRANTED));
    }

    private static Scenario reopened() {
        return answered().and(Steps.reopen("2024-06-03", null));
    }

    private static final AnswerContent TOLD = new AnswerContent("第三十六条第二项", TEXT, null, null, null, null, null, null);

    private static Map<StepKind, Taken> taken() {
        return Stream.of(
                        taken(
                                request(),
                                "2024-03-12",
                                on -> Steps.askForCorrection(on, "2024-03-26"),
                                new RequestEvent.CorrectionRequested(
                                        R1, TOWN, on("2024-03-12"), on("2024-03-26"), TEXT)),
                        taken(
                                request().and(Steps.askForCorrection("2024-03-12", "2024-03-26")),
                                "2024-03-25",
                                on -> Steps.takeInCorrection(on),
                                new RequestEvent.CorrectionReceived(R1, TOWN, on("2024-03-25"))),
                        taken(
                                request().and(Steps.consultOrgan("2024-03-08")),
                                "2024-03-11",
                                on -> Steps.consultThirdParty(on),
                                new RequestEvent.ThirdPartyConsulted(R1, TOWN, on("2024-03-11"), 2, TEXT)),
                        taken(
                                request().and(Steps.consultThirdParty("2024-03-08")),
                                "2024-03-11",
                                on -> Steps.consultOrgan(on),
                                new RequestEvent.OrganConsulted(R1, TOWN, on("2024-03-11"), 2, "县水利局")),
                        taken(
                                request().and(Steps.consultThirdParty("2024-03-11")),
                                "2024-03-18",
                                on -> Steps.takeInOpinion(on, 1, Opinion.OBJECTS),
                                new RequestEvent.ThirdPartyResponded(R1, TOWN, on("2024-03-18"), 1, Opinion.OBJECTS)),
                        taken(
                                request(),
                                "2024-03-28",
                                on -> Steps.extend(on, 20),
                                new RequestEvent.AnswerPeriodExtended(R1, TOWN, on("2024-03-28"), 20, "张主任", TEXT)),
                        taken(
                                request(),
                                "2024-03-11",
                                on -> Steps.askForReasons(on),
                                new RequestEvent.ReasonsRequested(R1, TOWN, on("2024-03-11"))),
                        taken(
                                request().and(Steps.askForReasons("2024-03-11")),
                                "2024-03-18",
                                on -> Steps.takeInReasons(on, true),
                                new RequestEvent.ReasonsGiven(R1, TOWN, on("2024-03-18"), true)),
                        taken(
                                request()
                                        .and(
                                                Steps.askForReasons("2024-03-11"),
                                                Steps.takeInReasons("2024-03-18", true)),
                                "2024-03-25",
                                on -> Steps.fixLaterDate(on, "2024-06-28"),
                                new RequestEvent.LaterDateFixed(R1, TOWN, on("2024-03-25"), on("2024-06-28"))),
                        taken(
                                request(),
                                "2024-03-20",
                                on -> Steps.notifyFee(on, 68),
                                new RequestEvent.FeeNotified(
                                        R1,
                                        TOWN,
                                        on("2024-03-20"),
                                        FeeBasis.PER_PAGE,
                                        68,
                                        null,
                                        new BigDecimal("380"))),
                        taken(
                                request().and(Steps.notifyFee("2024-03-20", 68)),
                                "2024-04-08",
                                on -> Steps.takeInPayment(on, "380"),
                                new RequestEvent.FeePaid(R1, TOWN, on("2024-04-08"), new BigDecimal("380"))),
                        taken(
                                request(),
                                "2024-03-29",
                                on -> Steps.decide(on, Outcome.GRANTED, TOLD),
                                new RequestEvent.RequestDecided(
                                        R1, TOWN, on("2024-03-29"), Outcome.GRANTED, "公开答〔2024〕1号"),
                                new RequestEvent.DecisionReasoned(
                                        R1, TOWN, "第三十六条第二项", TEXT, null, null, null, null, null, null)),
                        taken(
                                answered(),
                                "2024-04-01",
                                on -> Steps.deliver(on),
                                new RequestEvent.DecisionDelivered(
                                        R1, TOWN, on("2024-04-01"), DeliveryMethod.SIGNED_POST)),
                        taken(
                                answered(),
                                "2024-06-03",
                                on -> Steps.reopen(on, "2024-06-28"),
                                new RequestEvent.RequestReopened(
                                        R1,
                                        TOWN,
                                        on("2024-06-03"),
                                        ReopeningGround.JUDGMENT,
                                        C1,
                                        on("2024-06-28"),
                                        null)),
                        taken(
                                reopened(),
                                "2024-06-20",
                                on -> new RequestStep.DecideAnew(
                                        R1, TOWN, Steps.TODAY, on(on), Outcome.GRANTED, "公开答〔2024〕2号", TOLD),
                                new RequestEvent.RequestDecidedAnew(
                                        R1, TOWN, on("2024-06-20"), Outcome.GRANTED, "公开答〔2024〕2号"),
                                new RequestEvent.DecisionReasoned(
                                        R1, TOWN, "第三十六条第二项", TEXT, null, null, null, null, null, null)))
                .collect(Collectors.toMap(t -> kind(t.step.apply(t.on)), Function.identity()));
    }

    private static Taken taken(Scenario given, String on, Function<String, RequestStep> step, RequestEvent... then) {
        return new Taken(given, step, on, List.of(then));
    }

    private static StepKind kind(RequestStep step) {
        return Objects.requireNonNull(step.kind());
    }

    private static Taken shown(StepKind kind) {
        return Objects.requireNonNull(taken().get(kind), () -> "no case shows " + kind);
    }

    @ParameterizedTest
    @EnumSource
    void stepThatMayBeTakenLeavesItsEvent(StepKind kind) {
        Taken taken = shown(kind);

        assertThat(StepRules.possible(taken.given.request())).containsEntry(kind, null);
        taken.given.when(taken.step.apply(taken.on)).thenAccepted().then(taken.then.toArray(RequestEvent[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void stepThatMayNotBeTakenIsRefusedForTheReasonSaidBefore(StepKind kind) {
        for (Scenario scenario : List.of(Scenario.nothing(), request(), answered(), reopened())) {
            RequestRule objection = StepRules.possible(scenario.request()).get(kind);
            if (objection != null) {
                Scenario.Told told =
                        scenario.when(shown(kind).step.apply(shown(kind).on)).thenRejected(objection);
                assertThat(told.judgement().findings().get(0).fact()).isEqualTo(kind.id());
            }
        }
        assertThat(StepRules.possible(Scenario.nothing().request())).containsEntry(kind, RequestRule.NOT_RECEIVED);
    }

    @ParameterizedTest
    @EnumSource
    void noStepLiesInTheFuture(StepKind kind) {
        Taken taken = shown(kind);
        Scenario.Told tomorrow = taken.given.when(taken.step.apply("2028-01-01"));

        assertThat(tomorrow.rules()).contains("FUTURE_DATE");
        assertThat(tomorrow.judgement().events()).isEmpty();
        assertThat(taken.given.when(taken.step.apply("2027-12-31")).rules()).doesNotContain("FUTURE_DATE");
    }

    @Test
    void stepsWithoutKindAreAskedOfAReceivedRequestOnly() {
        for (RequestStep step : List.of(
                Steps.issueLetter("2024-03-20", "延〔2024〕1号"),
                Steps.deliverLetter("2024-03-20", "延〔2024〕1号"),
                Steps.addAttachments("a"),
                Steps.withdrawAttachment(1),
                Steps.noteDeadlineMoved("2024-03-20"))) {
            assertThat(step.kind()).isNull();
            Scenario.Told told = Scenario.nothing().when(step).thenRejected(RequestRule.NOT_RECEIVED);
            assertThat(told.judgement().findings().get(0).fact()).isEqualTo("on");
        }
    }

    @Test
    void letterLeavesItsEvents() {
        request()
                .when(Steps.issueLetter("2024-03-20", "延〔2024〕1号"))
                .then(new RequestEvent.LetterIssued(R1, TOWN, "extension", "延〔2024〕1号", on("2024-03-20"), "aa", "bb"));
        request()
                .and(Steps.issueLetter("2024-03-20", "延〔2024〕1号"))
                .when(Steps.deliverLetter("2024-03-21", "延〔2024〕1号"))
                .then(new RequestEvent.LetterDelivered(R1, TOWN, "延〔2024〕1号", on("2024-03-21"), DeliveryMethod.EMAIL));
    }

    @Test
    void stepBeforeTheRequestIsRefused() {
        request().when(Steps.consultOrgan("2024-03-05")).thenAccepted();
        request().when(Steps.consultOrgan("2024-03-04")).thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
    }

    @Test
    void stepOfAReopenedRequestDoesNotLieBeforeTheReopening() {
        reopened().when(Steps.consultOrgan("2024-06-03")).thenAccepted();
        reopened().when(Steps.consultOrgan("2024-05-31")).thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        reopened()
                .when(Steps.decideAnew("2024-05-31", Outcome.GRANTED))
                .thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        reopened().when(Steps.deliver("2024-04-01")).thenAccepted();
    }

    /** Every step that follows upon another one keeps the order. */
    @Test
    void stepDoesNotLieBeforeItsCause() {
        Scenario asked = request().and(Steps.askForReasons("2024-03-11"));
        Scenario consulted = request().and(Steps.consultThirdParty("2024-03-11"));
        Scenario charged = request().and(Steps.notifyFee("2024-03-11", 68));
        Scenario reasoned = asked.and(Steps.takeInReasons("2024-03-12", true));
        Scenario written = request().and(Steps.issueLetter("2024-03-11", "1"));

        asked.when(Steps.takeInReasons("2024-03-10", true)).thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        consulted
                .when(Steps.takeInOpinion("2024-03-10", 1, Opinion.CONSENTS))
                .thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        charged.when(Steps.takeInPayment("2024-03-10", "380")).thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        reasoned.when(Steps.fixLaterDate("2024-03-11", "2024-06-28")).thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        reasoned.when(Steps.fixLaterDate("2024-03-12", "2024-06-28")).thenAccepted();
        written.when(Steps.deliverLetter("2024-03-10", "1")).thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        written.when(Steps.deliverLetter("2024-03-11", "1")).thenAccepted();
        answered().when(Steps.deliver("2024-03-28")).thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        answered().when(Steps.reopen("2024-03-28", null)).thenRejected(RequestRule.STEP_BEFORE_ITS_CAUSE);
        answered().when(Steps.reopen("2024-03-29", null)).thenAccepted();
    }

    @Test
    void organsOpinionIsAnEventOfItsOwn() {
        request()
                .and(Steps.consultOrgan("2024-03-11"))
                .when(Steps.takeInOpinion("2024-03-18", 1, Opinion.CONSENTS))
                .then(new RequestEvent.OrganResponded(R1, TOWN, on("2024-03-18"), 1, Opinion.CONSENTS));
    }

    @Test
    void feeByItemsCountsThoseOfTheSameMonth() {
        RequestStep.NotifyFee items =
                new RequestStep.NotifyFee(R1, TOWN, Steps.TODAY, on("2024-03-20"), FeeBasis.PER_ITEM, 2, 9);

        request()
                .when(items)
                .then(new RequestEvent.FeeNotified(
                        R1, TOWN, on("2024-03-20"), FeeBasis.PER_ITEM, 2, 9, new BigDecimal("100")));
    }

    @Test
    void quantitiesHaveTheirBounds() {
        for (int[] impossible : new int[][] {{0, 0}, {1_000_001, 0}, {50, -1}, {50, 1_000_001}}) {
            request()
                    .when(new RequestStep.NotifyFee(
                            R1, TOWN, Steps.TODAY, on("2024-03-20"), FeeBasis.PER_ITEM, impossible[0], impossible[1]))
                    .thenRejected(RequestRule.QUANTITY_IMPOSSIBLE);
        }
        for (int[] possible : new int[][] {{1, 10}, {1_000_000, 0}, {50, 1_000_000}}) {
            request()
                    .when(new RequestStep.NotifyFee(
                            R1, TOWN, Steps.TODAY, on("2024-03-20"), FeeBasis.PER_ITEM, possible[0], possible[1]))
                    .thenAccepted();
        }
    }

    @Test
    void extensionIsOneToTwentyWorkingDaysAndApproved() {
        request().when(Steps.extend("2024-03-20", 0)).thenRejected(RequestRule.EXTENSION_TOO_LONG);
        request().when(Steps.extend("2024-03-20", 1)).thenAccepted();
        request()
                .when(new RequestStep.ExtendAnswerPeriod(R1, TOWN, Steps.TODAY, on("2024-03-20"), 21, null, null))
                .thenRejected(RequestRule.EXTENSION_TOO_LONG, RequestRule.APPROVER_MISSING);
    }

    @Test
    void kindsHaveTheirOwnIdentifierLabelAndArticle() {
        assertThat(Arrays.stream(StepKind.values()).map(StepKind::id)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(StepKind.values()).map(StepKind::label)).doesNotHaveDuplicates();
        assertThat(StepKind.values()).allSatisfy(k -> assertThat(k.ground()).matches("(《.+》|国办函〔2020〕109号).*第.+条.*"));
    }
}
