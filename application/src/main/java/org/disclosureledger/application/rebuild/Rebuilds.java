package org.disclosureledger.application.rebuild;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.database.Turn;
import org.disclosureledger.application.eventstore.EventReader;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.projection.Failures;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.projection.Projectors;
import org.disclosureledger.application.request.ApplicantProjector;
import org.disclosureledger.projections.Projector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rebuilds in the background while the service works, one at a time per database. A rebuild that was interrupted, by
 * somebody or by the end of its node, stays as it is until somebody lets it go on.
 */
@Component
@DependsOnDatabaseInitialization
public class Rebuilds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    /** The first eight letters of "rebuild.disclosureledger". */
    static final long TURN = 0x72656275696C642EL;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(50);

    private final DataSource database;
    private final JdbcTemplate live;
    private final Organs organs;
    private final RebuildStore book;
    private final Ledger ledger;
    private final EventReader reader;
    private final Projections projections;
    private final ApplicantProjector applicants;
    private final Clock clock;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild").daemon(true).factory());
    private volatile boolean stopping;

    public Rebuilds(
            DataSource database,
            JdbcTemplate live,
            Organs organs,
            Ledger ledger,
            EventReader reader,
            Projections projections,
            ApplicantProjector applicants,
            Clock clock) {
        this.database = database;
        this.live = live;
        this.organs = organs;
        this.book = new RebuildStore(JdbcClient.create(live), clock);
        this.ledger = ledger;
        this.reader = reader;
        this.projections = projections;
        this.applicants = applicants;
        this.clock = clock;
        forgetDead();
    }

    private interface Work {
        RebuildState of(RebuildJob job, RebuildRun run);
    }

    /** All projectors, on the tables which this connection sees. */
    private List<Projector> projectors(JdbcTemplate template) {
        List<Projector> all = new ArrayList<>(Projectors.on(template));
        all.add(applicants.on(template));
        return all;
    }

    /** Names of all projectors whose rows can be rebuilt. */
    public List<String> projectors() {
        return projectors(live).stream().map(Projector::name).toList();
    }

    /** @throws Problem when there is nothing of that kind to rebuild */
    public Begun begin(UUID id, String user, RebuildRequest asked) {
        String organ = asked.organ();
        if (organ != null) {
            organs.require(organ);
        }
        RebuildSpec spec = asked.among(projectors(live));
        Optional<Turn> turn = turnToBegin();
        if (turn.isEmpty()) {
            return Begun.BUSY;
        }
        start(turn.get(), id, () -> book.started(id, user, spec, version()), this::whole);
        return Begun.BEGUN;
    }

    /** Whether a rebuild is what this asks for. */
    boolean isAbout(RebuildJob job, RebuildRequest asked) {
        RebuildSpec spec = asked.among(projectors(live));
        return Objects.equals(job.organ(), spec.organ())
                && Objects.equals(job.year(), spec.year())
                && job.swap() == spec.swap()
                && Set.copyOf(spec.projectors())
                        .equals(job.parts().stream()
                                .map(RebuildJob.Part::projector)
                                .collect(Collectors.toSet()));
    }

    /** Goes on where it was, or from nothing when its rows are gone or another version of the program has made them. */
    public Begun resume(UUID id) {
        return goOn(id, false, job -> job.state().resumable(), () -> book.resumed(id), this::whole);
    }

    /** Takes over rows that differ, or that agree and were not to be taken by themselves. */
    public Begun swap(UUID id, String user, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.badRequest("reason", "请写明为什么换上重建的结果");
        }
        return goOn(
                id,
                true,
                RebuildJob::swappable,
                () -> {
                    book.resumed(id);
                    book.wanted(id, user, reason.strip());
                },
                this::takeOver);
    }

    private Begun goOn(UUID id, boolean needsShadow, Predicate<RebuildJob> suitable, Runnable note, Work work) {
        Optional<Turn> turn = turnToBegin();
        if (turn.isEmpty()) {
            return Begun.BUSY;
        }
        book.forgetDead();
        RebuildJob job = book.find(id).orElseThrow();
        if (suitable.test(job) && (job.hasShadow() || !needsShadow)) {
            start(turn.get(), id, note, work);
            return Begun.BEGUN;
        }
        giveBack(turn.get());
        return suitable.test(job) ? Begun.GONE : Begun.UNSUITABLE;
    }

    private void start(Turn turn, UUID id, Runnable note, Work work) {
        try {
            book.forgetDead();
            note.run();
            background.execute(() -> run(id, turn, work));
        } catch (RuntimeException e) {
            giveBack(turn);
            throw e;
        }
    }

    /** Interrupts it wherever it runs; false when it does not run. */
    public boolean interrupt(UUID id) {
        return book.interrupt(id);
    }

    /** A rebuild, after those of dead nodes have been marked as interrupted. */
    public Optional<RebuildJob> find(UUID id) {
        Optional<RebuildJob> job = book.find(id);
        boolean running = job.isPresent() && job.get().state() == RebuildState.RUNNING;
        return running && forgetDead() ? book.find(id) : job;
    }

    /** The latest ones first. */
    public List<RebuildJob> latest(int limit) {
        List<RebuildJob> jobs = book.latest(limit);
        boolean running = jobs.stream().anyMatch(j -> j.state() == RebuildState.RUNNING);
        return running && forgetDead() ? book.latest(limit) : jobs;
    }

    /** @return whether nobody is rebuilding: then what is noted as running was left by a node that is gone */
    private boolean forgetDead() {
        Optional<Turn> turn = turn();
        turn.ifPresent(t -> {
            try {
                book.forgetDead();
            } finally {
                giveBack(t);
            }
        });
        return turn.isPresent();
    }

    /** Who has just ended, or only looks whether somebody is dead, gives the turn back a moment later. */
    private Optional<Turn> turnToBegin() {
        Optional<Turn> turn = turn();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (turn.isEmpty() && !book.anyRunning() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(MOMENT.toNanos());
            turn = turn();
        }
        return turn;
    }

    private Optional<Turn> turn() {
        try {
            return Turn.take(database, TURN);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("no connection to rebuild with", e);
        }
    }

    private RebuildState whole(RebuildJob job, RebuildRun run) {
        run.prepare(isOwn(job), version());
        run.read();
        int handled = projections.retryParked();
        if (handled > 0) {
            LOG.info("before rebuild {} is compared, {} parked events were handled", job.rebuildId(), handled);
        }
        if (!run.compare()) {
            return RebuildState.DIFFERENT;
        }
        if (!job.swap()) {
            return RebuildState.AGREED;
        }
        return run.swap(false) ? RebuildState.SWAPPED : RebuildState.DIFFERENT;
    }

    private RebuildState takeOver(RebuildJob job, RebuildRun run) {
        if (!isOwn(job) || !run.fits()) {
            throw new CannotRebuild("重建所用的程序或者表结构已经不是现在的，请重新重建");
        }
        run.swap(true);
        return RebuildState.SWAPPED;
    }

    private static boolean isOwn(RebuildJob job) {
        return job.hasShadow() && job.version().equals(version());
    }

    private void run(UUID id, Turn turn, Work work) {
        try {
            RebuildJob job = book.find(id).orElseThrow();
            Shadow shadow = new Shadow(turn.connection());
            List<Projector> projectors = projectors(shadow.template()).stream()
                    .filter(p -> job.spec().projectors().contains(p.name()))
                    .toList();
            RebuildRun run = new RebuildRun(job, shadow, projectors, book, ledger, reader, clock, () -> stopping);
            RebuildState state = work.of(job, run);
            book.ended(id, state, null);
            if (state == RebuildState.SWAPPED) {
                clear(run);
            }
        } catch (RebuildRun.Interrupted e) {
            ended(id, RebuildState.INTERRUPTED, null);
        } catch (CannotRebuild e) {
            ended(id, RebuildState.FAILED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            ended(id, RebuildState.FAILED, "重建没有完成，可以继续：" + Failures.describe(e));
        } finally {
            giveBack(turn);
        }
    }

    /** The next rebuild would do it as well. */
    private static void clear(RebuildRun run) {
        try {
            run.clear();
        } catch (RuntimeException e) {
            LOG.warn("rebuilt rows that were taken over are still there: {}", Failures.describe(e));
        }
    }

    private void ended(UUID id, RebuildState state, @Nullable String refusal) {
        try {
            LOG.warn("rebuild {} stops: {} {}", id, state, refusal);
            book.ended(id, state, refusal);
        } catch (RuntimeException e) {
            LOG.warn("the end of rebuild {} could not be noted: {}", id, Failures.describe(e));
        }
    }

    private static void giveBack(Turn turn) {
        try {
            turn.close();
        } catch (SQLException e) {
            LOG.warn("the connection of a rebuild was lost", e);
        }
    }

    private static String version() {
        String version = Rebuilds.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        background.shutdown();
        if (!background.awaitTermination(10, TimeUnit.SECONDS)) {
            background.shutdownNow();
        }
    }
}
