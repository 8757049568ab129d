package org.disclosureledger.domain.letter;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.domain.request.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a letter has to say of the ways to contest it, by its kind and date.
 *
 * <p>Answers can be contested by reconsideration within 60 days (行政复议法 art. 20 as revised in 2023, art. 9 before), or
 * by a lawsuit within six months (行政诉讼法 art. 46). Since the revision came into force on 2024-01-01, refusals under
 * art. 14 to 16 of the Regulation need the reconsideration first, and the letter has to say so (art. 23); the lawsuit
 * then follows within 15 days (行政诉讼法 art. 45). Answers in part keep the choice: docs/tables.md says why. Letters of the
 * procedure decide nothing that could be contested by itself, and say nothing.
 */
public final class RemedyNotice {

    private static final LocalDate REVISION_IN_FORCE = LocalDate.of(2024, 1, 1);

    private static final Set<Outcome> RECONSIDERATION_FIRST = EnumSet.of(
            Outcome.REFUSED_STATE_SECRET,
            Outcome.REFUSED_OTHER_LAW_PROHIBITS,
            Outcome.REFUSED_THREE_SECURITIES_ONE_STABILITY,
            Outcome.REFUSED_THIRD_PARTY_RIGHTS,
            Outcome.REFUSED_INTERNAL_AFFAIRS,
            Outcome.REFUSED_PROCESS_INFORMATION,
            Outcome.REFUSED_LAW_ENFORCEMENT_FILE);

    private RemedyNotice() {}

    /**
     * Whether a lawsuit about this answer is possible only after a reconsideration.
     *
     * @param issuedOn date of the answer
     */
    public static boolean needsReconsiderationFirst(LetterKind kind, LocalDate issuedOn) {
        Outcome outcome = kind.outcome();
        return outcome != null && RECONSIDERATION_FIRST.contains(outcome) && !issuedOn.isBefore(REVISION_IN_FORCE);
    }

    /**
     * @param issuedOn date of the letter
     * @param reconsiderationOrgan name of whoever decides reconsiderations; null when it is not to be named
     * @param court name of the court; null when it is not to be named
     * @return one paragraph; empty for letters that cannot be contested by themselves
     */
    public static Optional<String> of(
            LetterKind kind, LocalDate issuedOn, @Nullable String reconsiderationOrgan, @Nullable String court) {
        if (!kind.isAnswer()) {
            return Optional.empty();
        }
        String organ = named(reconsiderationOrgan, "行政复议机关");
        String bench = named(court, "有管辖权的人民法院");
        if (needsReconsiderationFirst(kind, issuedOn)) {
            return Optional.of("如对本告知书不服，根据《中华人民共和国行政复议法》第二十条、第二十三条的规定，应当先自收到本告知书之日起60日内向" + organ
                    + "申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内，根据《中华人民共和国行政诉讼法》第四十五条的规定向" + bench + "提起行政诉讼。");
        }
        String article = issuedOn.isBefore(REVISION_IN_FORCE) ? "第九条" : "第二十条";
        return Optional.of("如对本告知书不服，可以自收到本告知书之日起60日内，根据《中华人民共和国行政复议法》" + article + "的规定向" + organ
                + "申请行政复议；也可以自收到本告知书之日起6个月内，根据《中华人民共和国行政诉讼法》第四十六条的规定向" + bench + "提起行政诉讼。");
    }

    private static String named(@Nullable String name, String otherwise) {
        return name == null || name.isBlank() ? otherwise : name.strip();
    }
}
