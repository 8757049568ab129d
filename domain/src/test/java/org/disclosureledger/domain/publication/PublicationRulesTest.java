package org.disclosureledger.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.domain.publication.PublicationExamples.ON_THE_WEBSITE;
import static org.disclosureledger.domain.publication.PublicationExamples.P1;
import static org.disclosureledger.domain.publication.PublicationExamples.PREPARED;
import static org.disclosureledger.domain.publication.PublicationExamples.REVIEWED;
import static org.disclosureledger.domain.publication.PublicationExamples.TODAY;
import static org.disclosureledger.domain.publication.PublicationExamples.TOWN;
import static org.disclosureledger.domain.publication.PublicationExamples.after;
import static org.disclosureledger.domain.publication.PublicationExamples.correcting;
import static org.disclosureledger.domain.publication.PublicationExamples.judge;
import static org.disclosureledger.domain.publication.PublicationExamples.published;
import static org.disclosureledger.domain.publication.PublicationExamples.publishing;
import static org.disclosureledger.domain.publication.PublicationExamples.reviewed;
import static org.disclosureledger.domain.publication.PublicationExamples.step;
import static org.disclosureledger.domain.publication.PublicationExamples.typed;
import static org.disclosureledger.domain.publication.PublicationExamples.updated;
import static org.disclosureledger.domain.publication.PublicationExamples.withdrawn;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.domain.register.Entry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationRulesTest {

    private static PublicationCommand preparing(String title, String madeOn) {
        return new PublicationCommand.PreparePublication(
                P1,
                TOWN,
                typed(
                        PublicationFact.PUBLICATION_NUMBER,
                        "公开-1",
                        PublicationFact.TITLE,
                        title,
                        PublicationFact.CONTENT_CLASS,
                        "localMatters",
                        PublicationFact.EMPHASIS,
                        "农村政策",
                        PublicationFact.MADE_ON,
                        madeOn));
    }

    private static PublicationCommand reviewing(String date, ReviewVerdict verdict, Object... more) {
        Entry said = typed(
                PublicationFact.REVIEWED_ON,
                date,
                PublicationFact.REVIEWER,
                "王主任",
                PublicationFact.VERDICT,
                verdict.id());
        return new PublicationCommand.TakePublicationStep(
                P1,
                TOWN,
                PublicationStepKind.REVIEW,
                new Entry(said.facts().withAll(typed(more).facts()), false, null, TODAY, Entry.Source.TYPED));
    }

    private static PublicationCommand updating(String date) {
        return step(PublicationStepKind.UPDATE, PublicationFact.UPDATED_ON, date, PublicationFact.WHAT, "标准调整");
    }

    private static PublicationCommand withdrawing(String date, Object... channel) {
        Entry said = typed(PublicationFact.WITHDRAWN_ON, date, PublicationFact.REASON, "内容失效");
        return new PublicationCommand.TakePublicationStep(
                P1,
                TOWN,
                PublicationStepKind.WITHDRAW,
                new Entry(said.facts().withAll(typed(channel).facts()), false, null, TODAY, Entry.Source.TYPED));
    }

    @Nested
    class Preparing {

        @Test
        void informationIsPutOnTheList() {
            judge(preparing("征地补偿标准", "2025-03-03")).then(PREPARED);
        }

        @Test
        void theSameAgainChangesNothing() {
            judge(preparing("征地补偿标准", "2025-03-03"), PREPARED).thenNothing();
        }

        @Test
        void numberOfOtherInformationIsRefused() {
            judge(preparing("另一份信息", "2025-03-03"), PREPARED).refused("NUMBER_TAKEN");
        }

        @Test
        void everythingThatIsMissingIsSaidAtOnce() {
            PublicationCommand empty = new PublicationCommand.PreparePublication(P1, TOWN, typed());

            judge(empty).refused("REQUIRED", "REQUIRED", "REQUIRED", "REQUIRED");
            assertThat(judge(empty).findings())
                    .extracting(f -> f.fact())
                    .containsExactly("publicationNumber", "title", "contentClass", "madeOn");
        }

        @Test
        void daysThatCannotBeAreRefused() {
            judge(preparing("征地补偿标准", "2026-01-01")).refused("FUTURE_DATE");
            judge(preparing("征地补偿标准", "1949-09-30")).refused("IMPROBABLE_YEAR");
        }
    }

    @Nested
    class Reviewing {

        @Test
        void reviewIsRecordedWithWhoAnswersForIt() {
            judge(reviewing("2025-03-05", ReviewVerdict.PUBLISH), PREPARED).then(REVIEWED);
        }

        /** A paper's disclosure is often decided while it is drafted. */
        @Test
        void reviewMayComeBeforeTheInformationIsMade() {
            judge(reviewing("2025-02-20", ReviewVerdict.PUBLISH), PREPARED)
                    .then(reviewed("2025-02-20", ReviewVerdict.PUBLISH, null));
        }

        /** Art. 13: only what art. 14 to 16 name is kept back; art. 17: what is unsure is referred to somebody. */
        @ParameterizedTest
        @EnumSource(
                value = ReviewVerdict.class,
                names = {"PUBLISH_IN_PART", "DO_NOT_PUBLISH", "REFERRED"})
        void anythingButPlainPublicationNeedsAGround(ReviewVerdict verdict) {
            judge(reviewing("2025-03-05", verdict), PREPARED).refused("GROUND_MISSING");
            judge(reviewing("2025-03-05", verdict, PublicationFact.GROUND, "第十五条"), PREPARED)
                    .then(reviewed("2025-03-05", verdict, "第十五条"));
        }

        @Test
        void whatWasNeverPreparedIsNotReviewed() {
            judge(reviewing("2025-03-05", ReviewVerdict.PUBLISH)).refused("NOT_PREPARED");
        }
    }

    @Nested
    class Publishing {

        @Test
        void reviewedInformationIsPublished() {
            judge(publishing("2025-03-06", PublicationChannel.WEBSITE), PREPARED, REVIEWED)
                    .then(ON_THE_WEBSITE);
        }

        /** Art. 17. */
        @Test
        void nothingIsPublishedWithoutAReview() {
            judge(publishing("2025-03-06", PublicationChannel.WEBSITE), PREPARED)
                    .refused("NOT_REVIEWED");
        }

        /** Art. 17, third paragraph. */
        @Test
        void whatWasReferredWaitsForTheAnswer() {
            judge(
                            publishing("2025-03-06", PublicationChannel.WEBSITE),
                            PREPARED,
                            reviewed("2025-03-05", ReviewVerdict.REFERRED, "报保密局"))
                    .refused("AWAITS_AUTHORITY");
        }

        /** Art. 17; art. 18: when circumstances change it is looked at again. */
        @Test
        void whatTheReviewKeptBackIsPublishedOnlyAfterAnother() {
            PublicationEvent against = reviewed("2025-03-05", ReviewVerdict.DO_NOT_PUBLISH, "第十六条");

            judge(publishing("2025-03-06", PublicationChannel.WEBSITE), PREPARED, against)
                    .refused("REVIEWED_AGAINST");
            judge(
                            publishing("2025-09-02", PublicationChannel.WEBSITE),
                            PREPARED,
                            against,
                            reviewed("2025-09-01", ReviewVerdict.PUBLISH, null))
                    .then(published("2025-09-02", PublicationChannel.WEBSITE));
        }

        /** Art. 17. */
        @Test
        void reviewAfterPublicationIsNoReviewBeforeIt() {
            judge(publishing("2025-03-04", PublicationChannel.WEBSITE), PREPARED, REVIEWED)
                    .refused("PUBLISHED_BEFORE_REVIEW");
        }

        /** Art. 26: publication follows the making. */
        @Test
        void nothingIsPublishedBeforeItIsMade() {
            judge(
                            publishing("2025-03-02", PublicationChannel.WEBSITE),
                            PREPARED,
                            reviewed("2025-03-01", ReviewVerdict.PUBLISH, null))
                    .refused("PUBLISHED_BEFORE_MADE");
        }

        /** Art. 26: 20 working days, here from Monday 3 March 2025 to Monday 31 March. */
        @ParameterizedTest
        @CsvSource({"2025-03-31, false", "2025-04-01, true"})
        void latePublicationIsPointedOut(String date, boolean late) {
            var judged = judge(publishing(date, PublicationChannel.WEBSITE), PREPARED, REVIEWED);
            if (late) {
                judged.warned("最迟应于2025年3月31日公开");
            } else {
                judged.then(published(date, PublicationChannel.WEBSITE));
            }
        }

        /** Art. 26 is kept by the first publication; the other channels are the organ's choice (art. 23). */
        @Test
        void anotherChannelIsNotLate() {
            judge(publishing("2025-09-01", PublicationChannel.NOTICE_BOARD), PREPARED, REVIEWED, ON_THE_WEBSITE)
                    .then(published("2025-09-01", PublicationChannel.NOTICE_BOARD));
        }

        @Test
        void sameChannelTwiceIsRefused() {
            judge(publishing("2025-03-07", PublicationChannel.WEBSITE), PREPARED, REVIEWED, ON_THE_WEBSITE)
                    .refused("ALREADY_PUBLISHED_THERE");
        }

        @Test
        void daysThatCannotBeAreRefused() {
            judge(publishing("2026-01-01", PublicationChannel.WEBSITE), PREPARED, REVIEWED)
                    .refused("FUTURE_DATE");
        }
    }

    @Nested
    class Updating {

        @Test
        void changeOfPublicInformationIsRecorded() {
            judge(updating("2025-06-02"), PREPARED, REVIEWED, ON_THE_WEBSITE).then(updated("2025-06-02"));
        }

        @Test
        void whatIsNotPublicIsNotUpdated() {
            judge(updating("2025-06-02"), PREPARED, REVIEWED).refused("NOT_PUBLIC");
        }

        @Test
        void changeBeforePublicationIsNoUpdate() {
            judge(updating("2025-03-05"), PREPARED, REVIEWED, ON_THE_WEBSITE).refused("UPDATED_BEFORE_PUBLICATION");
        }

        /** Art. 17: what was reviewed is not what is now to be published. */
        @Test
        void changedInformationIsReviewedAgain() {
            judge(
                            publishing("2025-06-03", PublicationChannel.WEBSITE),
                            PREPARED,
                            REVIEWED,
                            ON_THE_WEBSITE,
                            updated("2025-06-02"))
                    .refused("NOT_REVIEWED");
        }

        /** Art. 26: from the change anew, here Monday 2 June 2025 to Monday 30 June. */
        @ParameterizedTest
        @CsvSource({"2025-06-30, false", "2025-07-01, true"})
        void changeIsPublishedWithinTwentyWorkingDays(String date, boolean late) {
            var judged = judge(
                    publishing(date, PublicationChannel.WEBSITE),
                    PREPARED,
                    REVIEWED,
                    ON_THE_WEBSITE,
                    updated("2025-06-02"),
                    reviewed("2025-06-03", ReviewVerdict.PUBLISH, null));
            if (late) {
                judged.warned("最迟应于2025年6月30日公开");
            } else {
                judged.then(published(date, PublicationChannel.WEBSITE));
            }
        }

        @Test
        void changedInformationIsNotPublishedBeforeTheChange() {
            judge(
                            publishing("2025-06-01", PublicationChannel.WEBSITE),
                            PREPARED,
                            REVIEWED,
                            ON_THE_WEBSITE,
                            updated("2025-06-02"),
                            reviewed("2025-05-30", ReviewVerdict.PUBLISH, null))
                    .refused("PUBLISHED_BEFORE_MADE");
        }

        /** What was public anywhere can change; a notice board that came later showed the old text. */
        @Test
        void changeMayComeBeforeALaterChannel() {
            judge(
                            updating("2025-03-20"),
                            PREPARED,
                            REVIEWED,
                            ON_THE_WEBSITE,
                            published("2025-04-07", PublicationChannel.NOTICE_BOARD))
                    .then(updated("2025-03-20"));
        }

        /** Art. 26: the first change waits longest. */
        @Test
        void secondChangeDoesNotExtendThePeriodOfTheFirst() {
            judge(
                            publishing("2025-07-01", PublicationChannel.WEBSITE),
                            PREPARED,
                            REVIEWED,
                            ON_THE_WEBSITE,
                            updated("2025-06-02"),
                            updated("2025-06-20"),
                            reviewed("2025-06-23", ReviewVerdict.PUBLISH, null))
                    .warned("最迟应于2025年6月30日公开");
        }

        /** Each channel is brought up to date once. */
        @Test
        void channelsAreBroughtUpToDateOneByOne() {
            PublicationEvent[] history = {
                PREPARED,
                REVIEWED,
                ON_THE_WEBSITE,
                published("2025-03-07", PublicationChannel.NOTICE_BOARD),
                updated("2025-06-02"),
                reviewed("2025-06-03", ReviewVerdict.PUBLISH, null),
                published("2025-06-04", PublicationChannel.WEBSITE)
            };

            judge(publishing("2025-06-05", PublicationChannel.WEBSITE), history).refused("ALREADY_PUBLISHED_THERE");
            judge(publishing("2025-06-05", PublicationChannel.NOTICE_BOARD), history)
                    .then(published("2025-06-05", PublicationChannel.NOTICE_BOARD));
        }
    }

    @Nested
    class Withdrawing {

        @Test
        void fromOneChannelItStaysInTheOthers() {
            Publication publication = after(
                    PREPARED,
                    REVIEWED,
                    ON_THE_WEBSITE,
                    published("2025-03-07", PublicationChannel.NOTICE_BOARD),
                    withdrawn("2025-05-01", PublicationChannel.NOTICE_BOARD));

            assertThat(publication.stage()).isEqualTo(PublicationStage.PUBLISHED);
            assertThat(publication.postings()).containsOnlyKeys(PublicationChannel.WEBSITE);
        }

        @Test
        void withoutAChannelItIsFromAll() {
            judge(withdrawing("2025-05-01"), PREPARED, REVIEWED, ON_THE_WEBSITE).then(withdrawn("2025-05-01", null));
            assertThat(after(PREPARED, REVIEWED, ON_THE_WEBSITE, withdrawn("2025-05-01", null))
                            .stage())
                    .isEqualTo(PublicationStage.WITHDRAWN);
        }

        @Test
        void onlyFromWhereItIs() {
            judge(withdrawing("2025-05-01"), PREPARED, REVIEWED).refused("NOT_PUBLIC");
            judge(withdrawing("2025-05-01", PublicationFact.CHANNEL, "press"), PREPARED, REVIEWED, ON_THE_WEBSITE)
                    .refused("NOT_PUBLISHED_THERE");
        }

        @Test
        void notBeforeItWasPublished() {
            judge(withdrawing("2025-03-05"), PREPARED, REVIEWED, ON_THE_WEBSITE)
                    .refused("WITHDRAWN_BEFORE_PUBLICATION");
        }

        /** Art. 17: why it was taken back must be looked at; no period runs, so none is missed. */
        @Test
        void whatWasWithdrawnIsReviewedBeforeItComesBack() {
            PublicationEvent gone = withdrawn("2025-05-01", null);

            judge(publishing("2025-09-01", PublicationChannel.WEBSITE), PREPARED, REVIEWED, ON_THE_WEBSITE, gone)
                    .refused("NOT_REVIEWED");
            judge(
                            publishing("2025-09-02", PublicationChannel.WEBSITE),
                            PREPARED,
                            REVIEWED,
                            ON_THE_WEBSITE,
                            gone,
                            reviewed("2025-09-01", ReviewVerdict.PUBLISH, null))
                    .then(published("2025-09-02", PublicationChannel.WEBSITE));
        }
    }

    @Nested
    class Correcting {

        @Test
        void bothValuesStay() {
            judge(correcting("title", "征地补偿标准（2025年）"), PREPARED)
                    .then(new PublicationEvent.PublicationFactCorrected(
                            P1, TOWN, "title", "征地补偿标准", "征地补偿标准（2025年）", "录入错误"));
        }

        @Test
        void whatNobodyStatedCanBeAdded() {
            judge(correcting("place:2", "首页 政策文件栏"), PREPARED, REVIEWED, ON_THE_WEBSITE)
                    .then(new PublicationEvent.PublicationFactCorrected(P1, TOWN, "place:2", null, "首页 政策文件栏", "录入错误"));
        }

        @Test
        void sameValueChangesNothing() {
            judge(correcting("title", "征地补偿标准"), PREPARED).thenNothing();
        }

        @Test
        void reasonAndValueAreRequired() {
            judge(new PublicationCommand.CorrectPublication(P1, TOWN, "emphasis", " ", " ", TODAY), PREPARED)
                    .refused("REQUIRED", "REQUIRED");
        }

        @ParameterizedTest
        @CsvSource({"nonsense", "place", "place:1", "title:1", "publishedOn:3", "publishedOn:x"})
        void whatTheInformationDoesNotHaveIsNotCorrected(String fact) {
            judge(correcting(fact, "x"), PREPARED, REVIEWED, ON_THE_WEBSITE).refused("NO_SUCH_FACT");
        }

        @Test
        void numberIsFixed() {
            judge(correcting("publicationNumber", "公开-2"), PREPARED).refused("NUMBER_FIXED");
        }

        /** A correction may not say what nobody could have recorded (art. 17, 26). */
        @Test
        void correctedHistoryIsJudgedLikeAnyOther() {
            judge(correcting("verdict:1", "doNotPublish"), PREPARED, REVIEWED, ON_THE_WEBSITE)
                    .refused("GROUND_MISSING", "REVIEWED_AGAINST");
            judge(correcting("publishedOn:2", "2025-03-04"), PREPARED, REVIEWED, ON_THE_WEBSITE)
                    .refused("PUBLISHED_BEFORE_REVIEW");
            judge(correcting("madeOn", "2026-01-01"), PREPARED, REVIEWED, ON_THE_WEBSITE)
                    .refused("FUTURE_DATE");
            judge(correcting("publishedOn:2", "2025-04-01"), PREPARED, REVIEWED, ON_THE_WEBSITE)
                    .warned("最迟应于2025年3月31日公开");
        }

        /** What was pointed out once is not pointed out again. */
        @Test
        void onlyWhatIsNewIsSaid() {
            judge(correcting("title", "标准"), PREPARED, REVIEWED, published("2025-04-01", PublicationChannel.WEBSITE))
                    .then(new PublicationEvent.PublicationFactCorrected(P1, TOWN, "title", "征地补偿标准", "标准", "录入错误"));
        }

        @Test
        void correctedVerdictMovesTheStage() {
            Publication publication = after(
                    PREPARED,
                    reviewed("2025-03-05", ReviewVerdict.DO_NOT_PUBLISH, "第十五条"),
                    new PublicationEvent.PublicationFactCorrected(
                            P1, TOWN, "verdict:1", "doNotPublish", "publishInPart", "误选"));

            assertThat(publication.stage()).isEqualTo(PublicationStage.APPROVED);
        }
    }

    /** What the pages offer is what the rules accept. */
    @Test
    void possibleStepsFollowFromWhereItStands() {
        assertThat(refusals()).containsOnly(Map.entry("全部", "NOT_PREPARED"));
        assertThat(refusals(PREPARED)).containsOnly(Map.entry("公开", "NOT_REVIEWED"), Map.entry("更新撤回", "NOT_PUBLIC"));
        assertThat(refusals(PREPARED, REVIEWED)).containsOnly(Map.entry("更新撤回", "NOT_PUBLIC"));
        assertThat(refusals(PREPARED, REVIEWED, ON_THE_WEBSITE)).isEmpty();
        assertThat(refusals(PREPARED, REVIEWED, ON_THE_WEBSITE, updated("2025-06-02")))
                .containsOnly(Map.entry("公开", "NOT_REVIEWED"));
    }

    private static Map<String, String> refusals(PublicationEvent... history) {
        Map<String, String> refusals = new TreeMap<>();
        var possible = PublicationRules.possible(after(history));
        if (possible.get(PublicationStepKind.REVIEW) == PublicationRule.NOT_PREPARED) {
            assertThat(possible.values()).containsOnly(PublicationRule.NOT_PREPARED);
            return Map.of("全部", "NOT_PREPARED");
        }
        assertThat(possible.get(PublicationStepKind.UPDATE)).isEqualTo(possible.get(PublicationStepKind.WITHDRAW));
        List.of(PublicationStepKind.PUBLISH, PublicationStepKind.UPDATE).forEach(kind -> {
            PublicationRule rule = possible.get(kind);
            if (rule != null) {
                refusals.put(kind == PublicationStepKind.PUBLISH ? "公开" : "更新撤回", rule.name());
            }
        });
        return refusals;
    }

    @Test
    void everyClassIsNamedByAnArticleAndShort() {
        assertThat(ContentClass.values())
                .hasSize(17)
                .allSatisfy(c -> {
                    assertThat(ContentClass.of(c.id())).isSameAs(c);
                    assertThat(c.article()).startsWith("第");
                    assertThat(c.label()).hasSizeLessThanOrEqualTo(15);
                    assertThat(c.words()).isNotBlank();
                })
                .extracting(ContentClass::label)
                .doesNotHaveDuplicates();
    }
}
