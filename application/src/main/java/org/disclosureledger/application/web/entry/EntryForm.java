package org.disclosureledger.application.web.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form for one entry of a register, ready to be shown. */
public record EntryForm(List<Section> sections) {

    /** The first sections of the form. */
    public EntryForm first(int count) {
        return new EntryForm(sections.subList(0, count));
    }

    /** The last sections of the form. */
    public EntryForm last(int count) {
        return new EntryForm(sections.subList(sections.size() - count, sections.size()));
    }

    /** The question with this identifier, null when there is none. */
    public @Nullable Field find(String id) {
        return sections.stream()
                .flatMap(s -> s.fields().stream())
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Questions that belong together. */
    public record Section(String legend, String hint, List<Field> fields) {

        /** Whether any of them is answered. */
        public boolean isFilled() {
            return fields.stream().anyMatch(f -> !f.value().isEmpty());
        }
    }

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
        /** A day that is typed, in any of the forms in which people write it. */
        TYPED_DATE,
        NUMBER,
        SELECT,
        /** A few choices, all of them in sight. */
        RADIO
    }

    /** Choices under a heading, which may be missing. */
    public record Group(@Nullable String label, List<Choice> choices) {}

    /** One choice of a list. */
    public record Choice(String id, String label) {}
}
