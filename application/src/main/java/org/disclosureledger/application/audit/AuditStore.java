package org.disclosureledger.application.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** All SQL of the audit package: the ledger as it lies there, judged by nobody. Call inside one transaction. */
final class AuditStore {

    private static final int PAGE = 2_000;

    private final JdbcTemplate template;

    AuditStore(DataSource dataSource) {
        this.template = new JdbcTemplate(dataSource);
        template.setFetchSize(PAGE);
    }

    UUID ledger() {
        return one("select ledger_id from ledger_head", UUID.class);
    }

    /** Number of the last event; 0 in an empty ledger. */
    long head() {
        return one("select number from ledger_head", Long.class);
    }

    private <T> T one(String sql, Class<T> type) {
        T found = template.queryForObject(sql, type);
        if (found == null) {
            throw new IllegalStateException("the ledger has no head");
        }
        return found;
    }

    /** Every event up to a number, in order, a page at a time. */
    void each(long upTo, Consumer<EventLine> consumer) {
        template.query(
                """
                select number, event_id, aggregate_type, aggregate_id, sequence, organ, type, revision, recorded_at,
                       payload, metadata, hash_algorithm, hash
                from ledger_event where number <= ? order by number
                """,
                row -> {
                    consumer.accept(line(row));
                },
                upTo);
    }

    private static EventLine line(ResultSet row) throws SQLException {
        return new EventLine(
                row.getLong("number"),
                row.getObject("event_id", UUID.class).toString(),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("organ"),
                row.getString("type"),
                row.getInt("revision"),
                EventLine.time(row.getTimestamp("recorded_at").toInstant()),
                row.getString("payload"),
                row.getString("metadata"),
                row.getString("hash_algorithm"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
