package org.disclosureledger.projections;

import java.time.Instant;
import org.disclosureledger.domain.DomainEvent;

/**
 * An event with its place in the ledger.
 *
 * @param number its gapless number in commit order, from 1
 * @param recordedAt when its commit was recorded; the same for all events of one commit, and later for each later one
 */
public record RecordedEvent(long number, Instant recordedAt, DomainEvent event) {}
