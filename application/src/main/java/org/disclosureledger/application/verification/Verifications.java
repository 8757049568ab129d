package org.disclosureledger.application.verification;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.disclosureledger.application.database.Turn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Verifies in the background while the service works, one at a time per database, and keeps what came of it. */
@Component
@DependsOnDatabaseInitialization
public class Verifications implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

    /** The first eight letters of "disclosureledger.verification". */
    static final long TURN = 0x646973636C6F7375L;

    private static final long EVERY_MILLIS = 500;

    private final DataSource database;
    private final VerificationStore store;
    private final Clock clock;
    private final Path dataDirectory;
    private final Path heads;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("verification").daemon(true).factory());
    private final ScheduledExecutorService notes = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("verification-progress").daemon(true).factory());

    public Verifications(
            DataSource database,
            VerificationStore store,
            Clock clock,
            @Value("${ledger.data-dir}") Path dataDirectory,
            @Value("${ledger.heads.directory:}") @Nullable Path heads) {
        this.database = database;
        this.store = store;
        this.clock = clock;
        this.dataDirectory = dataDirectory;
        this.heads = heads == null ? dataDirectory.resolve("heads") : heads;
        forgetDead();
    }

    /** Begins a verification; empty when one is running already, here or on another node. */
    public Optional<UUID> begin(String user) {
        return turn().map(turn -> begin(user, turn));
    }

    private UUID begin(String user, Turn turn) {
        UUID id = UUID.randomUUID();
        try {
            store.interrupted();
            store.started(id, user);
            background.execute(() -> run(id, turn));
            return id;
        } catch (RuntimeException e) {
            giveBack(turn);
            throw e;
        }
    }

    /** A verification, after those of dead nodes have been marked as interrupted. */
    public Optional<VerificationJob> find(UUID id) {
        Optional<VerificationJob> job = store.find(id);
        if (job.isPresent() && job.get().status() == VerificationJob.Status.RUNNING && forgetDead()) {
            return store.find(id);
        }
        return job;
    }

    /** The latest ones first. */
    public List<VerificationJob> latest(int limit) {
        List<VerificationJob> jobs = store.latest(limit);
        boolean running = jobs.stream().anyMatch(j -> j.status() == VerificationJob.Status.RUNNING);
        return running && forgetDead() ? store.latest(limit) : jobs;
    }

    /** The report as JSON; empty when there is none, or not yet. */
    public Optional<String> report(UUID id) {
        return store.report(id);
    }

    /** @return whether nobody is verifying: then what is noted as running was left by a node that is gone */
    private boolean forgetDead() {
        Optional<Turn> turn = turn();
        turn.ifPresent(t -> {
            store.interrupted();
            giveBack(t);
        });
        return turn.isPresent();
    }

    private Optional<Turn> turn() {
        try {
            return Turn.take(database, TURN);
        } catch (SQLException e) {
            throw new CannotVerify("数据库暂时不能用", e);
        }
    }

    private void run(UUID id, Turn turn) {
        Progress progress = new Progress();
        ScheduledFuture<?> noting = notes.scheduleWithFixedDelay(
                () -> note(id, progress), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        try {
            VerificationReport report = new LedgerVerifier(database, clock)
                    .verify(VerificationSpec.of(dataDirectory, heads, List.of(), List.of()), progress);
            noting.cancel(false);
            store.finished(id, report);
        } catch (CannotVerify e) {
            LOG.error("verification {} could not be done", id, e);
            store.failed(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("verification {} could not be done", id, e);
            store.failed(id, "核验没有完成，请稍后重试；原因在服务的日志里");
        } finally {
            noting.cancel(false);
            giveBack(turn);
        }
    }

    private void note(UUID id, Progress progress) {
        try {
            store.progressed(id, progress);
        } catch (RuntimeException e) {
            LOG.warn("progress of verification {} could not be noted", id, e);
        }
    }

    private static void giveBack(Turn turn) {
        try {
            turn.close();
        } catch (SQLException e) {
            LOG.warn("the connection of a verification was lost", e);
        }
    }

    @Override
    public void destroy() {
        background.shutdownNow();
        notes.shutdownNow();
    }
}
