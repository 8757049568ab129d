package org.disclosureledger.application.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to put right on a form.
 *
 * @param field identifier of the field, which is also the anchor that the error summary leads to
 * @param rule the rule that objects, null when the form itself does
 */
public record Fault(String field, String sentence, @Nullable String rule) {

    /** The field by which somebody confirms an entry that changes a published year. */
    public static final String CONFIRMED = "confirmed";

    public Fault(String field, String sentence) {
        this(field, sentence, null);
    }

    /** The sentences about one field, null when there are none; templates call it. */
    public static @Nullable String of(List<Fault> faults, String field) {
        List<String> sentences = faults.stream()
                .filter(f -> f.field().equals(field))
                .map(Fault::sentence)
                .distinct()
                .toList();
        return sentences.isEmpty() ? null : String.join("；", sentences);
    }
}
