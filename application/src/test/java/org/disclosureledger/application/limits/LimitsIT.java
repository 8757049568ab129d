package org.disclosureledger.application.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whoever asks too much is told when to come again; whoever else asks is served. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class LimitsIT {

    private static final String ORGAN = "limited";
    private static final int ACCOUNT = 60;
    private static final int PLACE = 40;

    @LocalServerPort
    private int port;

    @Autowired
    private EmbeddedDatabase database;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) throws IOException {
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "limits-");
        properties.add("ledger.data-dir", data::toString);
        for (String account : List.of("admin", "sysadmin", "secadmin", "auditadmin")) {
            properties.add("ledger." + account + "-password", () -> Service.PASSWORD);
        }
        properties.add("ledger.limits.account-per-minute", () -> ACCOUNT);
        properties.add("ledger.limits.place-per-minute", () -> PLACE);
        properties.add("ledger.limits.searches", () -> 2);
        properties.add("ledger.limits.imports", () -> 2);
        properties.add("ledger.limits.exports", () -> 2);
        properties.add("ledger.limits.audit-packages", () -> 1);
    }

    private static void toldToWait(Answer answer, String sentence) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(answer.text()).contains(sentence);
    }

    /** Answers to so many requests, some at a time, so that they come faster than what was used up comes back. */
    private static List<Answer> burst(int requests, Supplier<Answer> request) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                asked.add(threads.submit(request::get));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** As a browser asks for it. */
    private Answer signInPage() {
        try {
            HttpResponse<byte[]> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                                    .header("Accept", "text/html")
                                    .build(),
                            BodyHandlers.ofByteArray());
            return new Answer(
                    page.statusCode(),
                    page.headers().firstValue("Content-Type").orElse(""),
                    page.body(),
                    page.headers());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer refusedAmong(List<Answer> answers, int limit) {
        assertThat(answers).filteredOn(a -> a.status() == 200).hasSizeGreaterThanOrEqualTo(limit / 2);
        assertThat(answers).allMatch(a -> a.status() == 200 || a.status() == 429);
        return answers.stream().filter(a -> a.status() == 429).findFirst().orElseThrow();
    }

    @Test
    void eachAccountHasItsOwnNumber() throws Exception {
        Service admin = new Service(port);
        admin.organ(ORGAN, "限量镇人民政府");
        Service busy = new Staff(admin).hire(ORGAN, "limited.busy", Role.CLERK);
        Service other = new Staff(admin).hire(ORGAN, "limited.other", Role.CLERK);
        Answer refused = refusedAmong(burst(4 * ACCOUNT, () -> busy.get("/api/v1/organs")), ACCOUNT);
        toldToWait(refused, "每分钟最多 " + ACCOUNT + " 次");
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.json().path("type").asString()).endsWith(":too-many-requests");
        assertThat(burst(ACCOUNT, () -> busy.get("/password"))).anyMatch(a -> a.status() == 429);
        assertThat(other.get("/api/v1/organs").status()).isEqualTo(200);
    }

    @Test
    void whoHasNotSignedInIsCountedByPlaceAndKeepsNobodyOut() throws Exception {
        Service admin = new Service(port);
        toldToWait(refusedAmong(burst(4 * PLACE, () -> admin.anonymous("/login")), PLACE), "Too Many Requests");
        List<Answer> pages = burst(PLACE, this::signInPage);
        assertThat(pages).anySatisfy(page -> {
            toldToWait(page, "<h1>请求太多</h1>");
            assertThat(page.contentType()).startsWith("text/html");
        });
        assertThat(burst(PLACE, () -> admin.anonymous("/assets/icon.svg"))).allMatch(a -> a.status() == 200);
        assertThat(burst(PLACE, () -> admin.anonymous("/actuator/health"))).allMatch(a -> a.status() == 200);
        assertThat(admin.get("/api/v1/organs").status()).isEqualTo(200);
    }

    /** Exports that cannot get on fill their door; the next one is turned away, other work is done. */
    @Test
    void fullDoorTurnsAwayAndIsFreeAgainAfterwards() throws Exception {
        Service admin = new Service(port);
        String organ = "limited-doors";
        admin.organ(organ, "窄门镇人民政府");
        String export = "/api/v1/organs/" + organ + "/registers/documents/list-export?format=csv";
        assertThat(admin.get(export).status()).isEqualTo(200);
        try (Connection owner = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
                Statement statement = owner.createStatement();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            owner.setAutoCommit(false);
            statement.execute("lock table register_row in access exclusive mode");
            List<Future<Answer>> waiting = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                waiting.add(threads.submit(() -> admin.get(export)));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> blocked(owner) == 2);
            toldToWait(admin.get(export), "同时导出的人太多");
            assertThat(admin.get("/api/v1/organs").status()).isEqualTo(200);
            owner.rollback();
            for (Future<Answer> one : waiting) {
                assertThat(one.get().status()).isEqualTo(200);
            }
        }
        for (int i = 0; i < 5; i++) {
            assertThat(admin.get(export).status()).isEqualTo(200);
        }
    }

    private static int blocked(Connection owner) throws Exception {
        try (Statement statement = owner.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Senders that never finish hold their places, and give them back when they go. */
    @Test
    void unfinishedUploadsFillTheDoorForImportsUntilTheyGo() throws Exception {
        Service admin = new Service(port);
        String organ = "limited-imports";
        admin.organ(organ, "慢传镇人民政府");
        Service clerk = new Staff(admin).hire(organ, "limited.clerk", Role.CLERK);
        String csv = "年度,事项,数量\n2024,行政许可,1\n";
        String path = "/api/v1/organs/" + organ + "/imports/tallies";
        try (Socket first = halfSent(path);
                Socket second = halfSent(path)) {
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> clerk.importCsv(organ, "tallies", csv).status() == 429);
            toldToWait(clerk.importCsv(organ, "tallies", csv), "同时导入的人太多");
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> clerk.importCsv(organ, "tallies", csv).status() == 200);
    }

    private Socket halfSent(String path) throws IOException {
        Socket socket = new Socket("localhost", port);
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
                        + Base64.getEncoder()
                                .encodeToString(("admin:" + Service.PASSWORD).getBytes(StandardCharsets.UTF_8))
                        + "\r\nContent-Type: text/csv\r\nContent-Length: 100000\r\n\r\n年度,")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        return socket;
    }
}
