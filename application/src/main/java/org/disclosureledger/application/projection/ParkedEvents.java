package org.disclosureledger.application.projection;

import java.util.List;
import java.util.Map;
import org.disclosureledger.projections.ParkedEvent;
import org.disclosureledger.projections.ParkedEventStore;
import org.springframework.stereotype.Component;

/** What waits to be handled, for API and pages alike. */
@Component
public class ParkedEvents {

    private final ParkedEventStore store;
    private final Projections projections;

    public ParkedEvents(ParkedEventStore store, Projections projections) {
        this.store = store;
        this.projections = projections;
    }

    /** What a new attempt came to. */
    public record Retried(int handled, long remaining) {}

    /** How many wait altogether; an event counts once for each projector that could not handle it. */
    public long count() {
        return counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many wait, per projector that has any. */
    public Map<String, Long> counts() {
        return store.counts();
    }

    /** A part of all, in the order of their numbers. */
    public List<ParkedEvent> page(long offset, int limit) {
        return store.page(offset, limit);
    }

    public Retried retry() {
        int handled = projections.retryParked();
        return new Retried(handled, count());
    }
}
