package org.disclosureledger.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All SQL of parked events. Whoever changes a projector's rows here holds its position ({@link Positions#lock}), so that
 * what is read under that lock stays true until the commit, whichever node reads it.
 */
public final class ParkedEventStore {

    private static final int BATCH = 1_000;
    private static final String COLUMNS =
            "projector, number, organ, aggregate_type, aggregate_id, type, error, parked_at, attempts";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public ParkedEventStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    public void park(List<ParkedEvent> events) {
        template.batchUpdate(
                "insert into parked_event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                events,
                BATCH,
                (statement, e) -> {
                    statement.setString(1, e.projector());
                    statement.setLong(2, e.number());
                    statement.setString(3, e.organ());
                    statement.setString(4, e.aggregateType());
                    statement.setString(5, e.aggregateId());
                    statement.setString(6, e.type());
                    statement.setString(7, e.error());
                    statement.setTimestamp(8, Timestamp.from(e.parkedAt()));
                    statement.setInt(9, e.attempts());
                });
    }

    /** Those of the aggregates that have parked events. */
    public Set<String> aggregatesAmong(String projector, Collection<String> aggregateIds) {
        return new HashSet<>(jdbc.sql("""
                        select distinct aggregate_id from parked_event where projector = ? and aggregate_id = any(?)
                        """)
                .param(projector)
                .param(aggregateIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** All aggregates that have parked events, in the order of their first. */
    public List<String> aggregates(String projector) {
        return jdbc.sql("""
                        select aggregate_id from parked_event where projector = ?
                        group by aggregate_id order by min(number)
                        """).param(projector).query(String.class).list();
    }

    /** Numbers of the first parked events of an aggregate, in order. */
    public List<Long> numbers(String projector, String aggregateId, int limit) {
        return jdbc.sql("""
                        select number from parked_event where projector = ? and aggregate_id = ? order by number limit ?
                        """)
                .param(projector)
                .param(aggregateId)
                .param(limit)
                .query(Long.class)
                .list();
    }

    public void remove(String projector, long number) {
        jdbc.sql("delete from parked_event where projector = ? and number = ?")
                .param(projector)
                .param(number)
                .update();
    }

    public void failedAgain(String projector, long number, String error) {
        jdbc.sql("update parked_event set error = ?, attempts = attempts + 1 where projector = ? and number = ?")
                .param(error)
                .param(projector)
                .param(number)
                .update();
    }

    /** Forgets all of a projector, whose replay begins. */
    public void clear(String projector) {
        jdbc.sql("delete from parked_event where projector = ?")
                .param(projector)
                .update();
    }

    public long count(String projector) {
        return jdbc.sql("select count(*) from parked_event where projector = ?")
                .param(projector)
                .query(Long.class)
                .single();
    }

    /** How many events wait, per projector that has any. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select projector, count(*) as events from parked_event group by projector order by projector")
                .query((row, n) -> Map.entry(row.getString("projector"), row.getLong("events")))
                .list()
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    /** How many events of an organ up to a number wait. */
    public long count(String projector, String organ, long upTo) {
        return jdbc.sql("select count(*) from parked_event where projector = ? and organ = ? and number <= ?")
                .param(projector)
                .param(organ)
                .param(upTo)
                .query(Long.class)
                .single();
    }

    /** A part of all, in the order of their numbers. */
    public List<ParkedEvent> page(long offset, int limit) {
        return jdbc.sql("select " + COLUMNS + " from parked_event order by number, projector offset ? limit ?")
                .param(offset)
                .param(limit)
                .query(ParkedEventStore::parked)
                .list();
    }

    private static ParkedEvent parked(ResultSet row, int n) throws SQLException {
        return new ParkedEvent(
                row.getString("projector"),
                row.getLong("number"),
                row.getString("organ"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getString("type"),
                row.getString("error"),
                row.getTimestamp("parked_at").toInstant(),
                row.getInt("attempts"));
    }
}
