package org.disclosureledger.application.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.Projector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Feeds one projector: takes the events after its position, projects them and moves the position, all in one
 * transaction that holds the position's row. Several nodes may run the same projector; the row lets one work at a time.
 * A failure rolls back, is kept to be shown, and is tried again: no event is ever passed over.
 */
final class ProjectionRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final int BATCH = 1_000;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Projector projector;
    private final Ledger ledger;
    private final Positions positions;
    private final TransactionTemplate transaction;
    private final LedgerSignal signal;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String failure;

    ProjectionRunner(
            Projector projector,
            Ledger ledger,
            Positions positions,
            TransactionTemplate transaction,
            LedgerSignal signal) {
        this.projector = projector;
        this.ledger = ledger;
        this.positions = positions;
        this.transaction = transaction;
        this.signal = signal;
        this.thread = Thread.ofPlatform().name("projection-" + projector.name()).unstarted(this::run);
    }

    String name() {
        return projector.name();
    }

    /** Why the projector stands still, null when it does not. */
    @Nullable String failure() {
        return failure;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping.countDown();
        signal.raise();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (stopping.getCount() > 0) {
            long seen = signal.count();
            try {
                int projected = step();
                failure = null;
                if (projected == 0) {
                    signal.await(seen, IDLE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private int step() {
        Integer projected = transaction.execute(status -> {
            long position = positions.lock(projector.name());
            List<StoredEvent> events = ledger.after(position, BATCH);
            if (!events.isEmpty()) {
                projector.project(events.stream().map(StoredEvent::recorded).toList());
                positions.move(projector.name(), events.get(events.size() - 1).number());
            }
            return events.size();
        });
        if (projected != null && projected > 0) {
            signal.raise();
        }
        return projected == null ? 0 : projected;
    }

    private void failed(RuntimeException e) {
        if (stopping.getCount() == 0) {
            return;
        }
        failure = e.getClass().getSimpleName();
        LOG.error("projection {} stands still and will be tried again", projector.name(), e);
        try {
            boolean stopped = stopping.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("projection {} goes on: {}", projector.name(), !stopped);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
