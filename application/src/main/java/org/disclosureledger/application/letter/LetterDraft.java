package org.disclosureledger.application.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.letter.LetterKind;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it is issued.
 *
 * @param number of the event that it tells of
 * @param letterNumber proposed, not used in the case
 * @param fields all that the letter can say, in the order of the enumeration
 */
public record LetterDraft(LetterKind kind, long number, String letterNumber, LocalDate on, List<Line> fields) {

    /**
     * One field.
     *
     * @param written whether the writer may put it into words; otherwise it is taken from the record
     * @param value what the record says, null when it says nothing
     */
    public record Line(
            LetterField field,
            boolean required,
            boolean written,
            @Nullable String value) {}

    static LetterDraft of(
            LetterOccasion occasion, String letterNumber, LocalDate on, Map<LetterField, String> recorded) {
        return new LetterDraft(
                occasion.kind(),
                occasion.number(),
                letterNumber,
                on,
                LetterField.usableIn(occasion.kind()).stream()
                        .map(f -> new Line(
                                f, f.isRequiredIn(occasion.kind()), LetterRecord.isWritten(f), recorded.get(f)))
                        .toList());
    }
}
