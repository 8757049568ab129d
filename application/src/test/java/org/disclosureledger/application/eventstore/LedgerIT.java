package org.disclosureledger.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers are gapless and in commit order, and nobody overtakes anybody within an aggregate. */
@RunningService
class LedgerIT {

    private static final int WRITERS = 8;
    private static final int COMMITS = 60;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerWriter writer;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ApplicationContext context;

    private static NewEvent renamed(String aggregate, long sequence) {
        return new NewEvent(
                UUID.randomUUID(),
                "organ",
                aggregate,
                sequence,
                new OrganEvent.OrganRenamed(new OrganCode("ledger-it"), "甲", "乙"),
                Map.of("by", "test"));
    }

    private static Contribution together(List<NewEvent> events) {
        return new Contribution(CommandId.once(), events, null);
    }

    @Test
    void axonHasTheLedgerAsItsEngine() {
        assertThat(context.getBean(EventStorageEngine.class)).isInstanceOf(LedgerEventStorageEngine.class);
        assertThat(context.getBean(CommandBus.class)).isNotNull();
    }

    /** Readers run beside the writers: whoever has seen a number has seen every smaller one. */
    @Test
    void concurrentAppendsWithRollbacksLeaveNoHoleAndNothingIsSkipped() throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        long before = ledger.head();
        AtomicInteger committed = new AtomicInteger();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            Future<List<Long>> reader = threads.submit(() -> read(before, writing));
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(writer);
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < COMMITS; i++) {
                        boolean rollback = random.nextInt(20) == 0;
                        int events = 1 + random.nextInt(3);
                        transaction.executeWithoutResult(status -> {
                            String aggregate = "ledger-it-" + UUID.randomUUID();
                            List<NewEvent> batch = new ArrayList<>();
                            for (int e = 0; e < events; e++) {
                                batch.add(renamed(aggregate, e));
                            }
                            ledger.append(List.of(together(batch)));
                            if (rollback) {
                                status.setRollbackOnly();
                            } else {
                                committed.addAndGet(events);
                            }
                        });
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            List<Long> seen = reader.get();

            assertThat(seen).hasSize(committed.get());
            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i)).isEqualTo(before + 1 + i);
            }
        }
        assertThat(ledger.head()).isEqualTo(before + committed.get());
    }

    private List<Long> read(long after, AtomicBoolean writing) {
        List<Long> seen = new ArrayList<>();
        long last = after;
        boolean more = true;
        while (more || writing.get()) {
            boolean ended = !writing.get();
            List<StoredEvent> events = ledger.after(last, 50);
            for (StoredEvent event : events) {
                seen.add(event.number());
                last = event.number();
            }
            more = !events.isEmpty() || !ended;
        }
        return seen;
    }

    @Test
    void commitTimesOnlyGrowAndNoTwoCommitsShareOne() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        long before = ledger.head();
        for (int i = 0; i < 20; i++) {
            String aggregate = "ledger-it-" + UUID.randomUUID();
            transaction.executeWithoutResult(status ->
                    ledger.append(List.of(together(List.of(renamed(aggregate, 0), renamed(aggregate, 1))))));
        }
        List<StoredEvent> events = ledger.after(before, 100);
        Instant last = Instant.EPOCH;
        for (int i = 0; i < events.size(); i += 2) {
            assertThat(events.get(i).recordedAt())
                    .isEqualTo(events.get(i + 1).recordedAt())
                    .isAfter(last);
            last = events.get(i).recordedAt();
            assertThat(ledger.numberAt(last)).isEqualTo(events.get(i + 1).number());
            assertThat(ledger.numberAt(last.minusNanos(1_000)))
                    .isLessThan(events.get(i).number());
        }
    }

    @Test
    void secondClaimOfAPlaceInAnAggregateIsAConflict() {
        String aggregate = "ledger-it-" + UUID.randomUUID();
        writer.append(together(List.of(renamed(aggregate, 0))));
        long head = ledger.head();

        assertThatThrownBy(() -> writer.append(together(List.of(renamed(aggregate, 0)))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(ledger.head()).isEqualTo(head);
    }
}
