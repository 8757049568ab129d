package org.disclosureledger.domain.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.Request;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemedyStepRulesTest {

    private static final RemedyId C1 = new RemedyId(new UUID(2, 1));
    private static final OrganCode TOWN = new OrganCode("town");
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    private static LocalDate on(String date) {
        return LocalDate.parse(date);
    }

    private static Remedy given(RemedyEvent... events) {
        Remedy remedy = new Remedy.Unaccepted();
        for (RemedyEvent event : events) {
            remedy = remedy.evolve(event);
        }
        return remedy;
    }

    private static RemedyEvent accepted(Procedure procedure) {
        Boolean after = procedure == Procedure.LITIGATION ? Boolean.FALSE : null;
        return new RemedyEvent.RemedyAccepted(C1, TOWN, "一审1号", procedure, after, null, null, on("2024-05-06"));
    }

    private static RemedyEvent concluded(String date) {
        return new RemedyEvent.RemedyConcluded(C1, TOWN, on(date), RemedyResult.UPHELD);
    }

    private static RemedyEvent appealed(Instance instance, String date, String number) {
        return new RemedyEvent.RemedyAppealed(C1, TOWN, instance, on(date), number, null, null);
    }

    private static RemedyEvent ended(String date, RemedyResult ruling, String number) {
        return new RemedyEvent.RemedyAppealConcluded(C1, TOWN, on(date), ruling, number);
    }

    private static Remedy ruled() {
        return given(accepted(Procedure.LITIGATION), concluded("2024-07-01"));
    }

    private static Remedy appealed() {
        return given(
                accepted(Procedure.LITIGATION),
                concluded("2024-07-01"),
                appealed(Instance.SECOND_INSTANCE, "2024-07-10", "二审1号"));
    }

    private static Remedy ruledTwice() {
        return given(
                accepted(Procedure.LITIGATION),
                concluded("2024-07-01"),
                appealed(Instance.SECOND_INSTANCE, "2024-07-10", "二审1号"),
                ended("2024-10-08", RemedyResult.CORRECTED, "二审1号"));
    }

    private static RemedyStep conclude(String date) {
        return new RemedyStep.ConcludeRemedy(C1, TOWN, TODAY, on(date), RemedyResult.UPHELD);
    }

    private static RemedyStep appeal(Instance instance, String date, String number) {
        return new RemedyStep.AppealRemedy(C1, TOWN, TODAY, on(date), instance, number, "市中级人民法院", true);
    }

    private static RemedyStep rule(String date) {
        return new RemedyStep.ConcludeAppeal(C1, TOWN, TODAY, on(date), RemedyResult.CORRECTED);
    }

    private static Judgement<RemedyEvent> judge(Remedy remedy, RemedyStep step) {
        return RemedyRules.handle(step, remedy);
    }

    private static List<String> rules(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::rule).toList();
    }

    @Test
    void everyStepOfALawsuitThroughTwoInstances() {
        Remedy remedy = given(accepted(Procedure.LITIGATION));
        for (RemedyStep step : List.of(
                conclude("2024-07-01"), appeal(Instance.SECOND_INSTANCE, "2024-07-10", "二审1号"), rule("2024-10-08"))) {
            Judgement<RemedyEvent> judgement = judge(remedy, step);
            assertThat(judgement.findings()).isEmpty();
            for (RemedyEvent event : judgement.events()) {
                remedy = remedy.evolve(event);
            }
        }

        assertThat(remedy.trials())
                .containsExactly(
                        new Trial(null, "一审1号", on("2024-05-06"), null, null, on("2024-07-01"), RemedyResult.UPHELD),
                        new Trial(
                                Instance.SECOND_INSTANCE,
                                "二审1号",
                                on("2024-07-10"),
                                "市中级人民法院",
                                true,
                                on("2024-10-08"),
                                RemedyResult.CORRECTED));
        assertThat(remedy.facts().find(RemedyFact.CONCLUDED_ON)).isEqualTo("2024-10-08");
        assertThat(remedy.facts().find(RemedyFact.RESULT)).isEqualTo("corrected");
    }

    @ParameterizedTest
    @EnumSource(RemedyStepKind.class)
    void nothingIsPossibleBeforeAcceptance(RemedyStepKind kind) {
        assertThat(RemedyStepRules.possible(given()).get(kind)).isEqualTo(RemedyRule.NOT_ACCEPTED);
    }

    @Test
    void possibleStepsFollowFromWhatIsRecorded() {
        assertThat(RemedyStepRules.possible(given(accepted(Procedure.LITIGATION))))
                .isEqualTo(objections(null, RemedyRule.APPEAL_BEFORE_RULING, RemedyRule.RULING_WITHOUT_APPEAL));
        assertThat(RemedyStepRules.possible(ruled()))
                .isEqualTo(objections(RemedyRule.ALREADY_CONCLUDED, null, RemedyRule.RULING_WITHOUT_APPEAL));
        assertThat(RemedyStepRules.possible(appealed()))
                .isEqualTo(objections(RemedyRule.ALREADY_CONCLUDED, RemedyRule.INSTANCE_STILL_OPEN, null));
        assertThat(RemedyStepRules.possible(ruledTwice()))
                .isEqualTo(objections(RemedyRule.ALREADY_CONCLUDED, null, RemedyRule.RULING_WITHOUT_APPEAL));
    }

    private static Map<RemedyStepKind, @Nullable RemedyRule> objections(
            @Nullable RemedyRule conclude, @Nullable RemedyRule appeal, @Nullable RemedyRule rule) {
        Map<RemedyStepKind, @Nullable RemedyRule> objections = new java.util.EnumMap<>(RemedyStepKind.class);
        objections.put(RemedyStepKind.CONCLUDE, conclude);
        objections.put(RemedyStepKind.APPEAL, appeal);
        objections.put(RemedyStepKind.CONCLUDE_APPEAL, rule);
        return objections;
    }

    @Test
    void aFaultLeavesNoEvent() {
        Judgement<RemedyEvent> twice = judge(ruled(), conclude("2024-08-01"));

        assertThat(rules(twice)).containsExactly("ALREADY_CONCLUDED");
        assertThat(twice.events()).isEmpty();
    }

    @Test
    void noStepLiesInTheFuture() {
        assertThat(rules(judge(given(accepted(Procedure.LITIGATION)), conclude("2026-01-01"))))
                .containsExactly("FUTURE_DATE");
        assertThat(rules(judge(ruled(), appeal(Instance.RETRIAL, "2026-01-01", "再审1号"))))
                .containsExactly("FUTURE_DATE");
        assertThat(rules(judge(appealed(), rule("2026-01-01")))).containsExactly("FUTURE_DATE");
    }

    @Test
    void conclusionBeforeAcceptanceIsRefused() {
        assertThat(rules(judge(given(accepted(Procedure.LITIGATION)), conclude("2024-05-05"))))
                .containsExactly("CONCLUDED_BEFORE_ACCEPTED");
        assertThat(rules(judge(given(accepted(Procedure.LITIGATION)), conclude("2024-05-06"))))
                .isEmpty();
    }

    @Nested
    class AppealRemedy {

        @Test
        void reconsiderationHasNoSecondInstance() {
            Remedy decided = given(accepted(Procedure.RECONSIDERATION), concluded("2024-06-06"));

            assertThat(rules(judge(decided, appeal(Instance.SECOND_INSTANCE, "2024-06-10", "二审1号"))))
                    .containsExactly("APPEAL_OF_RECONSIDERATION");
        }

        @Test
        void needsTheRulingBefore() {
            RemedyStep appeal = appeal(Instance.SECOND_INSTANCE, "2024-07-10", "二审2号");

            assertThat(rules(judge(given(accepted(Procedure.LITIGATION)), appeal)))
                    .containsExactly("APPEAL_BEFORE_RULING");
            assertThat(rules(judge(appealed(), appeal))).containsExactly("INSTANCE_STILL_OPEN");
        }

        @Test
        void isNotBeforeTheRuling() {
            assertThat(rules(judge(ruled(), appeal(Instance.SECOND_INSTANCE, "2024-06-30", "二审1号"))))
                    .containsExactly("APPEALED_BEFORE_RULING");
            assertThat(rules(judge(ruled(), appeal(Instance.SECOND_INSTANCE, "2024-07-01", "二审1号"))))
                    .isEmpty();
        }

        @Test
        void afterFifteenDaysIsRecordedAndPointedOut() {
            assertThat(rules(judge(ruled(), appeal(Instance.SECOND_INSTANCE, "2024-07-16", "二审1号"))))
                    .isEmpty();
            Judgement<RemedyEvent> late = judge(ruled(), appeal(Instance.SECOND_INSTANCE, "2024-07-17", "二审1号"));

            assertThat(rules(late)).containsExactly("APPEAL_LATE");
            assertThat(late.events()).hasSize(1);
            assertThat(rules(judge(ruled(), appeal(Instance.RETRIAL, "2024-12-17", "再审1号"))))
                    .isEmpty();
        }

        @Test
        void numberIsItsOwn() {
            assertThat(rules(judge(ruled(), appeal(Instance.SECOND_INSTANCE, "2024-07-10", " "))))
                    .containsExactly("REQUIRED");
            assertThat(rules(judge(ruled(), appeal(Instance.SECOND_INSTANCE, "2024-07-10", "一审1号"))))
                    .containsExactly("INSTANCE_NUMBER_USED");
            assertThat(rules(judge(ruledTwice(), appeal(Instance.RETRIAL, "2025-02-10", "二审1号"))))
                    .containsExactly("INSTANCE_NUMBER_USED");
        }

        @Test
        void secondInstanceIsTheLast() {
            Judgement<RemedyEvent> again = judge(ruledTwice(), appeal(Instance.SECOND_INSTANCE, "2024-10-10", "二审2号"));

            assertThat(rules(again)).containsExactly("SECOND_INSTANCE_AGAIN");
            assertThat(again.events()).hasSize(1);
        }

        @Test
        void remandFollowsAHigherRuling() {
            RemedyStep remand = appeal(Instance.REMAND, "2024-10-10", "重审1号");
            Remedy remanded = given(
                    accepted(Procedure.LITIGATION),
                    concluded("2024-07-01"),
                    appealed(Instance.SECOND_INSTANCE, "2024-07-10", "二审1号"),
                    ended("2024-10-08", RemedyResult.OTHER, "二审1号"),
                    appealed(Instance.REMAND, "2024-10-10", "重审1号"),
                    ended("2025-01-08", RemedyResult.UPHELD, "重审1号"));

            assertThat(rules(judge(ruled(), remand))).containsExactly("REMAND_WITHOUT_HIGHER_RULING");
            assertThat(rules(judge(ruledTwice(), remand))).isEmpty();
            assertThat(rules(judge(remanded, appeal(Instance.REMAND, "2025-02-10", "重审2号"))))
                    .containsExactly("REMAND_WITHOUT_HIGHER_RULING");
            assertThat(rules(judge(remanded, appeal(Instance.SECOND_INSTANCE, "2025-01-18", "二审2号"))))
                    .isEmpty();
        }
    }

    @Nested
    class ConcludeAppeal {

        @Test
        void needsAnOpenInstance() {
            for (Remedy remedy : List.of(given(accepted(Procedure.LITIGATION)), ruled(), ruledTwice())) {
                assertThat(rules(judge(remedy, rule("2025-01-08")))).containsExactly("RULING_WITHOUT_APPEAL");
            }
        }

        @Test
        void isNotBeforeTheInstanceBegan() {
            assertThat(rules(judge(appealed(), rule("2024-07-09")))).containsExactly("RULED_BEFORE_APPEAL");
            assertThat(judge(appealed(), rule("2024-07-10")).events())
                    .containsExactly(ended("2024-07-10", RemedyResult.CORRECTED, "二审1号"));
        }
    }

    @Nested
    class RowsOfTheRegister {

        private Facts row() {
            return Facts.none()
                    .with(RemedyFact.CASE_NUMBER, "一审1号")
                    .with(RemedyFact.PROCEDURE, "litigation")
                    .with(RemedyFact.AFTER_RECONSIDERATION, "false")
                    .with(RemedyFact.ACCEPTED_ON, "2024-05-06");
        }

        private Facts row(String concludedOn, String result) {
            return row().with(RemedyFact.CONCLUDED_ON, concludedOn).with(RemedyFact.RESULT, result);
        }

        private Judgement<RemedyEvent> record(Remedy remedy, Facts facts, boolean corrections) {
            Entry entry = new Entry(facts, corrections, "录入错误", TODAY, Entry.Source.IMPORTED);
            return RemedyRules.handle(new RemedyCommand.RecordRemedy(C1, TOWN, entry, null), remedy);
        }

        @Test
        void emptyConclusionWhileAnAppealIsOpenIsNoContradiction() {
            assertThat(record(appealed(), row(), false)).isEqualTo(Judgement.of(List.of()));
        }

        @Test
        void rulingBeforeTheAppealIsWhatIsRecordedAlready() {
            assertThat(record(appealed(), row("2024-07-01", "upheld"), false)).isEqualTo(Judgement.of(List.of()));
        }

        @Test
        void conclusionAfterTheAppealIsItsRuling() {
            assertThat(record(appealed(), row("2024-10-08", "corrected"), false).events())
                    .containsExactly(ended("2024-10-08", RemedyResult.CORRECTED, "二审1号"));
        }

        @Test
        void rowTellsOfTheLatestRuling() {
            assertThat(record(ruledTwice(), row("2024-10-08", "corrected"), false))
                    .isEqualTo(Judgement.of(List.of()));
            assertThat(rules(record(ruledTwice(), row("2024-07-01", "upheld"), false)))
                    .containsExactly("CONTRADICTS_RECORD", "CONTRADICTS_RECORD");
        }

        @Test
        void correctionMeansTheLatestRuling() {
            Remedy corrected = ruledTwice();
            for (RemedyEvent event :
                    record(ruledTwice(), row("2024-10-18", "other"), true).eventsOrRejection()) {
                corrected = corrected.evolve(event);
            }

            assertThat(corrected.trials())
                    .extracting(Trial::ruledOn)
                    .containsExactly(on("2024-07-01"), on("2024-10-18"));
            assertThat(corrected.trials())
                    .extracting(Trial::ruling)
                    .containsExactly(RemedyResult.UPHELD, RemedyResult.OTHER);
        }

        @Test
        void correctionLeavesTheInstancesInTheirOrder() {
            assertThat(rules(record(ruledTwice(), row("2024-07-05", "corrected"), true)))
                    .containsExactly("TRIALS_OUT_OF_ORDER");
            assertThat(rules(record(appealed(), row("2024-06-20", "upheld"), true)))
                    .isEmpty();
        }

        @Test
        void acceptedOnce() {
            Entry entry = new Entry(row(), false, null, TODAY, Entry.Source.TYPED);
            RemedyCommand accept = new RemedyCommand.AcceptRemedy(C1, TOWN, entry, null);

            assertThat(RemedyRules.handle(accept, given()).events()).containsExactly(accepted(Procedure.LITIGATION));
            assertThat(rules(RemedyRules.handle(accept, ruled()))).containsExactly("ALREADY_ACCEPTED");
        }
    }

    @Nested
    class ReconsiderationFirst {

        private static final RequestId R1 = new RequestId(new UUID(1, 1));

        private Facts suit(String acceptedOn, boolean afterReconsideration) {
            return Facts.none()
                    .with(RemedyFact.PROCEDURE, "litigation")
                    .with(RemedyFact.AFTER_RECONSIDERATION, afterReconsideration)
                    .with(RemedyFact.ACCEPTED_ON, acceptedOn);
        }

        @Test
        void directSuitOverARefusalIsPointedOutSince2024() {
            assertThat(RemedyRules.directSuit(suit("2024-01-01", false), Outcome.REFUSED_INTERNAL_AFFAIRS))
                    .extracting(Finding::rule)
                    .containsExactly("DIRECT_SUIT_AFTER_2024");
            assertThat(RemedyRules.directSuit(suit("2023-12-31", false), Outcome.REFUSED_INTERNAL_AFFAIRS))
                    .isEmpty();
            assertThat(RemedyRules.directSuit(suit("2024-01-01", true), Outcome.REFUSED_INTERNAL_AFFAIRS))
                    .isEmpty();
            assertThat(RemedyRules.directSuit(suit("2024-01-01", false), Outcome.REFUSED_ADMINISTRATIVE_QUERY))
                    .isEmpty();
            assertThat(RemedyRules.directSuit(suit("2024-01-01", false), null)).isEmpty();
        }

        @Test
        void caseIsAboutTheLastAnswerBeforeIt() {
            Request request = new Request.Unreceived()
                    .evolve(new RequestEvent.RequestReceived(
                            R1,
                            TOWN,
                            "R1",
                            on("2024-03-05"),
                            Channel.POST,
                            ApplicantKind.NATURAL_PERSON,
                            new SealedText("s1.name"),
                            null,
                            null,
                            null,
                            new SealedText("s1.content")))
                    .evolve(new RequestEvent.RequestDecided(
                            R1, TOWN, on("2024-03-20"), Outcome.REFUSED_INTERNAL_AFFAIRS, null))
                    .evolve(new RequestEvent.RequestDecidedAnew(R1, TOWN, on("2024-08-20"), Outcome.GRANTED, null));

            assertThat(RemedyRules.subject(request, on("2024-03-19"))).isNull();
            assertThat(outcome(request, "2024-08-19")).isEqualTo(Outcome.REFUSED_INTERNAL_AFFAIRS);
            assertThat(outcome(request, "2024-08-20")).isEqualTo(Outcome.GRANTED);
        }

        private @Nullable Outcome outcome(Request request, String acceptedOn) {
            var subject = RemedyRules.subject(request, on(acceptedOn));
            return subject == null ? null : subject.outcome();
        }
    }
}
