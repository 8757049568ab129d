package org.disclosureledger.application.database;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded PostgreSQL again when it has died while the service lives: killed for want of memory, or given up
 * by itself on a full disk. Nobody else would. It is tried until it succeeds or the service ends.
 */
final class EmbeddedDatabaseSupervisor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabaseSupervisor.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final EmbeddedServer server;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    EmbeddedDatabaseSupervisor(EmbeddedServer server) {
        this.server = server;
        this.thread =
                Thread.ofPlatform().name("postgresql-supervisor").daemon(true).unstarted(this::run);
        thread.start();
    }

    private void run() {
        try {
            while (!stopping.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!server.lives()) {
                    revive();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() throws InterruptedException {
        LOG.error("the embedded PostgreSQL has died; starting it again");
        int attempts = 1;
        while (!server.startAgain()) {
            if (attempts == 1) {
                LOG.error(
                        "the embedded PostgreSQL does not start; trying again every {} seconds. Is the disk of {} full?",
                        AFTER_FAILURE.toSeconds(),
                        server.cluster());
            }
            attempts++;
            if (stopping.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        LOG.warn("the embedded PostgreSQL serves again after {} attempts", attempts);
    }

    /** Ends the watch, so that the server can be stopped and stays so. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
