package org.disclosureledger.application.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows a store and writes down each event that it sees. At random its handler fails, it dies before it is done with a
 * batch, or its connection is killed; it then starts again from the token that is stored.
 */
final class Reader implements Callable<List<UUID>> {

    private static final long PAUSE_NANOS = 5_000_000;
    private static final int BATCH = 200;
    private static final int RESTART_ONE_IN = 25;
    private static final int KILL_ONE_IN = 5;
    private static final int FAILURE_ONE_IN = 1_000;
    private static final int SURE_FAILURE = 300;

    private final String name;
    private final EventStorage storage;
    private final Reading reading;
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CountDownLatch written;
    private final Random random;
    private int steps;
    private int handled;
    private final AtomicInteger restarts = new AtomicInteger();

    Reader(
            EventStorage storage,
            Reading reading,
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            CountDownLatch written,
            long seed) {
        this.name = UUID.randomUUID().toString();
        this.storage = storage;
        this.reading = reading;
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transactions);
        this.written = written;
        this.random = new Random(seed);
    }

    /** What kills a reader between what it saw and its token, or at an event. */
    private static final class Died extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    int restarts() {
        return restarts.get();
    }

    /** Reads until the writers have ended and nothing more comes. */
    @Override
    public List<UUID> call() {
        boolean more = true;
        while (more) {
            boolean ended = written.getCount() == 0;
            try {
                int read = step();
                more = read > 0 || !ended;
                if (read == 0) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (Died | DataAccessException | TransactionException e) {
                restarts.incrementAndGet();
            }
        }
        return jdbc.sql("select event_id from faults.seen where reader = ? order by ordinal")
                .param(name)
                .query(UUID.class)
                .list();
    }

    private int step() {
        List<EventStorage.Read> read = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            String token = jdbc.sql("select token from faults.token where reader = ?")
                    .param(name)
                    .query(String.class)
                    .optional()
                    .orElse(null);
            read.addAll(storage.after(token, BATCH));
            see(read);
            if (reading != Reading.TOKEN_APART) {
                mayDie(read);
                keepToken(read);
            }
        });
        if (reading == Reading.TOKEN_APART) {
            mayDie(read);
            keepToken(read);
        }
        return read.size();
    }

    private void see(List<EventStorage.Read> read) {
        List<Object[]> rows = new ArrayList<>();
        for (EventStorage.Read event : read) {
            try {
                rows.add(handle(event));
            } catch (Died e) {
                if (reading != Reading.SWALLOWED) {
                    throw e;
                }
            }
        }
        template.batchUpdate("insert into faults.seen (reader, event_id) values (?, ?)", rows);
    }

    private Object[] handle(EventStorage.Read event) {
        handled++;
        if (handled == SURE_FAILURE || random.nextInt(FAILURE_ONE_IN) == 0) {
            throw new Died();
        }
        return new Object[] {name, event.event()};
    }

    private void mayDie(List<EventStorage.Read> read) {
        if (read.isEmpty()) {
            return;
        }
        steps++;
        if (steps == 2 || random.nextInt(RESTART_ONE_IN) == 0) {
            if (random.nextInt(KILL_ONE_IN) == 0) {
                template.execute("select pg_terminate_backend(pg_backend_pid())");
            }
            throw new Died();
        }
    }

    private void keepToken(List<EventStorage.Read> read) {
        if (!read.isEmpty()) {
            jdbc.sql("""
                            insert into faults.token (reader, token) values (?, ?)
                            on conflict (reader) do update set token = excluded.token
                            """).param(name).param(read.get(read.size() - 1).token()).update();
        }
    }
}
