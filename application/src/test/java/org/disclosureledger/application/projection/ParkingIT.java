package org.disclosureledger.application.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.eventstore.EventCatalogue;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.disclosureledger.application.projection.RawLedger.Raw;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.projections.ParkedEventStore;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Only the event's own fault parks it, on whatever node; trouble of the database is waited for. */
@RunningService
class ParkingIT {

    private static final OrganCode ORGAN = new OrganCode("parking-it");
    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Positions positions;

    @Autowired
    private ParkedEventStore parked;

    @Autowired
    private LedgerSignal signal;

    private final List<Projections> nodes = new ArrayList<>();
    private final Stumbling projector = new Stumbling();
    private final ApplicationContext context;
    private final RawLedger raw;
    private long start;

    /** Keeps what it was given once that is committed; stumbles over some numbers until it is told otherwise. */
    private final class Stumbling implements Projector {

        private final String name = "stumbling-" + UUID.randomUUID();
        private final List<Long> handled = Collections.synchronizedList(new ArrayList<>());
        private final Set<Long> stumblesOver = Collections.synchronizedSet(new HashSet<>());
        private final AtomicInteger killing = new AtomicInteger();
        private final AtomicInteger killed = new AtomicInteger();
        private final AtomicInteger cancelling = new AtomicInteger();

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<ProjectedTable> tables() {
            return List.of();
        }

        @Override
        public void project(List<RecordedEvent> events) {
            List<Long> numbers = events.stream().map(RecordedEvent::number).toList();
            if (numbers.stream().anyMatch(stumblesOver::contains)) {
                throw new IllegalStateException("over one of " + numbers);
            }
            if (!numbers.isEmpty() && killing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                killed.incrementAndGet();
                template.queryForList("select pg_terminate_backend(pg_backend_pid())");
            }
            if (!numbers.isEmpty() && cancelling.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                template.execute("set local statement_timeout = 20");
                template.queryForList("select pg_sleep(10)");
            }
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    handled.addAll(numbers);
                }
            });
        }

        @Override
        public void reset() {
            handled.clear();
        }
    }

    ParkingIT(@Autowired ApplicationContext context) {
        this.context = context;
        this.raw = new RawLedger(context);
    }

    @BeforeEach
    void begin() {
        start = ledger.head();
        positions.move(projector.name(), start);
    }

    @AfterEach
    void end() {
        nodes.forEach(Projections::stop);
        parked.clear(projector.name());
    }

    private Projections node() {
        Projections node = new Projections(
                List.of(projector),
                ledger,
                EventCatalogue.current(),
                positions,
                parked,
                context.getBean(PlatformTransactionManager.class),
                signal,
                context.getBean(Clock.class));
        nodes.add(node);
        return node;
    }

    private void record(String... aggregates) {
        String run = projector.name();
        raw.append(java.util.Arrays.stream(aggregates)
                .map(a -> Raw.of("organ", run + a, new OrganEvent.OrganRenamed(ORGAN, "甲", "乙")))
                .toList());
    }

    private List<Long> numbers(long... offsets) {
        return LongStream.of(offsets).map(o -> start + o).boxed().toList();
    }

    private List<Long> waiting() {
        return template.queryForList(
                "select number from parked_event where projector = ? order by number", Long.class, projector.name());
    }

    private void readAll() {
        await().atMost(LONG).until(() -> positions.of(projector.name()) == ledger.head());
    }

    private void awaitHandled(long... offsets) {
        await().atMost(LONG).untilAsserted(() -> assertThat(projector.handled).isEqualTo(numbers(offsets)));
    }

    @Test
    void brokenConnectionParksNothingAndIsShown() {
        projector.killing.set(2);
        record("a", "b", "a", "c");
        Projections node = node();
        node.start();

        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> node.health().getStatus().equals(Status.DOWN));
        readAll();
        assertThat(projector.killed).hasValue(2);
        assertThat(waiting()).isEmpty();
        awaitHandled(1, 2, 3, 4);
        await().atMost(LONG).until(() -> node.health().getStatus().equals(Status.UP));
    }

    /** Here the connection lives on and could well write that the event is to blame, which it is not. */
    @Test
    void cancelledStatementParksNothingAndIsShown() {
        projector.cancelling.set(2);
        record("a", "b");
        Projections node = node();
        node.start();

        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> node.health().getDetails().toString().contains("SQLSTATE 57014"));
        readAll();
        assertThat(projector.cancelling).hasValue(0);
        assertThat(waiting()).isEmpty();
        awaitHandled(1, 2);
    }

    /** The connection breaks among the single steps, after one event was parked: that too is undone and done again. */
    @Test
    void brokenConnectionBesideARealFaultParksOnlyTheFault() {
        projector.stumblesOver.addAll(numbers(2));
        projector.killing.set(1);
        record("a", "b", "c", "b", "d");
        node().start();

        readAll();
        assertThat(projector.killed).hasValue(1);
        assertThat(waiting()).isEqualTo(numbers(2, 4));
        awaitHandled(1, 3, 5);
    }

    @Test
    void twoNodesParkOnceAndHandleInOrderAfterRepair() {
        projector.stumblesOver.addAll(numbers(2, 5));
        Projections one = node();
        Projections other = node();
        one.start();
        other.start();
        record("a", "b", "c", "b", "d", "d", "a");
        readAll();
        assertThat(waiting()).isEqualTo(numbers(2, 4, 5, 6));
        assertThat(one.health().getStatus()).isEqualTo(new Status("DEGRADED"));

        record("b", "e");
        readAll();
        assertThat(waiting()).isEqualTo(numbers(2, 4, 5, 6, 8));

        projector.stumblesOver.remove(start + 2);
        projector.handled.clear();
        assertThat(other.retryParked()).isEqualTo(3);
        assertThat(projector.handled).isEqualTo(numbers(2, 4, 8));
        assertThat(waiting()).isEqualTo(numbers(5, 6));

        projector.stumblesOver.clear();
        one.stop();
        one.start();
        await().atMost(LONG).until(() -> waiting().isEmpty());
        awaitHandled(2, 4, 8, 5, 6);
        assertThat(one.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void replayFromTheBeginningForgetsWhatWasParked() {
        projector.stumblesOver.addAll(numbers(1));
        record("a", "b");
        Projections node = node();
        node.start();
        readAll();
        assertThat(waiting()).isEqualTo(numbers(1));

        node.stop();
        projector.stumblesOver.clear();
        projector.reset();
        positions.move(projector.name(), 0);
        node.start();
        readAll();
        assertThat(waiting()).isEmpty();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(projector.handled)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .hasSize(Math.toIntExact(ledger.head())));
    }
}
