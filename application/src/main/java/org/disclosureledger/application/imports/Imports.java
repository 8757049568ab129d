package org.disclosureledger.application.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.IdentityReused;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.disclosureledger.application.eventstore.OutcomeUnknown;
import org.disclosureledger.application.node.Node;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.UnreadableFile;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs imports, at once or in the background, and keeps the book on what became of them. */
@Component
@DependsOnDatabaseInitialization
public class Imports implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private static final Duration PATIENCE = Duration.ofMinutes(9);
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Each import holds two database connections; the others wait their turn, so that everybody else keeps working. */
    private static final int AT_ONCE = 3;

    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);

    /** The imports that this node is at work on; any other that its book shows as running is not. */
    private final Set<UUID> underway = new HashSet<>();

    /** Held while the book and {@link #underway} are brought to say the same. */
    private final ReentrantLock book = new ReentrantLock();

    private final Commands commands;
    private final ImportJobStore jobs;
    private final Projections projections;
    private final Clock clock;
    private final Node node;
    private final LedgerSignal signal;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-", 0).daemon(true).factory());

    public Imports(
            Commands commands,
            ImportJobStore jobs,
            Projections projections,
            Node node,
            LedgerSignal signal,
            Clock clock) {
        this.commands = commands;
        this.jobs = jobs;
        this.projections = projections;
        this.node = node;
        this.signal = signal;
        this.clock = clock;
        endAbandoned();
    }

    /**
     * Imports and waits until the tables show it. One that came before under the same identity is not done again: its
     * result is waited for and told once more. The uploaded file is deleted in any case.
     *
     * @throws IdentityReused when the identity belongs to another import
     * @throws OutcomeUnknown when the commit was neither confirmed nor refused
     */
    public ImportJob run(ImportSpec spec) {
        return begin(spec) ? finish(spec) : awaitEarlier(spec);
    }

    /** Imports in the background; {@link ImportJobStore} tells how far it is. */
    public void submit(ImportSpec spec) {
        if (begin(spec)) {
            background.execute(() -> {
                try {
                    finish(spec);
                } catch (OutcomeUnknown | DataAccessException | TransactionException e) {
                    LOG.warn("import {}: the database went before it was known what became of it", spec.importId(), e);
                }
            });
        }
    }

    /** Whether this is the first time; the file of a repetition is deleted. */
    private boolean begin(ImportSpec spec) {
        boolean first = false;
        try {
            first = entered(spec);
            if (!first && !same(spec)) {
                throw new IdentityReused();
            }
            return first;
        } finally {
            if (!first) {
                delete(spec);
            }
        }
    }

    /**
     * Enters an import into the book, once what nobody is at work on any more is taken out of it: the database may have
     * gone just after an import was entered, or just before its end was.
     */
    private boolean entered(ImportSpec spec) {
        book.lock();
        try {
            node.beSeen();
            endAbandoned();
            boolean first = jobs.started(spec, node.number(), clock.instant());
            if (first) {
                underway.add(spec.importId());
            }
            return first;
        } catch (SQLException e) {
            endAbandonedLater();
            throw new DataAccessResourceFailureException("the database does not serve", e);
        } catch (DataAccessException | TransactionException e) {
            endAbandonedLater();
            throw e;
        } finally {
            book.unlock();
        }
    }

    private void endAbandoned() {
        book.lock();
        try {
            jobs.interrupted(node.number(), underway, clock.instant());
        } finally {
            book.unlock();
        }
    }

    private void endAbandonedLater() {
        CompletableFuture.delayedExecutor(AWAY.toSeconds(), TimeUnit.SECONDS).execute(() -> {
            try {
                endAbandoned();
            } catch (DataAccessException | TransactionException e) {
                endAbandonedLater();
            }
        });
    }

    private void leave(ImportSpec spec) {
        book.lock();
        try {
            underway.remove(spec.importId());
        } finally {
            book.unlock();
        }
    }

    private boolean same(ImportSpec spec) {
        return jobs.find(spec.organ(), spec.importId())
                .filter(job -> job.register().equals(spec.register().id())
                        && job.sha256().equals(spec.sha256())
                        && job.dryRun() == spec.dryRun()
                        && job.corrections() == spec.corrections())
                .isPresent();
    }

    private ImportJob awaitEarlier(ImportSpec spec) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long seen = signal.count();
            ImportJob job = jobs.find(spec.organ(), spec.importId()).orElseThrow();
            if (job.status() != ImportJob.Status.RUNNING || System.nanoTime() > deadline) {
                return job;
            }
            try {
                signal.await(seen, LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return job;
            }
        }
    }

    private ImportJob finish(ImportSpec spec) {
        try {
            work(spec);
            return jobs.find(spec.organ(), spec.importId()).orElseThrow();
        } catch (DataAccessException | TransactionException | OutcomeUnknown e) {
            endAbandonedLater();
            throw e;
        } finally {
            leave(spec);
        }
    }

    private void work(ImportSpec spec) {
        atOnce.acquireUninterruptibly();
        try {
            commands.send(RegisterImport.COMMAND, spec, ImportTally.class);
            projections.catchUp();
            jobs.shown(spec.importId(), clock.instant());
        } catch (RegisterImport.NotRecorded e) {
            boolean faulty = e.tally().faults > 0;
            end(
                    spec,
                    faulty ? ImportJob.Status.REFUSED : ImportJob.Status.CHECKED,
                    faulty ? e.tally().refused() : e.tally(),
                    null);
        } catch (ImportFindings.TooManyFindings e) {
            ImportTally none = new ImportTally();
            none.faults = 1;
            end(spec, ImportJob.Status.REFUSED, none, "错误和提示超过 30 万条，后面的行没有再检查；请核对文件是否选错或者列是否错位");
        } catch (UnreadableFile e) {
            String sentence = String.valueOf(e.getMessage());
            jobs.refused(
                    spec.organ(),
                    spec.importId(),
                    new ImportFinding(
                            Severity.FAULT,
                            e.row() == null ? 0 : e.row(),
                            e.column() == null ? "" : "第" + e.column() + "列",
                            e.reason().name(),
                            sentence));
            ImportTally none = new ImportTally();
            none.faults = 1;
            end(spec, ImportJob.Status.REFUSED, none, e.brief());
        } catch (RuntimeException e) {
            LOG.error(
                    "import {} of register {} failed",
                    spec.importId(),
                    spec.register().id(),
                    e);
            settle(spec, e);
        } finally {
            atOnce.release();
            delete(spec);
        }
    }

    /** The transaction says itself whether it was recorded; when the database is away, that is found out later. */
    private void settle(ImportSpec spec, RuntimeException failure) {
        try {
            fail(spec);
        } catch (DataAccessException | TransactionException e) {
            throw new OutcomeUnknown(failure);
        }
    }

    private void fail(ImportSpec spec) {
        end(spec, ImportJob.Status.FAILED, new ImportTally(), "导入没有完成，没有登记任何内容，请稍后重试");
        jobs.shown(spec.importId(), clock.instant());
    }

    private void end(ImportSpec spec, ImportJob.Status status, ImportTally tally, @Nullable String refusal) {
        jobs.finished(spec.importId(), status, tally, refusal, clock.instant());
    }

    private static void delete(ImportSpec spec) {
        try {
            Files.deleteIfExists(spec.file());
        } catch (IOException e) {
            LOG.warn("uploaded file of import {} could not be deleted", spec.importId(), e);
        }
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }
}
