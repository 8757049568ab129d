package org.disclosureledger.application.letter;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.disclosureledger.domain.letter.LetterKind;
import org.disclosureledger.domain.letter.RemedyNotice;
import org.disclosureledger.domain.request.Outcome;

/** Invented values for a whole letter: to try a template before it is accepted, and to show what comes out of it. */
final class LetterExamples {

    private static final LocalDate ISSUED_ON = LocalDate.of(2025, 3, 20);

    private LetterExamples() {}

    static Map<LetterField, String> of(LetterKind kind) {
        Map<LetterField, String> values = new EnumMap<>(LetterField.class);
        LetterField.usableIn(kind).forEach(field -> values.put(field, field.example()));
        Outcome outcome = kind.outcome();
        if (outcome != null) {
            values.put(LetterField.RESULT, outcome.group() + "（" + outcome.label() + "）");
            values.put(LetterField.GROUND, LetterRecord.ground(outcome));
            RemedyNotice.of(kind, ISSUED_ON, null, null).ifPresent(text -> values.put(LetterField.REMEDIES, text));
        }
        return values;
    }
}
