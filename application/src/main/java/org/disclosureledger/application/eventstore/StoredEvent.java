package org.disclosureledger.application.eventstore;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.projections.RecordedEvent;

/**
 * An event as it lies in the ledger.
 *
 * @param sequence its place within its aggregate, from 0
 * @param metadata who recorded it, and from which file and row
 */
public record StoredEvent(
        long number,
        UUID eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        Instant recordedAt,
        DomainEvent event,
        Map<String, String> metadata) {

    public RecordedEvent recorded() {
        return new RecordedEvent(number, recordedAt, event);
    }
}
