package org.disclosureledger.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.DisclosureLedgerApplication;
import org.disclosureledger.application.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nobody who serves can change what is recorded, and nothing is served from a database that could lose it. */
@RunningService
@ExtendWith(OutputCaptureExtension.class)
class DatabaseGuardIT {

    @Autowired
    private EmbeddedDatabase database;

    @Autowired
    private JdbcTemplate asService;

    @Value("${ledger.data-dir}")
    private Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_event set payload = payload",
                "delete from ledger_event",
                "truncate ledger_event",
                "update command_log set answer = answer",
                "alter table ledger_event disable trigger all",
                "drop table ledger_event"
            })
    void theServiceCannotTouchWhatIsRecorded(String act) {
        assertThatThrownBy(() -> asService.execute(act))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_event set payload = payload",
                "delete from ledger_event where number = (select min(number) from ledger_event)",
                "truncate ledger_event"
            })
    void theOwnerDoesNotDoItByMistake(String act) throws SQLException {
        asService.queryForObject("select count(*) from ledger_event", Long.class);
        try (Connection owner = asOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("insert into ledger_event select max(number) + 1, gen_random_uuid(), 'organ', 'guard', 0,"
                    + " 'guard', 'OrganRenamed', 1, now(), '{}', '{}', 'SM3', sha256('') from"
                    + " (select number from ledger_event union select 0) n");
            assertThatThrownBy(() -> statement.execute(act)).hasMessageContaining("never changed or deleted");
            owner.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes"})
    void startIsRefusedWhereConfirmedRecordsCouldBeLost(String setting, CapturedOutput output) throws Exception {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        for (String durable : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            builder.setServerConfig(durable, durable.equals(setting) ? "off" : "on");
        }
        try (EmbeddedPostgres careless = builder.start();
                Connection owner = careless.getPostgresDatabase().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("create role ledger_application login");
            refuses(
                    "jdbc:postgresql://127.0.0.1:" + careless.getPort() + "/postgres",
                    List.of("--spring.datasource.username=ledger_application"));
        }
        assertThat(output).contains("数据库设置 " + setting + " = off", "alter system set " + setting + " = on");
    }

    @Test
    void startIsRefusedWithAsynchronousCommits(CapturedOutput output) throws Exception {
        refuses(
                database.jdbcUrl(),
                List.of(
                        "--spring.datasource.username=ledger_application",
                        "--spring.datasource.hikari.data-source-properties.options=-c synchronous_commit=off"));

        assertThat(output).contains("synchronous_commit = off");
    }

    @Test
    void startIsRefusedUnderARoleThatCouldChangeEvents(CapturedOutput output) throws Exception {
        refuses(database.jdbcUrl(), List.of("--spring.datasource.username=postgres"));

        assertThat(output).contains("postgres 能够修改或删除已登记的事件", "SPRING_FLYWAY_USER");
    }

    private void refuses(String url, List<String> settings) throws IOException {
        String key = Files.readString(data.resolve("keys/master.key")).strip();
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(List.of(
                "--server.port=0",
                "--ledger.data-dir="
                        + Files.createTempDirectory(Path.of("target").toAbsolutePath(), "data-"),
                "--ledger.master-key=" + key,
                "--spring.datasource.url=" + url,
                "--spring.flyway.user=postgres"));
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(DisclosureLedgerApplication.class)
                .run(arguments.toArray(String[]::new))
                .close());
        assertThat(failure).rootCause().isInstanceOf(UnsafeDatabase.class);
    }

    private Connection asOwner() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.OWNER, "");
    }
}
