package org.disclosureledger.projections.register;

import java.util.List;
import org.disclosureledger.domain.register.Fact;
import org.jspecify.annotations.Nullable;

/**
 * In which order a list shows its rows. Rows that are equal in it, and those that do not state the fact after all others,
 * come as they were recorded, latest first.
 *
 * @param by null for the order of the record
 * @param codes for a fact that is a code, all of them in their order
 */
public record RegisterOrder(@Nullable Fact by, boolean descending, List<String> codes) {

    public static final RegisterOrder RECORDED = new RegisterOrder(null, false, List.of());
}
