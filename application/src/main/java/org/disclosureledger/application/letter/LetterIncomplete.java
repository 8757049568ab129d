package org.disclosureledger.application.letter;

import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.domain.letter.LetterKind;

/** A letter cannot be written yet, because something that it must say is not known. */
public final class LetterIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LetterKind kind;
    private final List<LetterField> missing;

    LetterIncomplete(LetterKind kind, List<LetterField> missing) {
        super("不能出具" + kind.label() + "，还缺："
                + missing.stream().map(LetterField::id).collect(Collectors.joining("、")));
        this.kind = kind;
        this.missing = List.copyOf(missing);
    }

    public LetterKind kind() {
        return kind;
    }

    /** At least one, in the order of the enumeration. */
    public List<LetterField> missing() {
        return missing;
    }
}
