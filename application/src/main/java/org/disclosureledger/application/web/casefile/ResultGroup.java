package org.disclosureledger.application.web.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.application.request.OutcomeAdvice;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.request.Outcome;

/**
 * Results under the heading that they have in the form (一) to (六).
 *
 * @param remarks what has to be minded with several of them
 */
public record ResultGroup(String label, List<String> remarks, List<Result> results) {

    private static final Map<String, String> FIELDS = Map.of(
            "meansOfAccess", "获取信息的方式、途径、时间",
            "withheld", "没有公开的内容",
            "reasons", "理由",
            "otherOrganContact", "联系方式",
            "endReason", "终止的原因");

    /**
     * A result, and what to know before it is chosen.
     *
     * @param requires what the answer has to say
     * @param objections why it cannot be chosen now
     * @param remarks what has to be minded
     */
    public record Result(Outcome outcome, String requires, List<String> objections, List<String> remarks) {

        public String id() {
            return outcome.id();
        }
    }

    static List<ResultGroup> of(List<OutcomeAdvice> advice) {
        Map<String, List<OutcomeAdvice>> groups = new LinkedHashMap<>();
        advice.forEach(a -> groups.computeIfAbsent(a.outcome().group(), g -> new ArrayList<>())
                .add(a));
        List<ResultGroup> answer = new ArrayList<>();
        groups.forEach((label, members) -> answer.add(group(label, members)));
        return answer;
    }

    private static ResultGroup group(String label, List<OutcomeAdvice> members) {
        Map<String, Long> times = members.stream()
                .flatMap(a -> a.remarks().stream())
                .collect(Collectors.groupingBy(ResultGroup::sentence, LinkedHashMap::new, Collectors.counting()));
        List<String> shared = times.keySet().stream()
                .filter(r -> times.getOrDefault(r, 0L) > 1)
                .toList();
        return new ResultGroup(
                label, shared, members.stream().map(a -> result(a, shared)).toList());
    }

    /** One result with all that is to be known of it. */
    static Result alone(OutcomeAdvice advice) {
        return result(advice, List.of());
    }

    private static Result result(OutcomeAdvice advice, List<String> shared) {
        return new Result(
                advice.outcome(),
                advice.required().stream()
                        .map(f -> FIELDS.getOrDefault(f.fact(), f.sentence()))
                        .distinct()
                        .collect(Collectors.joining("、")),
                advice.objections().stream().map(ResultGroup::sentence).toList(),
                advice.remarks().stream()
                        .map(ResultGroup::sentence)
                        .filter(r -> !shared.contains(r))
                        .toList());
    }

    private static String sentence(Finding finding) {
        return finding.sentence() + "（" + finding.ground() + "）";
    }
}
