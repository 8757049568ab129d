package org.disclosureledger.application.verification;

import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database says of the ledger besides the events themselves. */
final class LedgerState {

    private final JdbcClient jdbc;

    LedgerState(Connection connection) {
        this.jdbc = JdbcClient.create(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
    }

    /** @return null when there is not exactly one row that says it */
    @Nullable StoredHead head() {
        List<StoredHead> rows = jdbc.sql("""
                        select ledger_id, number, hash_algorithm, hash, recorded_at from public.ledger_head
                        where ledger_id is not null and number is not null and hash_algorithm is not null
                          and hash is not null and recorded_at is not null
                        """)
                .query((row, n) -> new StoredHead(
                        row.getObject("ledger_id", UUID.class),
                        row.getLong("number"),
                        row.getString("hash_algorithm"),
                        row.getBytes("hash"),
                        row.getTimestamp("recorded_at").toInstant()))
                .list();
        return rows.size() == 1 ? rows.get(0) : null;
    }

    long events() {
        return jdbc.sql("select count(*) from public.ledger_event")
                .query(Long.class)
                .single();
    }

    Map<String, Long> positions() {
        Map<String, Long> positions = new HashMap<>();
        jdbc.sql("select projector, number from public.projection_position")
                .query((row, n) -> Map.entry(row.getString("projector"), row.getLong("number")))
                .list()
                .forEach(e -> positions.put(e.getKey(), e.getValue()));
        return positions;
    }

    /** Events that a projection has put aside since it could not handle them, where the database keeps such. */
    long parked() {
        boolean kept = jdbc.sql("select to_regclass('public.parked_event') is not null")
                .query(Boolean.class)
                .single();
        return kept
                ? jdbc.sql("select count(*) from public.parked_event")
                        .query(Long.class)
                        .single()
                : 0;
    }
}
