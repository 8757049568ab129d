package org.disclosureledger.domain.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.request.DecisionQuestion.Found;
import org.disclosureledger.domain.request.DecisionQuestion.Next;
import org.disclosureledger.domain.request.DecisionQuestion.Next.Ask;
import org.disclosureledger.domain.request.DecisionQuestion.Next.Conclude;
import org.disclosureledger.domain.request.DecisionQuestion.Option;
import org.jspecify.annotations.Nullable;

/** What has been said to the {@link DecisionQuestions} so far, from the first on. */
public record DecisionPath(List<Taken> taken) {

    public static final DecisionPath NONE = new DecisionPath(List.of());

    /** A question with what was said to it. */
    public record Taken(DecisionQuestion question, Option option) {}

    public DecisionPath {
        taken = List.copyOf(taken);
    }

    /** The path that {@link #code} wrote, up to the first letter that says nothing. */
    public static DecisionPath read(String code) {
        DecisionPath path = NONE;
        for (int i = 0; i < code.length(); i++) {
            DecisionQuestion question = path.next();
            int place = code.charAt(i) - 'a';
            if (question == null || place < 0 || place >= question.options().size()) {
                break;
            }
            path = path.plus(question, question.options().get(place));
        }
        return path;
    }

    /** One letter for each question: the place of what was said among its options. */
    public String code() {
        return taken.stream()
                .map(t -> String.valueOf((char) ('a' + t.question().options().indexOf(t.option()))))
                .collect(Collectors.joining());
    }

    /** The question that comes now, null when the path has come to a result. */
    public @Nullable DecisionQuestion next() {
        if (taken.isEmpty()) {
            return DecisionQuestions.first();
        }
        return last() instanceof Ask ask ? DecisionQuestions.get(ask.question()) : null;
    }

    /** The result, null while a question is left. */
    public @Nullable Conclude conclusion() {
        return !taken.isEmpty() && last() instanceof Conclude conclusion ? conclusion : null;
    }

    private Next last() {
        return taken.get(taken.size() - 1).option().next();
    }

    private DecisionPath plus(DecisionQuestion question, Option option) {
        List<Taken> longer = new ArrayList<>(taken);
        longer.add(new Taken(question, option));
        return new DecisionPath(longer);
    }

    /**
     * Says something, for the first time or instead of what was said; what was said to later questions is kept where they
     * are still asked.
     *
     * @param place of the question on the path, from 0 to the number of those answered
     */
    public DecisionPath saying(int place, Option option) {
        Map<DecisionQuestion, Option> before = new LinkedHashMap<>();
        taken.forEach(t -> before.put(t.question(), t.option()));
        DecisionPath path = new DecisionPath(taken.subList(0, place));
        DecisionQuestion question = path.next();
        Option said = option;
        while (question != null && said != null) {
            path = path.plus(question, said);
            question = path.next();
            said = question == null ? null : before.get(question);
        }
        return path;
    }

    /** Passes over the questions that the record of the case has answered and that lead on; no result comes of itself. */
    public DecisionPath onward(Course course, LocalDate today, WorkingDays workingDays) {
        DecisionPath path = this;
        for (DecisionQuestion question = path.next(); question != null; question = path.next()) {
            DecisionIndication known = DecisionIndication.of(question, course, today, workingDays);
            Option option = known == null ? null : known.settled();
            if (option == null) {
                break;
            }
            path = path.plus(question, option);
        }
        return path;
    }

    /** The articles on which the result rests, with the name of the Regulation; a notice as it is. */
    public String ground() {
        return DecisionQuestions.ground(found().map(Found::article).distinct().toList());
    }

    /** What was found, sentence by sentence, as an answer can say it. */
    public String reasons() {
        return found().map(Found::reason).collect(Collectors.joining());
    }

    private Stream<Found> found() {
        return taken.stream().map(t -> t.option().found()).filter(Objects::nonNull);
    }
}
