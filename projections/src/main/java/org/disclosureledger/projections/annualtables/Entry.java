package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a case counts under a measure in every year of a span.
 *
 * @param breakdown the applicant kind, null where the form does not divide
 * @param quantity 1 for a case, the amount for a tally
 * @param relatedCase the request that a remedy is about
 * @param events numbers of the events that put it there
 * @param under mark of the only choice under which it counts, null when it counts under every one
 */
record Entry(
        String measure,
        @Nullable String breakdown,
        int firstYear,
        int lastYear,
        BigDecimal quantity,
        @Nullable String relatedCase,
        List<Long> events,
        @Nullable String under) {

    /** One that counts whatever the organ chose. */
    Entry(
            String measure,
            @Nullable String breakdown,
            int firstYear,
            int lastYear,
            BigDecimal quantity,
            @Nullable String relatedCase,
            List<Long> events) {
        this(measure, breakdown, firstYear, lastYear, quantity, relatedCase, events, null);
    }

    /** The same, counting under one choice only. */
    Entry under(AppliedRule choice) {
        return new Entry(measure, breakdown, firstYear, lastYear, quantity, relatedCase, events, choice.mark());
    }

    /** The last year of what has no end yet. */
    static final int OPEN = 9999;
}
