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

    /** @throws RuntimeException when nobody knows an event of this name, or its payload is not what the name promises */
    public DomainEvent event() {
        return EventJson.read(EventNames.of(row.type()), row.payload());
    }

    public Map<String, String> metadata() {
        return EventJson.readMetadata(row.metadata());
    }

    /** @throws RuntimeException as {@link #event} does */
    public RecordedEvent recorded() {
        return new RecordedEvent(number(), recordedAt(), event());
    }
}
