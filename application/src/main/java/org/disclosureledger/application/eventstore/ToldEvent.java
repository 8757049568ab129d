package org.disclosureledger.application.eventstore;

import java.time.Instant;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the ledger tells about its case, as somebody finds it who trusts nothing about it.
 *
 * @param telling null when a column does not hold what such a column must hold
 */
public record ToldEvent(long number, @Nullable Telling telling) {

    /**
     * The columns that hold.
     *
     * @param sequence its place within its aggregate, from 0
     */
    public record Telling(
            String aggregateId, long sequence, String type, int revision, Instant recordedAt, String payload) {

        /** @throws UnreadableEvent when name or revision are unknown, or the payload is not what they promise */
        public RecordedEvent recorded(long number) {
            return new RecordedEvent(
                    number, recordedAt, EventCatalogue.current().read(type, revision, payload));
        }
    }
}
