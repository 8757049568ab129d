package org.disclosureledger.application.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;

/**
 * Where the service keeps its ledger.
 *
 * @param started the embedded database when it was started for the tool, to be stopped after it; null when it is the
 *     running service's, or another one altogether
 */
record ToolDatabase(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable EmbeddedDatabase started) implements AutoCloseable {

    private static final String EMBEDDED_USER = "postgres";

    static ToolDatabase external(String url, @Nullable String user, @Nullable String password) {
        return new ToolDatabase(url, user, password, null);
    }

    /** The running service's embedded database, or the same one started when no service runs. */
    static ToolDatabase embedded(Path dataDirectory) {
        if (!Files.exists(dataDirectory.resolve("postgresql/PG_VERSION"))) {
            throw new NoDatabase("数据目录 " + dataDirectory.toAbsolutePath().normalize()
                    + " 里没有内置数据库。请用 LEDGER_DATA_DIR 指明服务的数据目录；用外部数据库的，请设置 SPRING_DATASOURCE_URL");
        }
        Optional<String> running = EmbeddedDatabase.attach(dataDirectory);
        if (running.isPresent()) {
            return new ToolDatabase(running.get(), EMBEDDED_USER, null, null);
        }
        EmbeddedDatabase started = EmbeddedDatabase.start(dataDirectory);
        return new ToolDatabase(started.jdbcUrl(), EMBEDDED_USER, null, started);
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}
