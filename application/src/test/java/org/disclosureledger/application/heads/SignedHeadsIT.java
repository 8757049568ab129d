package org.disclosureledger.application.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** From events to files elsewhere, in the running service. */
@RunningService
@DirtiesContext
class SignedHeadsIT {

    private static final Recipient RECIPIENT = new Recipient();
    private static final String ORGAN = "heads-it";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("ledger.heads.every", () -> "1h");
        properties.add("ledger.heads.receiver-url", RECIPIENT::address);
        properties.add("ledger.heads.receiver-token", () -> "token");
    }

    @LocalServerPort
    private int port;

    @Value("${ledger.data-dir}")
    private Path data;

    @Autowired
    private HeadDirectory heads;

    @Autowired
    private MeterRegistry metrics;

    private Service service = new Service(0);

    @BeforeEach
    void connect() {
        service = new Service(port);
        if (service.get("/api/v1/organs/" + ORGAN).status() != 200) {
            service.postJson("/api/v1/organs", Map.of("code", ORGAN, "name", "甲县人民政府"));
        }
    }

    @AfterAll
    static void close() {
        RECIPIENT.close();
    }

    private static String requests(String year, int rows) {
        StringBuilder csv = new StringBuilder("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\r\n");
        for (int i = 1; i <= rows; i++) {
            csv.append(year).append('-').append(i).append(',').append(year).append("-03-05,网络,自然人,某甲,某事\r\n");
        }
        return csv.toString();
    }

    private SignedHead latest() throws Exception {
        List<HeadName> names = heads.names();
        return heads.read(names.get(names.size() - 1));
    }

    @Test
    void headOnDemandIsSignedKeptAndReadBack() throws Exception {
        Service.Answer answer = service.postJson("/api/v1/ledger/heads", Map.of());
        assertThat(answer.status()).isEqualTo(201);
        SignedHead signed = SignedHead.read(answer.bytes());
        HeadPublicKey key = HeadPublicKey.ofPem(
                service.get("/api/v1/ledger/heads/public-key").text());
        assertThat(signed.verify(key)).isTrue();
        assertThat(Files.readString(data.resolve("keys").resolve("head-signing.pub")))
                .isEqualTo(key.pem());
        assertThat(heads.path()).isEqualTo(data.resolve("heads"));

        JsonNode head = service.get("/api/v1/ledger/head").json();
        assertThat(head.path("number").longValue()).isEqualTo(signed.head().number());
        assertThat(head.path("hash").asString()).isEqualTo(signed.head().hex());
        assertThat(head.path("ledger").asString())
                .isEqualTo(signed.head().ledger().toString());
        assertThat(head.path("algorithm").asString()).isEqualTo("SM3");

        JsonNode listed = service.get("/api/v1/ledger/heads?limit=1").json();
        assertThat(listed.path("heads")).hasSize(1);
        assertThat(listed.path("unreadable")).isEmpty();
        assertThat(service.get("/api/v1/ledger/heads?limit=0").status()).isEqualTo(400);
        assertThat(service.anonymous("/api/v1/ledger/heads").status()).isEqualTo(401);
        assertThat(metrics.get("ledger.heads.number").gauge().value())
                .isEqualTo((double) signed.head().number());
    }

    @Test
    void thousandEventsMakeAHeadAtOnceAndOneDoesNot() throws Exception {
        service.postJson("/api/v1/ledger/heads", Map.of());
        long before = latest().head().number();
        service.importCsv(ORGAN, "requests", requests("2024", 3));
        service.importCsv(ORGAN, "requests", requests("2025", 1_000));
        await().atMost(Duration.ofSeconds(20)).until(() -> latest().head().number() >= before + 1_000);
        JsonNode head = service.get("/api/v1/ledger/head").json();
        assertThat(latest().head().number()).isEqualTo(head.path("number").longValue());
        assertThat(heads.names()).noneMatch(n -> n.number() > before && n.number() < before + 1_000);
    }

    @Test
    void receiverThatWasDownGetsAllHeadsInOrder() throws Exception {
        RECIPIENT.down();
        for (int i = 0; i < 3; i++) {
            service.postJson("/api/v1/ledger/heads", Map.of());
        }
        await().until(() -> !receiver().path("failure").isMissingNode());
        JsonNode health = service.get("/actuator/health").json();
        assertThat(health.path("components").path("heads").path("status").asString())
                .isEqualTo("UP");
        RECIPIENT.up();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> receiver().path("waiting").asInt(-1) == 0
                        && receiver().path("failure").isMissingNode());
        List<byte[]> kept = new ArrayList<>();
        for (HeadName name : heads.names()) {
            kept.add(heads.content(name));
        }
        assertThat(RECIPIENT.taken()).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(RECIPIENT.requests()).allMatch(r -> r.endsWith(" application/json Bearer token"));
    }

    private JsonNode receiver() {
        return service.get("/actuator/health")
                .json()
                .path("components")
                .path("heads")
                .path("details")
                .path("receiver");
    }

    @Test
    void reportAndCaseCarryNumberAndHashOfTheirEvents() {
        service.importCsv(ORGAN, "requests", requests("2023", 1));
        JsonNode report = service.get("/api/v1/organs/" + ORGAN + "/annual-reports/2023/report.json")
                .json();
        JsonNode ledger = report.path("ledger");
        assertThat(ledger.path("number")).isEqualTo(report.path("readUpTo"));
        assertThat(ledger.path("algorithm").asString()).isEqualTo("SM3");

        String caseId = service.get("/api/v1/organs/" + ORGAN + "/registers/requests?number=2023-1")
                .json()
                .path("cases")
                .path(0)
                .path("case")
                .asString();
        JsonNode events = service.get("/api/v1/organs/" + ORGAN + "/cases/" + caseId)
                .json()
                .path("events");
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.path("hash").asString()).matches("[0-9a-f]{64}");
        assertThat(last.path("hashAlgorithm").asString()).isEqualTo("SM3");
        assertThat(last.path("number")).isEqualTo(report.path("readUpTo"));
        assertThat(ledger.path("hash")).isEqualTo(last.path("hash"));

        // A later event changes neither number nor hash of what was read before.
        String asOf = last.path("recordedAt").asString();
        service.importCsv(ORGAN, "requests", requests("2022", 1));
        JsonNode then = service.get("/api/v1/organs/" + ORGAN + "/annual-reports/2023/report.json?asOf=" + asOf)
                .json();
        assertThat(then.path("ledger")).isEqualTo(ledger);
        assertThat(service.get("/organs/" + ORGAN + "/cases/" + caseId).text())
                .contains(last.path("hash").asString());
    }
}
