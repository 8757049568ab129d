package org.disclosureledger.application.letter;

import java.util.Map;
import java.util.Optional;
import org.disclosureledger.domain.letter.LetterKind;

/** Guesses which field somebody meant who wrote the name of none. */
final class FieldNames {

    /** What offices are used to call some of them. */
    private static final Map<String, LetterField> ALSO_CALLED = Map.ofEntries(
            Map.entry("单位名称", LetterField.ORGAN_NAME),
            Map.entry("发文字号", LetterField.LETTER_NUMBER),
            Map.entry("受理编号", LetterField.REGISTRATION_NUMBER),
            Map.entry("申请编号", LetterField.REGISTRATION_NUMBER),
            Map.entry("姓名", LetterField.APPLICANT),
            Map.entry("申请人姓名", LetterField.APPLICANT),
            Map.entry("申请日期", LetterField.RECEIVED_ON),
            Map.entry("申请事项", LetterField.REQUEST_CONTENT),
            Map.entry("缴费金额", LetterField.AMOUNT_DUE),
            Map.entry("法律依据", LetterField.GROUND),
            Map.entry("救济途径", LetterField.REMEDIES),
            Map.entry("联系电话", LetterField.ORGAN_CONTACT),
            Map.entry("日期", LetterField.ISSUED_ON),
            Map.entry("落款日期", LetterField.ISSUED_ON));

    private FieldNames() {}

    /** One that this letter can have and whose name differs in not more than half of its characters. */
    static Optional<LetterField> nearest(String name, LetterKind kind) {
        LetterField nearest = null;
        int least = Integer.MAX_VALUE;
        for (LetterField field : LetterField.usableIn(kind)) {
            int distance = distance(name, field);
            if (distance < least) {
                least = distance;
                nearest = field;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int distance(String name, LetterField field) {
        int least = near(name, field.id());
        for (Map.Entry<String, LetterField> other : ALSO_CALLED.entrySet()) {
            if (other.getValue() == field) {
                least = Math.min(least, near(name, other.getKey()));
            }
        }
        return least;
    }

    private static int near(String name, String known) {
        int longer = Math.max(name.length(), known.length());
        // A long name is certainly no slip, and comparing it would take long.
        int distance = longer > 2 * known.length() ? longer : edits(name, known);
        return distance <= Math.max(1, longer / 2) ? distance : Integer.MAX_VALUE;
    }

    /** How many characters have to be put in, taken out or replaced (Levenshtein). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
