package org.disclosureledger.application.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.application.eventstore.SampleLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A million events are verified within a minute, with the memory of a small machine. */
@EnabledIfSystemProperty(named = "ledger.faults", matches = "full")
class MillionEventsIT {

    private static final int EVENTS = Integer.getInteger("ledger.verify.events", 1_000_000);
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Path JAR = Path.of("target", "disclosure-ledger.jar").toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void millionEventsTakeLessThanAMinute() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.jdbcUrl());
            source.setUser("postgres");
            SampleLedger.migrate(source);
            SampleLedger.fill(source, EVENTS, 1);
        }
        File report = directory.resolve("report.json").toFile();
        ProcessBuilder verify =
                new ProcessBuilder("java", "-Xmx512m", "-jar", JAR.toString(), "verify", "--report", report.getPath());
        verify.environment().put("LEDGER_DATA_DIR", directory.toString());
        Process process = verify.redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue())
                .as(Files.readString(directory.resolve("log")))
                .isZero();
        JsonNode json = JsonMapper.builder().build().readTree(report);
        System.out.printf(
                "verify: %d events in %.1f s, %d cores%n",
                json.path("events").longValue(),
                json.path("seconds").doubleValue(),
                Runtime.getRuntime().availableProcessors());
        assertThat(json.path("events").longValue()).isEqualTo(EVENTS);
        assertThat(Duration.ofMillis((long) (json.path("seconds").doubleValue() * 1_000)))
                .isLessThan(BOUND);
        assertThat(json.path("ok").booleanValue()).isTrue();
    }
}
