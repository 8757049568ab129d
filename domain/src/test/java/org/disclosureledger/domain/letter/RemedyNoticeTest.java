package org.disclosureledger.domain.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.disclosureledger.domain.request.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RemedyNoticeTest {

    private static final LocalDate LAST_DAY_BEFORE = LocalDate.of(2023, 12, 31);
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private static final String CHOICE_BEFORE = "如对本告知书不服，可以自收到本告知书之日起60日内，根据《中华人民共和国行政复议法》第九条的规定向行政复议机关申请行政复议；"
            + "也可以自收到本告知书之日起6个月内，根据《中华人民共和国行政诉讼法》第四十六条的规定向有管辖权的人民法院提起行政诉讼。";
    private static final String CHOICE = CHOICE_BEFORE.replace("第九条", "第二十条");
    private static final String RECONSIDERATION_FIRST =
            "如对本告知书不服，根据《中华人民共和国行政复议法》第二十条、第二十三条的规定，应当先自收到本告知书之日起60日内向行政复议机关申请行政复议；"
                    + "对行政复议决定不服的，可以自收到行政复议决定书之日起15日内，根据《中华人民共和国行政诉讼法》第四十五条的规定向有管辖权的人民法院提起行政诉讼。";

    /** Each of the 21 results before and since the revised law is in force. */
    @ParameterizedTest
    @CsvSource({
        "granted, choice",
        "partiallyGranted, choice",
        "refused.stateSecret, first",
        "refused.otherLawProhibits, first",
        "refused.threeSecuritiesOneStability, first",
        "refused.thirdPartyRights, first",
        "refused.internalAffairs, first",
        "refused.processInformation, first",
        "refused.lawEnforcementFile, first",
        "refused.administrativeQuery, choice",
        "unavailable.notHeld, choice",
        "unavailable.needsCreation, choice",
        "unavailable.stillUnclear, choice",
        "notProcessed.petition, choice",
        "notProcessed.repeated, choice",
        "notProcessed.publications, choice",
        "notProcessed.excessive, choice",
        "notProcessed.reissue, choice",
        "other.correctionOverdue, choice",
        "other.feeUnpaid, choice",
        "other.other, choice"
    })
    void answerTellsTheRemediesOfItsResultAndDate(String outcome, String since2024) {
        LetterKind answer = LetterKind.answering(Outcome.of(outcome));
        boolean first = since2024.equals("first");

        assertThat(RemedyNotice.of(answer, LAST_DAY_BEFORE, null, null)).contains(CHOICE_BEFORE);
        assertThat(RemedyNotice.of(answer, FIRST_DAY, null, null)).contains(first ? RECONSIDERATION_FIRST : CHOICE);
        assertThat(RemedyNotice.needsReconsiderationFirst(answer, LAST_DAY_BEFORE))
                .isFalse();
        assertThat(RemedyNotice.needsReconsiderationFirst(answer, FIRST_DAY)).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void letterOfTheProcedureTellsNone(LetterKind kind) {
        if (!kind.isAnswer()) {
            assertThat(RemedyNotice.of(kind, LAST_DAY_BEFORE, "县人民政府", "县人民法院")).isEmpty();
            assertThat(RemedyNotice.of(kind, FIRST_DAY, "县人民政府", "县人民法院")).isEmpty();
            assertThat(RemedyNotice.needsReconsiderationFirst(kind, FIRST_DAY)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"granted", "refused.stateSecret"})
    void organAndCourtAreNamedWhenTheyAreGiven(String outcome) {
        LetterKind answer = LetterKind.answering(Outcome.of(outcome));

        assertThat(RemedyNotice.of(answer, FIRST_DAY, " 清河县人民政府 ", "清河县人民法院").orElseThrow())
                .contains("向清河县人民政府申请行政复议", "向清河县人民法院提起行政诉讼");
        assertThat(RemedyNotice.of(answer, FIRST_DAY, " ", ""))
                .isEqualTo(RemedyNotice.of(answer, FIRST_DAY, null, null));
    }
}
