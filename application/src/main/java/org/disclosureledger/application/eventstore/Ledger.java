package org.disclosureledger.application.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The ledger in PostgreSQL. An append locks the one head row before it inserts and keeps it locked until its commit:
 * numbers are gapless and in commit order, and a reader that has seen a number has seen every smaller one.
 */
@Component
public class Ledger {

    private static final String COLUMNS =
            "number, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at, payload, metadata";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LedgerSignal signal;

    public Ledger(JdbcTemplate template, Clock clock, LedgerSignal signal) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.clock = clock;
        this.signal = signal;
    }

    /** The head before an append, and the one instant that all events of the append are recorded at. */
    private record Head(long number, Instant recordedAt) {}

    /** First and last number of what was appended. */
    public record Appended(long first, long last) {

        public long count() {
            return last - first + 1;
        }
    }

    /**
     * Appends within the caller's transaction.
     *
     * @throws ConcurrencyException when somebody else has taken a place in one of the aggregates
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Appended append(List<NewEvent> events) {
        Head head = lockHead();
        long first = head.number() + 1;
        List<Object[]> rows = new ArrayList<>(events.size());
        long number = first;
        for (NewEvent e : events) {
            EventName name = EventNames.of(e.event());
            rows.add(new Object[] {
                number++,
                e.eventId(),
                e.aggregateType(),
                e.aggregateId(),
                e.sequence(),
                e.event().organ().value(),
                name.name(),
                name.revision(),
                Timestamp.from(head.recordedAt()),
                EventJson.write(e.event()),
                EventJson.writeMetadata(e.metadata())
            });
        }
        try {
            template.batchUpdate("""
                    insert into ledger_event (number, event_id, aggregate_type, aggregate_id, sequence, organ, type,
                        revision, recorded_at, payload, metadata)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, rows);
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("another command was recorded for the same case", e);
        }
        return moveHead(first, first + events.size() - 1, head.recordedAt());
    }

    /**
     * Appends, in the order of their ordinals, what {@link StagedEvents} holds; within the caller's transaction.
     *
     * @throws ConcurrencyException when somebody else has taken a place in one of the aggregates
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Appended appendStaged() {
        Head head = lockHead();
        int count;
        try {
            count = jdbc.sql("""
                            insert into ledger_event (number, event_id, aggregate_type, aggregate_id, sequence, organ, type,
                                revision, recorded_at, payload, metadata)
                            select :head + row_number() over (order by ordinal), event_id, aggregate_type, aggregate_id,
                                sequence, organ, type, revision, :recordedAt, payload, metadata
                            from staged_event order by ordinal
                            """)
                    .param("head", head.number())
                    .param("recordedAt", Timestamp.from(head.recordedAt()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("another command was recorded for one of the cases", e);
        }
        return moveHead(head.number() + 1, head.number() + count, head.recordedAt());
    }

    /** Times of commits only grow, whatever the clocks of the machines say, and no two commits share one. */
    private Head lockHead() {
        return jdbc.sql("select number, recorded_at from ledger_head for update")
                .query((row, n) -> {
                    Instant last = row.getTimestamp("recorded_at").toInstant();
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    return new Head(row.getLong("number"), now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS));
                })
                .single();
    }

    private Appended moveHead(long first, long last, Instant recordedAt) {
        if (last >= first) {
            jdbc.sql("update ledger_head set number = ?, recorded_at = ?")
                    .param(last)
                    .param(Timestamp.from(recordedAt))
                    .update();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    signal.raise();
                }
            });
        }
        return new Appended(first, last);
    }

    /** Waits until appends that have taken their time are committed, so that what was known at an instant stays so. */
    public void awaitAppends() {
        jdbc.sql("select number from ledger_head for share").query(Long.class).single();
    }

    /** Number of the last event; 0 in an empty ledger. */
    public long head() {
        return jdbc.sql("select number from ledger_head").query(Long.class).single();
    }

    /** Number of the last event that was recorded at or before an instant; 0 when there was none. */
    public long numberAt(Instant instant) {
        return jdbc.sql("""
                        select number from ledger_event where recorded_at <= ?
                        order by recorded_at desc, number desc limit 1
                        """)
                .param(Timestamp.from(instant))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Events after a number, in order. */
    public List<StoredEvent> after(long number, int limit) {
        return jdbc.sql("select " + COLUMNS + " from ledger_event where number > ? order by number limit ?")
                .param(number)
                .param(limit)
                .query(Ledger::storedEvent)
                .list();
    }

    /** The history of one aggregate from a sequence on. */
    public List<StoredEvent> ofAggregate(String aggregateId, long fromSequence) {
        return jdbc.sql("select " + COLUMNS
                        + " from ledger_event where aggregate_id = ? and sequence >= ? order by sequence")
                .param(aggregateId)
                .param(fromSequence)
                .query(Ledger::storedEvent)
                .list();
    }

    /** The histories of several aggregates, each in its own order. */
    public List<StoredEvent> ofAggregates(Collection<String> aggregateIds) {
        return jdbc.sql("select " + COLUMNS
                        + " from ledger_event where aggregate_id = any(?) order by aggregate_id, sequence")
                .param(aggregateIds.toArray(String[]::new))
                .query(Ledger::storedEvent)
                .list();
    }

    static StoredEvent storedEvent(ResultSet row, int n) throws SQLException {
        return new StoredEvent(
                row.getLong("number"),
                row.getObject("event_id", UUID.class),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getTimestamp("recorded_at").toInstant(),
                EventJson.read(EventNames.of(row.getString("type")), row.getString("payload")),
                EventJson.readMetadata(row.getString("metadata")));
    }
}
