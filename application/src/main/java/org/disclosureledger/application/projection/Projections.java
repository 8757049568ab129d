package org.disclosureledger.application.projection;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.eventstore.EventReader;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.disclosureledger.application.projection.ProjectionFeed.ProjectionSources;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.projections.ParkedEventStore;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.Projector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** All projectors at work, from after the start until before the database goes. */
@Component("projections")
public class Projections implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(200);

    /** The projectors go on, but not everything that was recorded is in their rows. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private final Ledger ledger;
    private final Positions positions;
    private final ParkedEventStore parked;
    private final LedgerSignal signal;
    private final List<Projector> projectors;
    private final ProjectionSources sources;
    private final TransactionTemplate transaction;
    private List<ProjectionRunner> runners = List.of();
    private volatile boolean running;

    public Projections(
            List<Projector> projectors,
            Ledger ledger,
            EventReader reader,
            Positions positions,
            ParkedEventStore parked,
            PlatformTransactionManager transactions,
            LedgerSignal signal,
            Clock clock) {
        this.projectors = List.copyOf(projectors);
        this.ledger = ledger;
        this.positions = positions;
        this.parked = parked;
        this.sources = new ProjectionSources(ledger, reader, positions, parked, clock);
        this.signal = signal;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        runners = projectors.stream()
                .map(p -> new ProjectionRunner(new ProjectionFeed(p, sources, transaction), signal))
                .toList();
        runners.forEach(ProjectionRunner::start);
        running = true;
    }

    @Override
    public void stop() {
        runners.forEach(ProjectionRunner::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * Waits until all projectors have read what is recorded now, so that whoever has recorded something sees it. Gives up
     * after 20 seconds, or when the database goes: what is shown then tells how far it has read, and what was recorded
     * stays recorded.
     */
    public void catchUp() {
        try {
            awaitHead();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the database went while somebody waited for the projections", e);
        }
    }

    private void awaitHead() {
        long head = ledger.head();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            long seen = signal.count();
            if (projectors.stream().allMatch(p -> positions.of(p.name()) >= head)) {
                return;
            }
            try {
                signal.await(seen, LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Tries all parked events again, each aggregate in its order; returns how many were handled. */
    public int retryParked() {
        return runners.stream().mapToInt(ProjectionRunner::retry).sum();
    }

    /** Down when a projector stands still, which a new start may cure; degraded when events are parked, which it may not. */
    @Override
    public Health health() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("head", ledger.head());
        Map<String, Long> waiting = new LinkedHashMap<>(Access.asProduct(parked::counts));
        waiting.keySet().retainAll(projectors.stream().map(Projector::name).toList());
        boolean failed = false;
        for (ProjectionRunner runner : runners) {
            String failure = runner.failure();
            failed |= failure != null;
            details.put(runner.name(), failure == null ? positions.of(runner.name()) : failure);
        }
        details.put("parked", waiting);
        Health.Builder health = failed ? Health.down() : waiting.isEmpty() ? Health.up() : Health.status(DEGRADED);
        return health.withDetails(details).build();
    }
}
