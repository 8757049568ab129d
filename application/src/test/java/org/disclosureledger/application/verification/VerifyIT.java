package org.disclosureledger.application.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.database.Turn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service verifies its ledger through the API, on the page and from the command line beside it. */
@RunningService
class VerifyIT {

    private static final String PATH = "/api/v1/ledger/verifications";
    private static final Path JAR = Path.of("target", "disclosure-ledger.jar").toAbsolutePath();

    @LocalServerPort
    private int port;

    @Value("${ledger.data-dir}")
    private Path dataDirectory;

    @Autowired
    private DataSource database;

    @Autowired
    private VerificationStore store;

    private Service service;

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    private JsonNode ended(String address) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        !service.get(address).json().path("status").asString().equals("RUNNING"));
        return service.get(address).json();
    }

    private String latest() {
        return PATH + "/"
                + service.get(PATH).json().get(0).path("verificationId").asString();
    }

    private static boolean ok(JsonNode report, String check) {
        for (JsonNode c : report.path("checks").values()) {
            if (c.path("id").asString().equals(check)) {
                return c.path("ok").booleanValue();
            }
        }
        throw new AssertionError("no check " + check);
    }

    @Test
    void honestLedgerIsSoundThroughTheApiAndOnThePage() {
        service.organ("verify-" + UUID.randomUUID(), "核验镇人民政府");

        Answer begun = service.postJson(PATH, Map.of());
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String address = latest();
        JsonNode job = ended(address);

        JsonNode report = job.path("report");
        assertThat(ok(report, "chain")).as(report.toString()).isTrue();
        assertThat(ok(report, "payloads")).isTrue();
        assertThat(ok(report, "projections")).as(report.toString()).isTrue();
        assertThat(report.path("events").longValue()).isPositive();
        assertThat(report.path("undetectable").size()).isPositive();
        String id = job.path("verificationId").asString();
        assertThat(service.get("/ledger/verify").text()).contains("核验记录").contains(id);
        assertThat(service.get("/ledger/verify/" + id).text())
                .contains("杂凑链与编号")
                .contains("发现不了的");
        assertThat(service.get("/ledger/verify/" + id + "/report.json")
                        .json()
                        .path("tool")
                        .asString())
                .isEqualTo("verify");
        assertThat(service.get("/").text()).contains("/ledger/verify");
    }

    @Test
    void secondVerificationAtTheSameTimeIsRefused() throws SQLException {
        try (Turn elsewhere = Turn.take(database, Verifications.TURN).orElseThrow()) {
            UUID running = UUID.randomUUID();
            store.started(running, "admin");

            assertThat(service.postJson(PATH, Map.of()).status()).isEqualTo(409);
            assertThat(service.get(PATH + "/" + running).json().path("status").asString())
                    .isEqualTo("RUNNING");
            assertThat(elsewhere).isNotNull();
        }
        assertThat(service.get(latest()).json().path("status").asString())
                .as("the node that ran it is gone")
                .isEqualTo("INTERRUPTED");
    }

    @Test
    void commandLineVerifiesBesideTheRunningService() throws Exception {
        service.organ("verify-" + UUID.randomUUID(), "核验镇人民政府");
        ProcessBuilder builder =
                new ProcessBuilder("java", "-Dstderr.encoding=UTF-8", "-jar", JAR.toString(), "verify");
        builder.environment().put("LEDGER_DATA_DIR", dataDirectory.toString());
        Path log = dataDirectory.resolve("verify.log");
        Process process = builder.redirectError(log.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        JsonNode report = JsonMapper.builder().build().readTree(out);
        assertThat(ok(report, "chain")).as(out).isTrue();
        assertThat(process.exitValue()).isEqualTo(report.path("ok").booleanValue() ? 0 : 1);
        assertThat(log).content(StandardCharsets.UTF_8).contains("杂凑链与编号：相符");
        assertThat(service.get("/api/v1/organs").status()).isEqualTo(200);
    }

    @Test
    void commandLineSaysWhatItCannotDo() throws Exception {
        ProcessBuilder unknown = new ProcessBuilder("java", "-Dstderr.encoding=UTF-8", "-jar", JAR.toString(), "verfy");
        Process process = unknown.start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(err).contains("没有“verfy”这个命令").contains("用法");

        ProcessBuilder nowhere =
                new ProcessBuilder("java", "-Dstderr.encoding=UTF-8", "-jar", JAR.toString(), "verify");
        nowhere.environment()
                .put("LEDGER_DATA_DIR", dataDirectory.resolve("nowhere").toString());
        Process empty = nowhere.start();
        String missing = new String(empty.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(empty.waitFor()).isEqualTo(2);
        assertThat(missing).contains("没有内置数据库");
    }
}
