package org.disclosureledger.projections.annualtables;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much a measure amounts to in one year, for one breakdown: what every cell of a form is made from, however the
 * entries were kept.
 */
record MeasuredSum(String measure, @Nullable String breakdown, long cases, BigDecimal quantity) {}
