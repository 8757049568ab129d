package org.disclosureledger.application.eventstore;

import java.util.List;
import org.disclosureledger.domain.DomainEvent;

/**
 * How an event class is called in the ledger. Name and revision are for ever; the class may move.
 *
 * @param revision of the payload's shape as it is written now, from 1
 * @param upcasts one step from each older revision to the next, from revision 1 on
 */
public record EventName(String name, int revision, Class<? extends DomainEvent> type, List<Upcast> upcasts) {

    public EventName {
        upcasts = List.copyOf(upcasts);
        if (upcasts.size() != revision - 1) {
            throw new IllegalArgumentException("revisions of " + name + " that nobody can read");
        }
    }

    public EventName(String name, int revision, Class<? extends DomainEvent> type) {
        this(name, revision, type, List.of());
    }
}
