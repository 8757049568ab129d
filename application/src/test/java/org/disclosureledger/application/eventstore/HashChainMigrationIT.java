package org.disclosureledger.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was recorded before there was a chain is in it afterwards. */
@RunningService
class HashChainMigrationIT {

    private static final int EVENTS = 2_500;

    @Autowired
    private EmbeddedDatabase database;

    @Test
    void earlierEventsAreChainedInTheirOrder() throws Exception {
        String url = database.jdbcUrl().replace("/postgres?", "/chain_migration?");
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database chain_migration");
        }
        DriverManagerDataSource source = new DriverManagerDataSource(url, "postgres", "");
        FluentConfiguration flyway = Flyway.configure()
                .dataSource(source)
                .skipDefaultCallbacks(true)
                .locations("classpath:db/migration")
                .javaMigrations(new HashChainMigration());
        flyway.target("140").load().migrate();
        JdbcTemplate template = new JdbcTemplate(source);
        template.update("""
                insert into ledger_event (number, event_id, aggregate_type, aggregate_id, sequence, organ, type, revision,
                    recorded_at, payload, metadata)
                select n, gen_random_uuid(), 'organ', 'organ:' || n, 0, 'o', 'OrganRenamed', 1,
                    timestamptz '2026-01-05T00:00:00Z' + n * interval '1 microsecond', '{"名":"' || n || '"}', '{}'
                from generate_series(1, ?) n
                """, EVENTS);
        template.update("update ledger_head set number = ?, recorded_at = '2026-02-01T00:00:00Z'", EVENTS);

        flyway.target("201").load().migrate();

        UUID ledger = JdbcClient.create(source)
                .sql("select ledger_id from ledger_head")
                .query(UUID.class)
                .single();
        Chain chain = new Chain(Chain.genesis(ledger));
        List<StoredEvent> events = JdbcClient.create(source)
                .sql("select " + Ledger.COLUMNS + " from ledger_event order by number")
                .query(Ledger::storedEvent)
                .list();
        assertThat(events)
                .hasSize(EVENTS)
                .allSatisfy(e -> assertThat(chain.next(e.row())).isEqualTo(e.hash()));
        assertThat(template.queryForObject("select hash from ledger_head", byte[].class))
                .isEqualTo(chain.hash());
    }
}
