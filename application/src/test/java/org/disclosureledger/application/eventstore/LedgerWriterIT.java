package org.disclosureledger.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.axonframework.modelling.command.ConcurrencyException;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits is committed together, each command for itself; a commit that nobody confirmed is told as unknown. */
@RunningService
class LedgerWriterIT {

    private static final int WAITING = 40;

    @Autowired
    private LedgerWriter writer;

    @Autowired
    private Ledger ledger;

    @Autowired
    private EmbeddedDatabase database;

    private static Contribution renamed(String aggregate, long sequence, String name) {
        return new Contribution(
                CommandId.once(),
                List.of(new NewEvent(
                        UUID.randomUUID(),
                        "organ",
                        aggregate,
                        sequence,
                        new OrganEvent.OrganRenamed(new OrganCode("writer-it"), "甲", name),
                        Map.of("by", "test"))),
                null);
    }

    private static String anyAggregate() {
        return "writer-it-" + UUID.randomUUID();
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
    }

    /** Whoever holds the head makes all others wait; when it is free, they go in with one commit. */
    @Test
    void commandsThatWaitShareACommit() throws Exception {
        long before = ledger.head();
        List<Future<Appended>> appended = new ArrayList<>();
        try (ExecutorService clients = Executors.newCachedThreadPool();
                Connection other = asOwner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select number from ledger_head for update");
            appended.add(clients.submit(() -> writer.append(renamed(anyAggregate(), 0, "先"))));
            awaitWaiters(1);
            for (int i = 1; i < WAITING; i++) {
                appended.add(clients.submit(() -> writer.append(renamed(anyAggregate(), 0, "后"))));
            }
            Awaitility.await().until(() -> writer.waiting() == WAITING - 1);
            other.rollback();
            for (Future<Appended> one : appended) {
                one.get();
            }
        }

        List<StoredEvent> events = ledger.after(before, WAITING + 1);
        assertThat(events).hasSize(WAITING);
        assertThat(events.stream().map(StoredEvent::recordedAt).distinct()).hasSize(2);
    }

    /** One that comes too late, or cannot be stored, does not harm those that it waited with. */
    @Test
    void contributionsToOneCommitStandForThemselves() throws Exception {
        String aggregate = anyAggregate();
        long before = ledger.head();
        List<Future<Appended>> appended = new ArrayList<>();
        try (ExecutorService clients = Executors.newCachedThreadPool();
                Connection other = asOwner();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select number from ledger_head for update");
            appended.add(clients.submit(() -> writer.append(renamed(anyAggregate(), 0, "先"))));
            awaitWaiters(1);
            appended.add(clients.submit(() -> writer.append(renamed(aggregate, 0, "一"))));
            Awaitility.await().until(() -> writer.waiting() == 1);
            appended.add(clients.submit(() -> writer.append(renamed(aggregate, 0, "同一位置"))));
            appended.add(clients.submit(() -> writer.append(renamed(anyAggregate() + "\0", 0, "存不下"))));
            appended.add(clients.submit(() -> writer.append(renamed(anyAggregate(), 0, "三"))));
            Awaitility.await().until(() -> writer.waiting() == 4);
            other.rollback();

            assertThat(appended.get(0).get().count()).isEqualTo(1);
            assertThat(appended.get(1).get().count()).isEqualTo(1);
            assertThatThrownBy(() -> appended.get(2).get()).hasCauseInstanceOf(ConcurrencyException.class);
            assertThat(catchThrowable(() -> appended.get(3).get())).isNotNull();
            assertThat(appended.get(4).get().count()).isEqualTo(1);
        }
        assertThat(ledger.head()).isEqualTo(before + 3);
    }

    /** The backend is killed while it commits: a deferred trigger holds the commit open for as long as that takes. */
    @Test
    void commitThatWasNeitherConfirmedNorRefusedIsUnknown() throws Exception {
        String aggregate = anyAggregate();
        try (ExecutorService clients = Executors.newCachedThreadPool();
                Connection owner = asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create function hold_commit() returns trigger language plpgsql as"
                    + " $$ begin perform pg_advisory_xact_lock(4711); return null; end $$");
            statement.execute("create constraint trigger hold_commit after insert on ledger_event deferrable"
                    + " initially deferred for each row execute function hold_commit()");
            statement.execute("select pg_advisory_lock(4711)");
            try {
                Future<Appended> appended = clients.submit(() -> writer.append(renamed(aggregate, 0, "一")));
                Awaitility.await().until(() -> holder(statement) != 0);
                statement.execute("select pg_terminate_backend(" + holder(statement) + ")");

                assertThatThrownBy(appended::get).hasCauseInstanceOf(OutcomeUnknown.class);
            } finally {
                statement.execute("select pg_advisory_unlock(4711)");
                statement.execute("drop trigger hold_commit on ledger_event");
                statement.execute("drop function hold_commit");
            }
        }
        assertThat(writer.append(renamed(aggregate, 0, "一")).count()).isEqualTo(1);
    }

    private static int holder(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery(
                "select pid from pg_locks where locktype = 'advisory' and objid = 4711 and not granted")) {
            return waiting.next() ? waiting.getInt(1) : 0;
        }
    }

    private void awaitWaiters(int count) {
        Awaitility.await().until(() -> {
            try (Connection connection = asOwner();
                    Statement statement = connection.createStatement();
                    ResultSet waiting = statement.executeQuery("select count(*) from pg_stat_activity"
                            + " where wait_event_type = 'Lock' and query like '%ledger_head%for update%'")) {
                waiting.next();
                return waiting.getInt(1) >= count;
            }
        });
    }
}
