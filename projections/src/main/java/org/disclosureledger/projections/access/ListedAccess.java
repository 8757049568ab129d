package org.disclosureledger.projections.access;

import org.jspecify.annotations.Nullable;

/**
 * A row with the number under which its case is known.
 *
 * @param caseNumber null when it is about no case of a register
 */
public record ListedAccess(AccessRow row, @Nullable String caseNumber) {}
