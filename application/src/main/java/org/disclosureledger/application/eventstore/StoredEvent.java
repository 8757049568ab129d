package org.disclosureledger.application.eventstore;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.projections.RecordedEvent;

/** An event as it lies in the ledger, its payload as stored: it is read only when somebody wants to know what it says. */
public record StoredEvent(EventRow row, byte[] hash) {

    public long number() {
        return row.number();
    }

    public UUID eventId() {
        return row.eventId();
    }

    public String aggregateType() {
        return row.aggregateType();
    }

    public String aggregateId() {
        return row.aggregateId();
    }

    public long sequence() {
        return row.sequence();
    }

    public Instant recordedAt() {
        return row.recordedAt();
    }

    /** The hash in lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    /** @throws UnreadableEvent when name or revision are unknown, or the payload is not what they promise */
    public DomainEvent event() {
        return EventCatalogue.current().read(row);
    }

    public Map<String, String> metadata() {
        return EventJson.readMetadata(row.metadata());
    }

    /** @throws UnreadableEvent as {@link #event} does */
    public RecordedEvent recorded() {
        return recorded(EventCatalogue.current());
    }

    /** @throws UnreadableEvent when the reader cannot tell what the event says */
    public RecordedEvent recorded(EventReader reader) {
        return new RecordedEvent(number(), recordedAt(), reader.read(row));
    }
}
