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
 */
record Entry(
        String measure,
        @Nullable String breakdown,
        int firstYear,
        int lastYear,
        BigDecimal quantity,
        @Nullable String relatedCase,
        List<Long> events) {

    /** The last year of what has no end yet. */
    static final int OPEN = 9999;
}
