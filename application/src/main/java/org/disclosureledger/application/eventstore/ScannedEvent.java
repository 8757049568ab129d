package org.disclosureledger.application.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger as somebody finds it who trusts nothing about it.
 *
 * @param stored null when a column does not hold what such a column must hold
 */
public record ScannedEvent(long number, @Nullable StoredEvent stored) {}
