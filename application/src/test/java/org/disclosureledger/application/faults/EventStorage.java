package org.disclosureledger.application.faults;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store of events as the skipped-event test drives it: the product's, the stock one, or one with a planted defect. */
interface EventStorage {

    /** Records events within the transaction that is running. */
    void append(List<UUID> events, Instant timestamp);

    /** Records and commits events in a way of the store's own; false when it has none. */
    default boolean appendAtOnce(List<UUID> events, Instant timestamp) {
        return false;
    }

    /** What follows a token; from the beginning when there is none. */
    List<Read> after(@Nullable String token, int limit);

    /** All that is there, by plain SQL, in the order of the numbers. */
    List<Numbered> scan();

    /** An event as a reader gets it, with the token that the reader goes on from. */
    record Read(UUID event, String token) {}

    /** An event as it lies in the table. */
    record Numbered(long number, UUID event) {}
}
