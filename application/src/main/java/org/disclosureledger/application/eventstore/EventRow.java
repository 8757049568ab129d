package org.disclosureledger.application.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is stored, column by column, without the place in the chain that follows from them.
 *
 * @param sequence its place within its aggregate, from 0
 * @param recordedAt instant of its commit, in whole microseconds
 * @param payload the event as canonical JSON, personal data as ciphertext
 * @param metadata who recorded it, and from which file and row, as canonical JSON
 */
public record EventRow(
        long number,
        UUID eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String organ,
        String type,
        int revision,
        Instant recordedAt,
        String payload,
        String metadata,
        HashAlgorithm algorithm) {

    static EventRow of(NewEvent e, long number, Instant recordedAt, HashAlgorithm algorithm) {
        EventName name = EventNames.of(e.event());
        return new EventRow(
                number,
                e.eventId(),
                e.aggregateType(),
                e.aggregateId(),
                e.sequence(),
                e.event().organ().value(),
                name.name(),
                name.revision(),
                recordedAt,
                EventJson.write(e.event()),
                EventJson.writeMetadata(e.metadata()),
                algorithm);
    }
}
