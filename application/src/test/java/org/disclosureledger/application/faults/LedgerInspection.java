package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.awaitility.Awaitility;

/** Looks into the database past the service: is everything there once, and is the chain whole? */
final class LedgerInspection {

    private LedgerInspection() {}

    /** @return the number of events */
    static long check(JarService jar, Clients clients) throws Exception {
        assertThat(clients.refused).isEmpty();
        assertThat(clients.differing).isEmpty();
        Map<String, Integer> received = new HashMap<>();
        long last = 0;
        try (Connection connection = DriverManager.getConnection(jar.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("select number, aggregate_id, type from ledger_event order by number")) {
                while (row.next()) {
                    assertThat(row.getLong(1)).isEqualTo(++last);
                    if (row.getString(3).equals("RequestReceived")) {
                        received.merge(row.getString(2), 1, Integer::sum);
                    }
                }
            }
            assertThat(head(statement)).isEqualTo(last);
        }
        assertThat(received.values()).allMatch(times -> times == 1);
        assertThat(received.keySet()).containsAll(clients.acknowledgedCases.values());
        assertThat(received).hasSize(clients.acknowledged());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> jar.service()
                                .tables(Clients.ORGAN, 2025)
                                .at("/requests/rows/newReceived/6")
                                .asInt()
                        == clients.acknowledged());
        return last;
    }

    private static long head(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select number, hash, (select hash from ledger_event e where e.number ="
                        + " h.number) from ledger_head h")) {
            row.next();
            assertThat(HexFormat.of().formatHex(row.getBytes(2)))
                    .isEqualTo(HexFormat.of().formatHex(row.getBytes(3)));
            return row.getLong(1);
        }
    }
}
