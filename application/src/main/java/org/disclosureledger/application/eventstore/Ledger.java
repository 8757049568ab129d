package org.disclosureledger.application.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.disclosureledger.application.security.Access;
import org.springframework.beans.factory.annotation.Value;
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

    static final String COLUMNS = "number, event_id, aggregate_type, aggregate_id, sequence, organ, type, revision,"
            + " recorded_at, payload, metadata, hash_algorithm, hash";

    private static final String HEAD = "select ledger_id, number, hash_algorithm, hash, recorded_at from ledger_head";

    private static final int PAGE = 2_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final LedgerSignal signal;
    private final CommandLog log;
    private final HashAlgorithm algorithm;

    public Ledger(
            JdbcTemplate template,
            Clock clock,
            LedgerSignal signal,
            CommandLog log,
            @Value("${ledger.chain.algorithm}") String algorithm) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.clock = clock;
        this.signal = signal;
        this.log = log;
        this.algorithm = HashAlgorithm.of(algorithm);
    }

    /** The head before an append, and the one instant that all events of the append are recorded at. */
    private record Locked(LedgerHead head, Instant recordedAt) {}

    /** What became of one contribution to a common append. */
    public sealed interface Outcome {

        record Recorded(Appended appended) implements Outcome {}

        /** Somebody else has taken a place in one of its aggregates. */
        record Overtaken() implements Outcome {}

        /** The same command was answered before. */
        record Answered() implements Outcome {}
    }

    /**
     * Appends what several commands contribute, each whole or not at all, within the caller's transaction. Under the lock
     * of the head nobody else appends, so that what is free now stays free.
     *
     * @return what became of each, in their order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Outcome> append(List<Contribution> contributions) {
        Locked locked = lockHead();
        Set<UUID> answered = log.answeredAmong(contributions.stream()
                .filter(c -> c.answer() != null)
                .map(c -> c.command().value())
                .toList());
        Map<String, Long> sequences = lastSequences(contributions.stream()
                .flatMap(c -> c.events().stream())
                .map(NewEvent::aggregateId)
                .distinct()
                .toList());
        Chain chain = new Chain(locked.head().hash());
        List<StoredEvent> rows = new ArrayList<>();
        List<CommandLog.Answered> answers = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>(contributions.size());
        for (Contribution c : contributions) {
            Contribution.Answer answer = c.answer();
            if (answer != null && !answered.add(c.command().value())) {
                outcomes.add(new Outcome.Answered());
            } else if (!follows(c.events(), sequences)) {
                answered.remove(c.command().value());
                outcomes.add(new Outcome.Overtaken());
            } else {
                long first = locked.head().number() + rows.size() + 1;
                for (NewEvent e : c.events()) {
                    EventRow row =
                            EventRow.of(e, locked.head().number() + rows.size() + 1, locked.recordedAt(), algorithm);
                    rows.add(new StoredEvent(row, chain.next(row)));
                    sequences.put(e.aggregateId(), e.sequence());
                }
                Appended appended = new Appended(first, first + c.events().size() - 1, algorithm, chain.hash());
                if (answer != null) {
                    answers.add(answer.to(appended));
                }
                outcomes.add(new Outcome.Recorded(appended));
            }
        }
        insert(rows);
        log.add(answers, locked.recordedAt());
        moveHead(locked, rows.size(), chain);
        return outcomes;
    }

    private Map<String, Long> lastSequences(List<String> aggregateIds) {
        Map<String, Long> last = new HashMap<>();
        if (!aggregateIds.isEmpty()) {
            jdbc.sql("""
                            select aggregate_id, max(sequence) as last from ledger_event where aggregate_id = any(?)
                            group by aggregate_id
                            """)
                    .param(aggregateIds.toArray(String[]::new))
                    .query((row, n) -> last.put(row.getString("aggregate_id"), row.getLong("last")))
                    .list();
        }
        return last;
    }

    private static boolean follows(List<NewEvent> events, Map<String, Long> sequences) {
        Map<String, Long> next = new HashMap<>();
        for (NewEvent e : events) {
            Long last = next.containsKey(e.aggregateId()) ? next.get(e.aggregateId()) : sequences.get(e.aggregateId());
            if (e.sequence() != (last == null ? 0 : last + 1)) {
                return false;
            }
            next.put(e.aggregateId(), e.sequence());
        }
        return true;
    }

    private void insert(List<StoredEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        template.batchUpdate(
                "insert into ledger_event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                events,
                PAGE,
                (statement, stored) -> {
                    EventRow e = stored.row();
                    statement.setLong(1, e.number());
                    statement.setObject(2, e.eventId());
                    statement.setString(3, e.aggregateType());
                    statement.setString(4, e.aggregateId());
                    statement.setLong(5, e.sequence());
                    statement.setString(6, e.organ());
                    statement.setString(7, e.type());
                    statement.setInt(8, e.revision());
                    statement.setTimestamp(9, Timestamp.from(e.recordedAt()));
                    statement.setString(10, e.payload());
                    statement.setString(11, e.metadata());
                    statement.setString(12, e.algorithm().label());
                    statement.setBytes(13, stored.hash());
                });
    }

    /**
     * Appends, in the order of their ordinals, what {@link StagedEvents} holds; within the caller's transaction.
     *
     * @throws ConcurrencyException when somebody else has taken a place in one of the aggregates
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Appended appendStaged(StagedEvents staged) {
        Locked locked = lockHead();
        Chain chain = new Chain(locked.head().hash());
        long first = locked.head().number() + 1;
        int count = 0;
        try {
            List<EventRow> page = staged.page(0, PAGE, first, locked.recordedAt(), algorithm);
            while (!page.isEmpty()) {
                insert(page.stream()
                        .map(row -> new StoredEvent(row, chain.next(row)))
                        .toList());
                count += page.size();
                page = staged.page(count, PAGE, first, locked.recordedAt(), algorithm);
            }
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("another command was recorded for one of the cases", e);
        }
        return moveHead(locked, count, chain);
    }

    /** Times of commits only grow, whatever the clocks of the machines say, and no two commits share one. */
    private Locked lockHead() {
        LedgerHead head = jdbc.sql(HEAD + " for update").query(Ledger::readHead).single();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Locked(
                head, now.isAfter(head.recordedAt()) ? now : head.recordedAt().plus(1, ChronoUnit.MICROS));
    }

    private Appended moveHead(Locked locked, int count, Chain chain) {
        long first = locked.head().number() + 1;
        if (count > 0) {
            jdbc.sql("update ledger_head set number = ?, recorded_at = ?, hash_algorithm = ?, hash = ?")
                    .param(first + count - 1)
                    .param(Timestamp.from(locked.recordedAt()))
                    .param(algorithm.label())
                    .param(chain.hash())
                    .update();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    signal.raise();
                }
            });
        }
        return new Appended(first, first + count - 1, algorithm, chain.hash());
    }

    /** Waits until appends that have taken their time are committed, so that what was known at an instant stays so. */
    public void awaitAppends() {
        jdbc.sql("select number from ledger_head for share").query(Long.class).single();
    }

    /** The end of the ledger, as outside witnesses keep it. */
    public LedgerHead ledgerHead() {
        return jdbc.sql(HEAD).query(Ledger::readHead).single();
    }

    /** The end of the ledger when this event was its last; empty when there is no such event. 0 is before the first. */
    public Optional<LedgerHead> headAt(long number) {
        if (number == 0) {
            return jdbc.sql(HEAD)
                    .query((row, n) -> {
                        UUID ledgerId = row.getObject("ledger_id", UUID.class);
                        return new LedgerHead(
                                ledgerId, 0, HashAlgorithm.SHA_256, Chain.genesis(ledgerId), Instant.EPOCH);
                    })
                    .optional();
        }
        return Access.asProduct(
                () -> jdbc.sql("""
                        select ledger_id, e.number, e.hash_algorithm, e.hash, e.recorded_at
                        from ledger_event e, ledger_head where e.number = ?
                        """).param(number).query(Ledger::readHead).optional());
    }

    /** Number of the last event; 0 in an empty ledger. */
    public long head() {
        return jdbc.sql("select number from ledger_head").query(Long.class).single();
    }

    /** Number of the last event that was recorded at or before an instant; 0 when there was none. */
    public long numberAt(Instant instant) {
        return Access.asProduct(() -> jdbc.sql("""
                        select number from ledger_event where recorded_at <= ?
                        order by recorded_at desc, number desc limit 1
                        """)
                .param(Timestamp.from(instant))
                .query(Long.class)
                .optional()
                .orElse(0L));
    }

    /** Events after a number, in order. */
    public List<StoredEvent> after(long number, int limit) {
        return jdbc.sql("select " + COLUMNS + " from ledger_event where number > ? order by number limit ?")
                .param(number)
                .param(limit)
                .query(Ledger::storedEvent)
                .list();
    }

    /** Events with these numbers, in order. */
    public List<StoredEvent> numbered(Collection<Long> numbers) {
        return jdbc.sql("select " + COLUMNS + " from ledger_event where number = any(?) order by number")
                .param(numbers.toArray(Long[]::new))
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

    /** The publications of annual reports of an organ, in order. */
    public List<StoredEvent> publications(String organ) {
        return jdbc.sql("select " + COLUMNS
                        + " from ledger_event where organ = ? and type = 'AnnualReportPublished' order by number")
                .param(organ)
                .query(Ledger::storedEvent)
                .list();
    }

    /** The publications of annual reports of these organs that were put to a second person, in order. */
    public List<StoredEvent> reportProposals(Collection<String> organs) {
        return jdbc.sql("select " + COLUMNS
                        + " from ledger_event where organ = any(?) and type = 'ReportProposed' order by number")
                .param(organs.toArray(String[]::new))
                .query(Ledger::storedEvent)
                .list();
    }

    static StoredEvent storedEvent(ResultSet row, int n) throws SQLException {
        return new StoredEvent(
                new EventRow(
                        row.getLong("number"),
                        row.getObject("event_id", UUID.class),
                        row.getString("aggregate_type"),
                        row.getString("aggregate_id"),
                        row.getLong("sequence"),
                        row.getString("organ"),
                        row.getString("type"),
                        row.getInt("revision"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("payload"),
                        row.getString("metadata"),
                        HashAlgorithm.of(row.getString("hash_algorithm"))),
                row.getBytes("hash"));
    }

    private static LedgerHead readHead(ResultSet row, int n) throws SQLException {
        return new LedgerHead(
                row.getObject("ledger_id", UUID.class),
                row.getLong("number"),
                HashAlgorithm.of(row.getString("hash_algorithm")),
                row.getBytes("hash"),
                row.getTimestamp("recorded_at").toInstant());
    }
}
