package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that a figure counts.
 *
 * @param number its number in the register that it stands in
 * @param quantity what it adds to the figure: 1, or the amount of a tally
 * @param events numbers of the events that put it there
 */
public record CellCase(
        String caseId, @Nullable String register, @Nullable String number, BigDecimal quantity, List<Long> events) {}
