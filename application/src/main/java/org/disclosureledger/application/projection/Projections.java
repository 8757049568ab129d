package org.disclosureledger.application.projection;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.Projector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
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

    private final Ledger ledger;
    private final Positions positions;
    private final LedgerSignal signal;
    private final List<Projector> projectors;
    private final TransactionTemplate transaction;
    private List<ProjectionRunner> runners = List.of();
    private volatile boolean running;

    public Projections(
            List<Projector> projectors,
            Ledger ledger,
            Positions positions,
            PlatformTransactionManager transactions,
            LedgerSignal signal) {
        this.projectors = List.copyOf(projectors);
        this.ledger = ledger;
        this.positions = positions;
        this.signal = signal;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        runners = projectors.stream()
                .map(p -> new ProjectionRunner(p, ledger, positions, transaction, signal))
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

    @Override
    public Health health() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("head", ledger.head());
        boolean failed = false;
        for (ProjectionRunner runner : runners) {
            String failure = runner.failure();
            failed |= failure != null;
            details.put(runner.name(), failure == null ? positions.of(runner.name()) : failure);
        }
        return (failed ? Health.down() : Health.up()).withDetails(details).build();
    }
}
