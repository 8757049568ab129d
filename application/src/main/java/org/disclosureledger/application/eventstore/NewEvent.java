package org.disclosureledger.application.eventstore;

import java.util.Map;
import java.util.UUID;
import org.disclosureledger.domain.DomainEvent;

/** An event that is to be recorded, with its place in its aggregate but without a number yet. */
public record NewEvent(
        UUID eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        DomainEvent event,
        Map<String, String> metadata) {}
