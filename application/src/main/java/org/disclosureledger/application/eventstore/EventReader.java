package org.disclosureledger.application.eventstore;

import org.disclosureledger.domain.DomainEvent;

/** Tells what a stored event says. */
@FunctionalInterface
public interface EventReader {

    /** @throws UnreadableEvent when this program cannot tell */
    DomainEvent read(EventRow row);
}
