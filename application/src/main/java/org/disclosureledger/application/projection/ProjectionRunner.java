package org.disclosureledger.application.projection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds one projector as events come. Several nodes may run the same projector; its position's row lets one work at a
 * time. Trouble that is not the event's fault is kept to be shown and tried again: no event is ever passed over. What was
 * parked is tried again when the runner starts, since the program may have become able to handle it.
 */
final class ProjectionRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final ProjectionFeed feed;
    private final LedgerSignal signal;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable String failure;

    ProjectionRunner(ProjectionFeed feed, LedgerSignal signal) {
        this.feed = feed;
        this.signal = signal;
        this.thread = Thread.ofPlatform().name("projection-" + feed.name()).unstarted(this::run);
    }

    String name() {
        return feed.name();
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

    /** Tries what was parked again, in the caller's thread; returns how many events were handled. */
    int retry() {
        int handled = feed.retry();
        if (handled > 0) {
            signal.raise();
        }
        return handled;
    }

    private void run() {
        boolean retried = false;
        while (stopping.getCount() > 0) {
            long seen = signal.count();
            try {
                if (!retried) {
                    retry();
                    retried = true;
                }
                int taken = feed.next();
                failure = null;
                if (taken > 0) {
                    signal.raise();
                } else {
                    signal.await(seen, IDLE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable e) {
                failed(e);
            }
        }
    }

    private void failed(Throwable e) {
        if (stopping.getCount() == 0) {
            return;
        }
        failure = Failures.describe(e);
        LOG.error("projection {} stands still and will be tried again: {}", name(), failure);
        try {
            boolean stopped = stopping.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.debug("projection {} goes on: {}", name(), !stopped);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
