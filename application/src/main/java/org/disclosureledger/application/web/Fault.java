package org.disclosureledger.application.web;

import java.util.Collection;
import java.util.List;
import org.disclosureledger.domain.register.Finding;
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

    /** What rules say of fields that the form has under the same names. */
    public static List<Fault> of(Collection<Finding> findings) {
        return findings.stream()
                .map(f -> new Fault(f.fact(), f.sentence(), f.rule()))
                .distinct()
                .toList();
    }

    /** What a rule says, with the article that it rests on. */
    public static String withGround(Finding finding) {
        String ground = finding.ground();
        return finding.sentence() + (ground.startsWith("《") || ground.startsWith("国办") ? "（" + ground + "）" : "");
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
