package org.disclosureledger.application.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.disclosureledger.application.DisclosureLedgerApplication;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Another instance of the whole service on the database of the first, with a data directory of its own. */
public final class SecondNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SecondNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SecondNode beside(EmbeddedDatabase database, Path dataOfFirst) throws IOException {
        String key = Files.readString(dataOfFirst.resolve("keys/master.key")).strip();
        Path data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "data-");
        return new SecondNode(new SpringApplicationBuilder(DisclosureLedgerApplication.class)
                .run(
                        "--server.port=0",
                        "--ledger.data-dir=" + data,
                        "--ledger.master-key=" + key,
                        "--ledger.admin-password=" + Service.PASSWORD,
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=ledger_application",
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--spring.flyway.user=postgres",
                        "--ledger.limits.account-per-minute=0",
                        "--spring.jmx.enabled=false"));
    }

    public Service service() {
        return new Service(port());
    }

    public int port() {
        Integer port = context.getEnvironment().getProperty("local.server.port", Integer.class);
        if (port == null) {
            throw new IllegalStateException("not listening");
        }
        return port;
    }

    @Override
    public void close() {
        context.close();
    }
}
