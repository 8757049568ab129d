package org.disclosureledger.application.web.casefile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.request.OutcomeAdvice;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.request.DecisionPath;
import org.disclosureledger.domain.request.DecisionQuestion.Next.Conclude;
import org.disclosureledger.domain.request.EndReason;
import org.disclosureledger.domain.request.Outcome;
import org.jspecify.annotations.Nullable;

/** The result to which the questions led, with what an answer of this result says. */
public record GuidedAnswer(DecisionPath path, Conclude conclusion, OutcomeAdvice advice) {

    /** The field and the parameter that hold the path. */
    static final String PATH = "a";

    private static final String NUMERALS = "一二三四五六";

    private static final Set<Outcome> MAY_NAME_ANOTHER_ORGAN = EnumSet.of(
            Outcome.UNAVAILABLE_NOT_HELD, Outcome.REFUSED_ADMINISTRATIVE_QUERY, Outcome.NOT_PROCESSED_PETITION);

    /** Null when the path has not come to a result. */
    static @Nullable GuidedAnswer of(DecisionPath path, List<OutcomeAdvice> advice) {
        Conclude conclusion = path.conclusion();
        if (conclusion == null) {
            return null;
        }
        return new GuidedAnswer(
                path,
                conclusion,
                advice.stream()
                        .filter(a -> a.outcome() == conclusion.outcome())
                        .findFirst()
                        .orElseThrow());
    }

    /** Null when the form was not filled by questions, or holds another result than they led to. */
    static @Nullable GuidedAnswer of(Map<String, String> values, List<OutcomeAdvice> advice) {
        GuidedAnswer guided = of(DecisionPath.read(values.getOrDefault(PATH, "")), advice);
        return guided != null && guided.outcome().id().equals(values.get("outcome")) ? guided : null;
    }

    /** What the questions say for the fields of the form. */
    static Map<String, String> suggested(String code) {
        DecisionPath path = DecisionPath.read(code);
        Conclude conclusion = path.conclusion();
        Map<String, String> values = new LinkedHashMap<>();
        if (conclusion != null) {
            values.put(PATH, path.code());
            values.put("outcome", conclusion.outcome().id());
            values.put("ground", path.ground());
            values.put("reasons", path.reasons());
            EndReason ended = conclusion.endReason();
            if (ended != null) {
                values.put("endReason", ended.id());
            }
        }
        return values;
    }

    public Outcome outcome() {
        return conclusion.outcome();
    }

    /** The result with what it requires, and what speaks against it. */
    public ResultGroup.Result result() {
        return ResultGroup.alone(advice);
    }

    public LetterKind letter() {
        return LetterKind.answering(outcome());
    }

    /** Its row in table 三 of the form. */
    public String row() {
        List<Outcome> members = Arrays.stream(Outcome.values())
                .filter(o -> o.group().equals(outcome().group()))
                .toList();
        long groups = Arrays.stream(Outcome.values())
                .filter(o -> o.compareTo(outcome()) <= 0)
                .map(Outcome::group)
                .distinct()
                .count();
        String place = members.size() > 1 ? "第 " + (members.indexOf(outcome()) + 1) + " 目" : "";
        return "表三（" + NUMERALS.charAt((int) groups - 1) + "）" + place;
    }

    /** Whether the form of this answer has the field. */
    boolean tells(String field) {
        return switch (field) {
            case "on", "documentNumber", "ground", "reasons" -> true;
            case "meansOfAccess" -> advice.requires(field) || outcome() == Outcome.NOT_PROCESSED_PETITION;
            case "otherOrgan", "otherOrganContact" -> MAY_NAME_ANOTHER_ORGAN.contains(outcome());
            case "joinedInto" -> conclusion.endReason() == EndReason.JOINED;
            default -> advice.requires(field);
        };
    }
}
