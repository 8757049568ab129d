package org.disclosureledger.projections.register;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a register a list shows: those that everything here is true of.
 *
 * @param number part of the number, null for any
 * @param words each of them is part of something in the row that is no personal data, whatever its width and case
 * @param cases the only cases that may be listed, null for all
 */
public record RegisterFilter(
        @Nullable String number,
        List<String> words,
        List<RegisterCondition> conditions,
        @Nullable Collection<String> cases) {

    public static final RegisterFilter ALL = new RegisterFilter(null, List.of(), List.of(), null);

    /** Whether a case that it shows is shown whatever happens to the case: a number stays. */
    public boolean isLasting() {
        return words.isEmpty() && conditions.isEmpty();
    }

    public RegisterFilter among(Collection<String> only) {
        return new RegisterFilter(number, words, conditions, only);
    }
}
