package org.disclosureledger.application.letter;

import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.letter.LetterKind;
import org.springframework.stereotype.Component;

/** Writes letters: the template in force, filled with the facts of a request. */
@Component
public class Letters {

    private final LetterTemplates templates;

    public Letters(LetterTemplates templates) {
        this.templates = templates;
    }

    /**
     * @param organ its code
     * @param values as they are to be printed, dates in words; what this letter has no use for is left out
     * @return a Word document; the same template and values give the same bytes
     * @throws LetterIncomplete when something that this letter must say has no value
     * @throws TemplateRefused when the template was accepted by an earlier version of the product and is none any more
     */
    public byte[] render(String organ, LetterKind kind, Map<LetterField, String> values) {
        List<LetterField> missing = LetterField.requiredIn(kind).stream()
                .filter(field -> values.getOrDefault(field, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new LetterIncomplete(kind, missing);
        }
        return LetterMerge.merge(templates.content(organ, kind), kind, values);
    }

    /** The letter as it comes out with invented values. */
    public byte[] preview(String organ, LetterKind kind) {
        return render(organ, kind, LetterExamples.of(kind));
    }
}
