package org.disclosureledger.application.web.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form for one entry of a register, ready to be shown. */
public record EntryForm(List<Section> sections) {

    /** Questions that belong together. */
    public record Section(String legend, String hint, List<Field> fields) {}

    /**
     * One question.
     *
     * @param fixed whether it identifies a case that is already recorded, and so cannot be changed
     */
    public record Field(
            String id,
            String label,
            Input input,
            boolean required,
            boolean fixed,
            @Nullable String hint,
            String value,
            List<Group> groups) {}

    /** How a question is answered. */
    public enum Input {
        TEXT,
        MULTILINE,
        DATE,
        NUMBER,
        SELECT
    }

    /** Choices under a heading, which may be missing. */
    public record Group(@Nullable String label, List<Choice> choices) {}

    /** One choice of a list. */
    public record Choice(String id, String label) {}
}
