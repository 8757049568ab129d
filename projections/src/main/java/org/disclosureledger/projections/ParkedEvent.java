package org.disclosureledger.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projector has not handled yet although it has read on.
 *
 * @param number its number in the ledger
 * @param type its name in the ledger
 * @param error why it could not be handled, without anything of its content; null when it only waits for an earlier event
 *     of the same aggregate
 * @param parkedAt instant since which it waits
 * @param attempts how often it was tried, 0 when it only waits
 */
public record ParkedEvent(
        String projector,
        long number,
        String organ,
        String aggregateType,
        String aggregateId,
        String type,
        @Nullable String error,
        Instant parkedAt,
        int attempts) {}
