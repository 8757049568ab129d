package org.disclosureledger.application.projection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.disclosureledger.application.eventstore.EventReader;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.projections.ParkedEvent;
import org.disclosureledger.projections.ParkedEventStore;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.Projector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a projector its events, in transactions that hold its position. An event that the projector cannot handle is
 * parked and all later ones of its aggregate behind it, in the transaction that moves the position past them: every event
 * up to the position is either in the projector's rows or parked. It is the same for the live rows and for those that
 * are rebuilt beside them.
 */
public final class ProjectionFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionFeed.class);
    private static final int BATCH = 1_000;
    private static final int AGGREGATES = 100;

    private final Projector projector;
    private final ProjectionSources sources;
    private final TransactionTemplate transaction;
    private final Predicate<StoredEvent> concerned;

    ProjectionFeed(Projector projector, ProjectionSources sources, TransactionTemplate transaction) {
        this(projector, sources, transaction, event -> true);
    }

    /** @param concerned which events the projector is given; the position passes the others, too */
    public ProjectionFeed(
            Projector projector,
            ProjectionSources sources,
            TransactionTemplate transaction,
            Predicate<StoredEvent> concerned) {
        this.projector = projector;
        this.sources = sources;
        this.transaction = transaction;
        this.concerned = concerned;
    }

    /** What a projector is fed from, and where it is written down how far it is. */
    public record ProjectionSources(
            Ledger ledger, EventReader reader, Positions positions, ParkedEventStore parked, Clock clock) {}

    public String name() {
        return projector.name();
    }

    /** Takes the next events; returns how many, those among them that were parked included. */
    int next() {
        return next(Long.MAX_VALUE);
    }

    /** As {@link #next()}, but none after a number. */
    public int next(long upTo) {
        try {
            return inTransaction(status -> together(upTo));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (Failures.isTransient(e)) {
                throw e;
            }
            return inTransaction(status -> oneByOne(upTo, status));
        }
    }

    /** Tries all parked events again, in order within each aggregate up to the first that fails; returns how many left. */
    int retry() {
        List<String> aggregates = sources.parked().aggregates(name());
        int handled = 0;
        for (int from = 0; from < aggregates.size(); from += AGGREGATES) {
            List<String> some = aggregates.subList(from, Math.min(from + AGGREGATES, aggregates.size()));
            handled += inTransaction(status -> {
                lock();
                return some.stream().mapToInt(a -> retry(a, status)).sum();
            });
        }
        return handled;
    }

    private interface Step {
        int take(TransactionStatus status);
    }

    private int inTransaction(Step step) {
        return Objects.requireNonNull(transaction.execute(step::take));
    }

    /** Holds the position until the end of the transaction. At 0 a replay begins: what was parked comes again. */
    private long lock() {
        long position = sources.positions().lock(name());
        if (position == 0) {
            sources.parked().clear(name());
        }
        return position;
    }

    private Set<String> waiting(List<StoredEvent> events) {
        return sources.parked()
                .aggregatesAmong(
                        name(),
                        events.stream().map(StoredEvent::aggregateId).distinct().toList());
    }

    private List<StoredEvent> read(long upTo) {
        List<StoredEvent> events = sources.ledger().after(lock(), BATCH);
        return events.isEmpty() || events.get(events.size() - 1).number() <= upTo
                ? events
                : events.stream().filter(e -> e.number() <= upTo).toList();
    }

    private void move(List<StoredEvent> events) {
        sources.positions().move(name(), events.get(events.size() - 1).number());
    }

    private int together(long upTo) {
        List<StoredEvent> events = read(upTo);
        if (!events.isEmpty()) {
            List<StoredEvent> given = events.stream().filter(concerned).toList();
            Set<String> waiting = waiting(given);
            sources.parked()
                    .park(given.stream()
                            .filter(e -> waiting.contains(e.aggregateId()))
                            .map(e -> parked(e, null))
                            .toList());
            projector.project(given.stream()
                    .filter(e -> !waiting.contains(e.aggregateId()))
                    .map(e -> e.recorded(sources.reader()))
                    .toList());
            move(events);
        }
        return events.size();
    }

    private int oneByOne(long upTo, TransactionStatus status) {
        List<StoredEvent> events = read(upTo);
        if (!events.isEmpty()) {
            List<StoredEvent> given = events.stream().filter(concerned).toList();
            Set<String> waiting = waiting(given);
            List<ParkedEvent> parked = new ArrayList<>();
            for (StoredEvent event : given) {
                if (waiting.contains(event.aggregateId())) {
                    parked.add(parked(event, null));
                } else {
                    String error = attempt(event, status);
                    if (error != null) {
                        waiting.add(event.aggregateId());
                        parked.add(parked(event, error));
                        LOG.warn("projection {} parks event {}: {}", name(), event.number(), error);
                    }
                }
            }
            sources.parked().park(parked);
            move(events);
        }
        return events.size();
    }

    private int retry(String aggregateId, TransactionStatus status) {
        int handled = 0;
        List<Long> numbers = sources.parked().numbers(name(), aggregateId, BATCH);
        while (!numbers.isEmpty()) {
            Map<Long, StoredEvent> events = new HashMap<>();
            sources.ledger().numbered(numbers).forEach(e -> events.put(e.number(), e));
            for (Long number : numbers) {
                StoredEvent event = events.get(number);
                String error = event == null ? "台账中没有这个事件" : attempt(event, status);
                if (error != null) {
                    sources.parked().failedAgain(name(), number, error);
                    return handled;
                }
                sources.parked().remove(name(), number);
                handled++;
            }
            numbers = sources.parked().numbers(name(), aggregateId, BATCH);
        }
        return handled;
    }

    /** Projects one event, or leaves no trace of it; returns why it could not, null when it could. */
    private @Nullable String attempt(StoredEvent event, TransactionStatus status) {
        Object before = status.createSavepoint();
        try {
            projector.project(List.of(event.recorded(sources.reader())));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            if (Failures.isTransient(e)) {
                throw e;
            }
            status.rollbackToSavepoint(before);
            status.releaseSavepoint(before);
            return Failures.describe(e);
        }
        status.releaseSavepoint(before);
        return null;
    }

    private ParkedEvent parked(StoredEvent event, @Nullable String error) {
        return new ParkedEvent(
                name(),
                event.number(),
                event.row().organ(),
                event.aggregateType(),
                event.aggregateId(),
                event.row().type(),
                error,
                sources.clock().instant(),
                error == null ? 0 : 1);
    }
}
