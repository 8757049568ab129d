package org.disclosureledger.application.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writers and readers at one store: a part of the transactions is rolled back, a part stays open for long between insert
 * and commit, timestamps go ten years back, and readers are restarted all the time.
 */
final class Campaign {

    private static final Duration TEN_YEARS = Duration.ofDays(3_652);
    private static final int ROLLBACK_ONE_IN = 20;
    private static final int SHORT_HOLD_ONE_IN = 20;

    private final EventStorage storage;
    private final Reading reading;
    private final Load load;
    private final JdbcTemplate template;
    private final PlatformTransactionManager transactions;
    private final long seed;

    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> rolledBack = new ConcurrentLinkedQueue<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger holds = new AtomicInteger();
    private final AtomicLong heldMillis = new AtomicLong();

    Campaign(
            EventStorage storage,
            Reading reading,
            Load load,
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            long seed) {
        this.storage = storage;
        this.reading = reading;
        this.load = load;
        this.template = template;
        this.transactions = transactions;
        this.seed = seed;
    }

    /**
     * How much.
     *
     * @param events so many at least are committed
     * @param longHoldOneIn one in so many transactions is kept open for up to {@code longest}
     */
    record Load(int events, int writers, int readers, int longHoldOneIn, Duration longest) {}

    /** What was judged, with the worst reader's findings. */
    record Result(List<Findings> findings, int acknowledged, int rolledBack, int holds, long heldMillis, int restarts) {

        boolean faultless() {
            return findings.stream().allMatch(Findings::none);
        }

        int skipped() {
            return findings.stream().mapToInt(Findings::skipped).sum();
        }

        int twice() {
            return findings.stream().mapToInt(Findings::twice).sum();
        }
    }

    /** @param others further readers, which have to end with the latch that they look at */
    Result run(CountDownLatch written, List<Callable<List<UUID>>> others) throws Exception {
        List<Reader> readers = Stream.iterate(0, i -> i + 1)
                .limit(load.readers())
                .map(i -> new Reader(storage, reading, template, transactions, written, seed + 1_000 + i))
                .toList();
        List<Callable<List<UUID>>> all = new ArrayList<>(readers);
        all.addAll(others);
        try (ExecutorService threads = Executors.newFixedThreadPool(load.writers() + all.size())) {
            List<Future<List<UUID>>> seen = all.stream().map(threads::submit).toList();
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < load.writers(); writer++) {
                Random random = new Random(seed + writer);
                writers.add(threads.submit(() -> write(random)));
            }
            try {
                for (Future<?> writer : writers) {
                    writer.get();
                }
            } finally {
                written.countDown();
            }
            List<EventStorage.Numbered> scan = storage.scan();
            List<Findings> findings = new ArrayList<>();
            for (Future<List<UUID>> one : seen) {
                findings.add(Findings.of(acknowledged, rolledBack, scan, one.get()));
            }
            return new Result(
                    findings,
                    acknowledged.size(),
                    rolledBack.size(),
                    holds.get(),
                    heldMillis.get(),
                    readers.stream().mapToInt(Reader::restarts).sum());
        }
    }

    private void write(Random random) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        while (started.get() < load.events()) {
            List<UUID> events = Stream.generate(UUID::randomUUID)
                    .limit(1 + random.nextInt(3))
                    .toList();
            Instant timestamp = Instant.now().minusMillis(random.nextLong(TEN_YEARS.toMillis()));
            boolean rollback = random.nextInt(ROLLBACK_ONE_IN) == 0;
            if (!rollback) {
                started.addAndGet(events.size());
            }
            long hold = hold(random);
            boolean plain = !rollback && hold == 0 && random.nextBoolean();
            if (!plain || !storage.appendAtOnce(events, timestamp)) {
                transaction.executeWithoutResult(status -> {
                    storage.append(events, timestamp);
                    stayOpen(hold);
                    if (rollback) {
                        status.setRollbackOnly();
                    }
                });
            }
            (rollback ? rolledBack : acknowledged).addAll(events);
        }
    }

    private long hold(Random random) {
        if (random.nextInt(load.longHoldOneIn()) == 0) {
            return 1 + random.nextLong(load.longest().toMillis());
        }
        return random.nextInt(SHORT_HOLD_ONE_IN) == 0 ? 1 + random.nextLong(10) : 0;
    }

    private void stayOpen(long millis) {
        if (millis > 0) {
            template.execute("select pg_sleep(" + millis / 1000.0 + ")");
            holds.incrementAndGet();
            heldMillis.addAndGet(millis);
        }
    }
}
