package org.disclosureledger.application.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.disclosureledger.application.DisclosureLedgerApplication;
import org.disclosureledger.application.Service;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The whole product, and {@link SeenProjector} with it, on a PostgreSQL of its own that takes more connections at once than
 * the embedded one.
 */
final class ProductOnDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext context;

    private ProductOnDatabase(EmbeddedPostgres postgres, ConfigurableApplicationContext context) {
        this.postgres = postgres;
        this.context = context;
    }

    static ProductOnDatabase start(int connections) throws IOException {
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target")).toAbsolutePath(), "data-");
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("database"))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", Integer.toString(connections + 20))
                .start();
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?reWriteBatchedInserts=true";
        JdbcTemplate owner = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
        owner.execute("create role ledger_application login");
        owner.execute("create schema faults authorization ledger_application");
        owner.execute("grant create on schema public to ledger_application");
        owner.execute("grant pg_signal_backend to ledger_application");
        owner.execute("create table faults.seen (ordinal bigint generated always as identity, reader text not null,"
                + " event_id uuid not null)");
        owner.execute("create table faults.token (reader text primary key, token text not null)");
        owner.execute("grant all on all tables in schema faults to ledger_application");
        return new ProductOnDatabase(
                postgres,
                new SpringApplicationBuilder(DisclosureLedgerApplication.class)
                        .initializers((GenericApplicationContext context) -> context.registerBean(SeenProjector.class))
                        .run(
                                "--server.port=0",
                                "--ledger.data-dir=" + data,
                                "--ledger.admin-password=" + Service.PASSWORD,
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=ledger_application",
                                "--spring.datasource.hikari.maximum-pool-size=" + connections,
                                "--spring.flyway.user=postgres",
                                "--ledger.limits.account-per-minute=0",
                                "--spring.jmx.enabled=false"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() throws IOException {
        context.close();
        postgres.close();
    }
}
