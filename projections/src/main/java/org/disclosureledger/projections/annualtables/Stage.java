package org.disclosureledger.projections.annualtables;

import java.time.LocalDate;
import org.disclosureledger.projections.annualtables.CountedCase.Stated;
import org.jspecify.annotations.Nullable;

/**
 * What came after a case was first concluded: a further instance of a remedy, or another answer to a request.
 *
 * @param opened null for an answer, which has no beginning of its own
 */
record Stage(
        @Nullable Stated<LocalDate> opened,
        @Nullable Stated<LocalDate> closed,
        @Nullable Stated<String> result) {

    boolean isClosed() {
        return closed != null && result != null;
    }
}
