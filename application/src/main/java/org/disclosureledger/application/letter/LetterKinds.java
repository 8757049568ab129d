package org.disclosureledger.application.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.request.Outcome;

/** Sets of letters, and how an office would say them. */
final class LetterKinds {

    static final Set<LetterKind> ALL = where(kind -> true);
    static final Set<LetterKind> ANSWERS = where(LetterKind::isAnswer);
    static final Set<LetterKind> CONSULTATIONS =
            EnumSet.of(LetterKind.THIRD_PARTY_CONSULTATION, LetterKind.ORGAN_CONSULTATION);
    static final Set<LetterKind> TO_APPLICANT = where(kind -> !CONSULTATIONS.contains(kind));

    private LetterKinds() {}

    static Set<LetterKind> none() {
        return EnumSet.noneOf(LetterKind.class);
    }

    static Set<LetterKind> only(LetterKind first, LetterKind... others) {
        return EnumSet.of(first, others);
    }

    static Set<LetterKind> answersWithout(Outcome outcome) {
        return where(kind -> kind.isAnswer() && kind.outcome() != outcome);
    }

    static Set<LetterKind> and(Set<LetterKind> kinds, LetterKind... others) {
        Set<LetterKind> both = EnumSet.copyOf(kinds);
        Collections.addAll(both, others);
        return both;
    }

    private static Set<LetterKind> where(Predicate<LetterKind> wanted) {
        Set<LetterKind> kinds = none();
        Arrays.stream(LetterKind.values()).filter(wanted).forEach(kinds::add);
        return kinds;
    }

    /** For example “登记回执、全部答复告知书”. */
    static String words(Set<LetterKind> kinds) {
        if (kinds.containsAll(ALL)) {
            return "全部文书";
        }
        if (kinds.equals(TO_APPLICANT)) {
            return "给申请人的全部文书";
        }
        List<String> words = new ArrayList<>();
        kinds.stream().filter(kind -> !kind.isAnswer()).forEach(kind -> words.add(kind.label()));
        Set<LetterKind> missing = EnumSet.copyOf(ANSWERS);
        missing.removeAll(kinds);
        if (missing.isEmpty()) {
            words.add("全部答复告知书");
        } else if (missing.size() == 1) {
            words.add("除" + missing.iterator().next().label() + "以外的答复告知书");
        } else {
            kinds.stream().filter(LetterKind::isAnswer).forEach(kind -> words.add(kind.label()));
        }
        return String.join("、", words);
    }
}
