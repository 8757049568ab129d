package org.disclosureledger.application.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.disclosureledger.application.eventstore.Chain;
import org.disclosureledger.application.eventstore.LedgerCursor;
import org.disclosureledger.application.eventstore.ScannedEvent;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.ToldEvent;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Verifies the ledger in one snapshot of the database, which the service may go on writing to: recomputes the chain in
 * the order of the numbers, and at the same time replays the projections one aggregate after the other and counts the
 * annual tables by the reference.
 */
public final class LedgerVerifier {

    private static final int PAGE = 2_000;

    private final DataSource database;
    private final Clock clock;

    public LedgerVerifier(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws CannotVerify when the database or a file does not let itself be read */
    public VerificationReport verify(VerificationSpec spec, Progress progress) {
        Instant started = clock.instant();
        HeadsCheck heads = HeadsCheck.read(spec.heads(), TrustedKeys.of(spec.keys()));
        try (Snapshot snapshot = Snapshot.take(database);
                ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform()
                        .name("verification-", 0)
                        .daemon(true)
                        .factory())) {
            return new Run(snapshot, threads, heads, progress).report(spec, started);
        } catch (SQLException | DataAccessException e) {
            throw new CannotVerify("数据库读不出来，或者不是本版本的结构（" + e.getMessage() + "）", e);
        } finally {
            progress.phase(Progress.Phase.ENDED);
        }
    }

    /** One verification. */
    private final class Run {

        private final Snapshot snapshot;
        private final ExecutorService threads;
        private final HeadsCheck heads;
        private final Progress progress;
        private final PayloadCheck payloads = new PayloadCheck();

        Run(Snapshot snapshot, ExecutorService threads, HeadsCheck heads, Progress progress) {
            this.snapshot = snapshot;
            this.threads = threads;
            this.heads = heads;
            this.progress = progress;
        }

        VerificationReport report(VerificationSpec spec, Instant started) throws SQLException {
            LedgerState state = new LedgerState(snapshot.first());
            StoredHead head = state.head();
            long events = state.events();
            progress.begin(events);
            ChainCheck chain = new ChainCheck(head == null ? null : Chain.genesis(head.ledger()), heads.numbers());
            Replay replay = new Replay(snapshot, threads, state.positions());
            ReferenceCheck reference = new ReferenceCheck(snapshot.another(), state.positions(), thisYear());
            PublicationsCheck publications = new PublicationsCheck(snapshot.another());
            Connection numbered = snapshot.first();
            long parked = state.parked();
            Future<?> chaining = threads.submit(() -> chain(numbered, chain, publications));
            Future<?> counting = threads.submit(reference::compare);
            replay(snapshot.another(), replay);
            Pages.await(chaining);
            Pages.await(counting);
            publications.compare();
            chain.head(head);
            heads.compare(head, chain);
            StoredEvent last = chain.last();
            progress.phase(Progress.Phase.COMPARING);
            replay.compare(last == null ? 0 : last.number());
            VerificationReport.Heads witnesses =
                    new VerificationReport.Heads(heads.found(), heads.believed(), heads.attested());
            return new VerificationReport(
                    version(),
                    started,
                    clock.instant(),
                    head == null ? null : head.ledger().toString(),
                    events,
                    end(last),
                    List.of(
                            chain.result(),
                            payloads.inSequence(),
                            heads.result(),
                            payloads.readable(),
                            replay.result(parked),
                            reference.result(),
                            publications.result()),
                    witnesses,
                    replay.results(),
                    Undetectable.of(witnesses, events, spec.onlyOnThisMachine()));
        }

        private @Nullable Void chain(Connection connection, ChainCheck chain, PublicationsCheck publications)
                throws SQLException {
            try (LedgerCursor<ScannedEvent> cursor = LedgerCursor.byNumber(connection)) {
                Pages.<List<ScannedEvent>>pass(threads, () -> page(cursor), List.of(page -> {
                    chain.accept(page);
                    publications.accept(page);
                    progress.chained(page.size());
                }));
            }
            return null;
        }

        private void replay(Connection connection, Replay replay) throws SQLException {
            replay.begin();
            try (LedgerCursor<ToldEvent> cursor = LedgerCursor.byAggregate(connection)) {
                Pages.<List<RecordedEvent>>pass(
                        threads,
                        () -> {
                            List<ToldEvent> page = page(cursor);
                            progress.replayed(page == null ? 0 : page.size());
                            return page == null ? null : payloads.read(page);
                        },
                        replay.sinks());
            }
        }

        private static <T> @Nullable List<T> page(LedgerCursor<T> cursor) throws SQLException {
            List<T> page = cursor.next(PAGE);
            return page.isEmpty() ? null : page;
        }

        private static VerificationReport.@Nullable End end(@Nullable StoredEvent last) {
            return last == null
                    ? null
                    : new VerificationReport.End(
                            last.number(), last.row().algorithm().label(), last.hex(), last.recordedAt());
        }
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), ClockConfiguration.CHINA).getYear();
    }

    private static String version() {
        String version = LedgerVerifier.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
