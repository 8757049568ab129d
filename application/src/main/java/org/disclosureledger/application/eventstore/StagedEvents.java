package org.disclosureledger.application.eventstore;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.disclosureledger.domain.DomainEvent;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A place in the database, private to the running transaction, where an import lays down its events before it is known
 * whether they will be recorded: so its memory does not grow with the file, and the head is locked only at the end.
 */
@Component
public class StagedEvents {

    /** What stands for the number of an event that has none yet. */
    public static final long UNNUMBERED = 0;

    private static final String AS_STORED = """
            select 0 as number, event_id, aggregate_type, aggregate_id, sequence, organ, type, revision,
                   now() as recorded_at, payload, metadata, 'SM3' as hash_algorithm, ''::bytea as hash
            from staged_event\s
            """;

    private static final int FETCHED = 1_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public StagedEvents(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * @param scope what only one transaction at a time may stage for; others wait, also on other nodes
     */
    public void open(String scope) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(scope)
                .query((row, n) -> n)
                .list();
        template.execute("""
                create temporary table staged_event (
                    ordinal bigint generated always as identity, event_id uuid, aggregate_type text, aggregate_id text,
                    sequence bigint, organ text, type text, revision int, payload text, metadata text) on commit drop
                """);
        template.execute("create unique index staged_event_in_order on staged_event (ordinal)");
        template.execute("create index staged_event_by_aggregate on staged_event (aggregate_id)");
        // The planner knows nothing of a table that was made a moment ago; all look-ups are by aggregate.
        template.execute("set local enable_seqscan = off");
    }

    public void add(List<NewEvent> events) {
        StringBuilder rows = new StringBuilder(events.size() * 512);
        for (NewEvent e : events) {
            DomainEvent event = e.event();
            EventName name = EventNames.of(event);
            rows.append(e.eventId()).append('\t');
            text(rows, e.aggregateType()).append('\t');
            text(rows, e.aggregateId()).append('\t');
            rows.append(e.sequence()).append('\t');
            text(rows, event.organ().value()).append('\t');
            rows.append(name.name()).append('\t');
            rows.append(name.revision()).append('\t');
            text(rows, EventJson.write(event)).append('\t');
            text(rows, EventJson.writeMetadata(e.metadata())).append('\n');
        }
        template.execute((ConnectionCallback<Long>) connection -> copy(
                connection.unwrap(PGConnection.class),
                "copy staged_event (event_id, aggregate_type, aggregate_id, sequence, organ, type, revision, payload,"
                        + " metadata) from stdin",
                rows));
    }

    private static Long copy(PGConnection connection, String statement, StringBuilder rows) throws SQLException {
        try {
            return connection.getCopyAPI().copyIn(statement, new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the import has laid down for these aggregates so far, {@link #UNNUMBERED}. */
    public List<StoredEvent> ofAggregates(Collection<String> aggregateIds) {
        return jdbc.sql(AS_STORED + "where aggregate_id = any(?) order by aggregate_id, sequence")
                .param(aggregateIds.toArray(String[]::new))
                .query(Ledger::storedEvent)
                .list();
    }

    /** All that was laid down, the events of one aggregate together and in its order; read as it is asked for. */
    public void eachByAggregate(Consumer<StoredEvent> reader) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        streaming.setFetchSize(FETCHED);
        streaming.query(
                AS_STORED + "order by aggregate_id, sequence",
                (ResultSet row) -> reader.accept(Ledger.storedEvent(row, 0)));
    }

    /** Rows that come after the first so many, numbered from {@code first} on in the order of their ordinals. */
    List<EventRow> page(int after, int limit, long first, Instant recordedAt, HashAlgorithm algorithm) {
        List<EventRow> rows = new ArrayList<>(limit);
        for (StoredEvent staged : jdbc.sql(AS_STORED + "where ordinal > ? order by ordinal limit ?")
                .param(after)
                .param(limit)
                .query(Ledger::storedEvent)
                .list()) {
            EventRow e = staged.row();
            rows.add(new EventRow(
                    first + after + rows.size(),
                    e.eventId(),
                    e.aggregateType(),
                    e.aggregateId(),
                    e.sequence(),
                    e.organ(),
                    e.type(),
                    e.revision(),
                    recordedAt,
                    e.payload(),
                    e.metadata(),
                    algorithm));
        }
        return rows;
    }

    private static StringBuilder text(StringBuilder to, String value) {
        for (int i = 0; i < Objects.requireNonNull(value).length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(c);
            }
        }
        return to;
    }
}
