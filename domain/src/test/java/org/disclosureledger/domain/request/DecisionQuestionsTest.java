package org.disclosureledger.domain.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.disclosureledger.domain.request.DecisionQuestion.Next.Ask;
import org.disclosureledger.domain.request.DecisionQuestion.Next.Conclude;
import org.disclosureledger.domain.request.DecisionQuestion.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The questions as a whole: every way through them ends in one result, and every result has its ways. */
class DecisionQuestionsTest {

    private static final Pattern ARTICLE = Pattern.compile("第[一二三四五六七八九十]+条|国办[^〔]*〔\\d{4}〕\\d+号");

    /** Every way from the first question to a result. */
    private static List<DecisionPath> ways() {
        List<DecisionPath> ways = new ArrayList<>();
        follow(DecisionPath.NONE, ways);
        return ways;
    }

    private static void follow(DecisionPath path, List<DecisionPath> ways) {
        DecisionQuestion question = path.next();
        if (question == null) {
            ways.add(path);
            return;
        }
        assertThat(path.taken()).hasSizeLessThan(DecisionQuestions.all().size());
        question.options().forEach(option -> follow(path.saying(path.taken().size(), option), ways));
    }

    private static Conclude end(DecisionPath way) {
        Conclude end = way.conclusion();
        assertThat(end).as(way.code()).isNotNull();
        return Objects.requireNonNull(end);
    }

    /** What the tree is, leaf by leaf: a changed leaf is a changed reading of the law and has to be meant. */
    @Test
    void everyResultIsReachedByItsDocumentedWays() {
        TreeMap<Outcome, List<String>> ways = new TreeMap<>();
        ways().forEach(way ->
                ways.computeIfAbsent(end(way).outcome(), o -> new ArrayList<>()).add(way.code()));

        StringBuilder text = new StringBuilder();
        ways.forEach((outcome, codes) -> text.append(outcome.id())
                .append(' ')
                .append(String.join(" ", codes))
                .append('\n'));
        assertThat(text).hasToString("""
                granted aaaaaaaaaa aaaaaaaaba aaaaaab
                partiallyGranted aaaaaaaaaba aaaaaaaaaca aaaaaaaaada aaaaaaaaae aaaaaaaabba aaaaaaaabca aaaaaaaabda aaaaaaaabe aaaaaaaaca aaaaaaaba aaaaaaaca aaaaaaada
                refused.stateSecret aaaaaaabb
                refused.otherLawProhibits aaaaaaacb
                refused.threeSecuritiesOneStability aaaaaaadb
                refused.thirdPartyRights aaaaaaaacb
                refused.internalAffairs aaaaaaaaabb aaaaaaaabbb
                refused.processInformation aaaaaaaaacb aaaaaaaabcb
                refused.lawEnforcementFile aaaaaaaaadb aaaaaaaabdb
                refused.administrativeQuery aaaaaac
                unavailable.notHeld aaaaab aaaaac
                unavailable.needsCreation aaaaad
                unavailable.stillUnclear aaab
                notProcessed.petition ab
                notProcessed.repeated aab
                notProcessed.publications ac
                notProcessed.excessive aac
                notProcessed.reissue ad
                other.correctionOverdue aaac
                other.feeUnpaid aaaab
                other.other ae b c d e
                """);
    }

    @ParameterizedTest
    @EnumSource
    void everyResultHasAWay(Outcome outcome) {
        assertThat(ways()).anyMatch(way -> end(way).outcome() == outcome);
    }

    /** The same order on every way: no option leads back, so no way is endless. */
    @Test
    void everyOptionLeadsToALaterQuestion() {
        List<DecisionQuestion> all = DecisionQuestions.all();
        all.forEach(question -> question.options().forEach(option -> {
            if (option.next() instanceof Ask ask) {
                DecisionQuestion next = DecisionQuestions.get(ask.question());
                assertThat(all.indexOf(next)).as(next.id()).isGreaterThan(all.indexOf(question));
                assertThat(next.stage()).isGreaterThanOrEqualTo(question.stage());
            }
        }));
    }

    @Test
    void everyQuestionIsAskedOnSomeWayAndOnceAtMost() {
        Set<DecisionQuestion> asked = new HashSet<>();
        ways().forEach(way -> {
            List<DecisionQuestion> questions =
                    way.taken().stream().map(DecisionPath.Taken::question).toList();
            assertThat(questions).doesNotHaveDuplicates();
            asked.addAll(questions);
        });
        assertThat(asked).containsExactlyInAnyOrderElementsOf(DecisionQuestions.all());
    }

    @Test
    void questionsAreToldApartAndNameTheirGround() {
        assertThat(DecisionQuestions.all()).extracting(DecisionQuestion::id).doesNotHaveDuplicates();
        assertThat(DecisionQuestions.all()).allSatisfy(question -> {
            assertThat(question.words()).endsWith("？");
            assertThat(question.ground()).matches("《[^》]+》第.*|国办.*");
            assertThat(question.explanation()).isNotEmpty().allMatch(s -> s.endsWith("。"));
            assertThat(question.options()).hasSizeGreaterThan(1);
            assertThat(question.options()).extracting(Option::words).doesNotHaveDuplicates();
        });
    }

    /** What a way found is what the form says that its result rests on. */
    @Test
    void everyWayFindsTheGroundOfItsResult() {
        assertThat(ways()).allSatisfy(way -> {
            Outcome outcome = end(way).outcome();
            List<String> grounds = ARTICLE.matcher(outcome.ground())
                    .results()
                    .map(r -> r.group())
                    .toList();
            assertThat(way.ground()).as(way.code()).contains(grounds.get(0)).matches("《政府信息公开条例》第.*|国办.*");
            assertThat(way.reasons()).as(way.code()).isNotBlank().endsWith("。");
        });
    }

    /** Art. 37 counts as nothing else; what was to be kept back is still named. */
    @Test
    void partOfItRestsOnWhatIsKeptBackToo() {
        assertThat(DecisionPath.read("aaaaaaaaca").ground()).isEqualTo("《政府信息公开条例》第十五条、第三十二条、第三十七条");
        assertThat(DecisionPath.read("aaaaaaaacb").ground()).isEqualTo("《政府信息公开条例》第十五条、第三十二条");
        assertThat(DecisionPath.read("aaaaac").ground()).isEqualTo("《政府信息公开条例》第三十六条第四项");
        assertThat(DecisionPath.read("b").ground()).isEqualTo("国办公开办函〔2021〕30号");
    }

    @Test
    void onlyTheRestSaysWhyItEnded() {
        EnumSet<EndReason> reasons = EnumSet.noneOf(EndReason.class);
        ways().forEach(way -> {
            EndReason reason = end(way).endReason();
            assertThat(reason != null).as(way.code()).isEqualTo(end(way).outcome() == Outcome.OTHER_OTHER);
            if (reason != null) {
                reasons.add(reason);
            }
        });
        assertThat(reasons).containsExactlyInAnyOrder(EndReason.values());
    }
}
