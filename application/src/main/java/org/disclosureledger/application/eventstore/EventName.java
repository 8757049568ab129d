package org.disclosureledger.application.eventstore;

import org.disclosureledger.domain.DomainEvent;

/**
 * How an event class is called in the ledger. Name and revision are for ever; the class may move.
 *
 * @param revision of the payload's shape, from 1
 */
public record EventName(String name, int revision, Class<? extends DomainEvent> type) {}
