package org.disclosureledger.application.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the embedded PostgreSQL again when it has died, for as long as it takes: the disk may be full meanwhile. */
final class PostgresWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final BooleanSupplier alive;
    private final Revival revival;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** Starts it again. */
    interface Revival {

        void run() throws IOException;
    }

    PostgresWatch(BooleanSupplier alive, Revival revival) {
        this.alive = alive;
        this.revival = revival;
        this.thread = Thread.ofPlatform().name("postgresql-watch").daemon(true).start(this::watch);
    }

    private void watch() {
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!alive.getAsBoolean()) {
                    revive();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() {
        LOG.error("the embedded PostgreSQL has died and is started again");
        try {
            revival.run();
            LOG.warn("the embedded PostgreSQL is back");
        } catch (IOException | RuntimeException e) {
            LOG.error("the embedded PostgreSQL cannot be started; it will be tried again", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
