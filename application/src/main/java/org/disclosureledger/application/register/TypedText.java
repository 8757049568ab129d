package org.disclosureledger.application.register;

import java.util.Optional;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/** Text that is typed outside the registers: brought to the same form, and held to the same limits. */
public final class TypedText {

    private TypedText() {}

    /** The text as it is recorded; null when it says nothing. */
    public static @Nullable String of(@Nullable String text) {
        return text == null || Text.isEmpty(text) ? null : Text.canonical(text);
    }

    /** Full-width digits, letters and signs as their ASCII counterparts; for matching only. */
    public static String halfWidth(String text) {
        return Text.halfWidth(text);
    }

    /**
     * What keeps a text from being recorded.
     *
     * @param longest in characters
     */
    public static Optional<Finding> objection(String field, String text, int longest) {
        if (Text.hasControlCharacter(text)) {
            return Optional.of(FileRule.CONTROL_CHARACTER.onField(field));
        }
        return text.codePointCount(0, text.length()) > longest
                ? Optional.of(FileRule.TOO_LONG.onField(field, longest))
                : Optional.empty();
    }
}
