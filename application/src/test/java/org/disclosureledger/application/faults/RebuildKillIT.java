package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} of the service at random points of a rebuild: the live tables are never wrong and never empty. */
class RebuildKillIT {

    private static final int KILLS = FaultSize.pick(2, 20);
    private static final int REQUESTS = FaultSize.pick(3_000, 12_000);
    private static final String ORGAN = "rebuild-kill";
    private static final String BUSY_ORGAN = "rebuild-busy";
    private static final String REBUILDS = "/api/v1/ledger/rebuilds";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicInteger recorded = new AtomicInteger();

    private static void requests(Service service) {
        StringBuilder csv = new StringBuilder("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n");
        for (int i = 0; i < REQUESTS; i++) {
            csv.append("重建-").append(i).append(",2025-04-01,网络,商业企业,某公司,某内容\n");
        }
        Service.Answer answer = service.importCsv(ORGAN, "requests", csv.toString());
        assertThat(answer.json().path("stored").asBoolean()).as(answer.text()).isTrue();
    }

    private void record(JarService jar) {
        while (stop.getCount() > 0) {
            Map<String, Object> facts = Map.of(
                    "registrationNumber", "忙-" + UUID.randomUUID(),
                    "receivedOn", "2025-03-03",
                    "channel", "网络",
                    "applicantKind", "自然人",
                    "applicant", "申请人",
                    "content", "申请内容");
            try {
                recorded.addAndGet(recorded(jar, facts) ? 1 : 0);
                Pause.of(20, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean recorded(JarService jar, Map<String, Object> facts) {
        try {
            return jar.service()
                            .postJson("/api/v1/organs/" + BUSY_ORGAN + "/registers/requests", Map.of("facts", facts))
                            .status()
                    == 201;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static JsonNode latest(JarService jar) {
        return jar.service().get(REBUILDS).json().path(0);
    }

    /** What a dead service has begun in the database may take a moment to end there. */
    private static JsonNode ended(JarService jar) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !latest(jar).path("state").asString().equals("RUNNING"));
        return latest(jar);
    }

    /** A new one, or the interrupted one goes on. */
    private static void begin(JarService jar) {
        JsonNode last = latest(jar);
        boolean goOn = last.path("state").asString("").equals("INTERRUPTED");
        Service.Answer answer = jar.service()
                .postJson(goOn ? REBUILDS + "/" + last.path("rebuildId").asString() + "/resume" : REBUILDS, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    /** What a rebuild is doing just now, past the service. */
    private static String phase(JarService jar) throws Exception {
        try (Connection connection = DriverManager.getConnection(jar.jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select phase from rebuild_job where state = 'RUNNING'")) {
            return row.next() ? row.getString(1) : "ended";
        }
    }

    private static void awaitPhaseAfter(JarService jar, String before) {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !phase(jar).equals("准备") && !phase(jar).equals(before));
    }

    @Test
    void liveTablesAreNeverWrongNorEmpty() throws Exception {
        long seed = FaultSize.seed("kill -9 during a rebuild");
        Random random = new Random(seed);
        Map<String, Integer> killedIn = new TreeMap<>();
        int wentOn = 0;
        try (JarService jar = new JarService(directory.resolve("data").toAbsolutePath())) {
            jar.service().organ(ORGAN, "重建县人民政府");
            jar.service().organ(BUSY_ORGAN, "忙县人民政府");
            requests(jar.service());
            Thread recording = new Thread(() -> record(jar), "recording");
            try (TableReader reader = new TableReader(jar, ORGAN)) {
                assertThat(reader.rows()).contains("request.received").contains(" / " + REQUESTS);
                recording.start();
                long start = System.nanoTime();
                begin(jar);
                assertThat(ended(jar).path("state").asString()).isEqualTo("SWAPPED");
                long whole = (System.nanoTime() - start) / 1_000_000;
                for (int kill = 1; kill <= KILLS; kill++) {
                    begin(jar);
                    if (kill % 2 == 0) {
                        awaitPhaseAfter(jar, "重放");
                        Pause.of(random.nextInt((int) Math.max(1, whole / 4)), TimeUnit.MILLISECONDS);
                    } else {
                        Pause.of(random.nextInt((int) Math.max(1, whole)), TimeUnit.MILLISECONDS);
                    }
                    killedIn.merge(phase(jar), 1, Integer::sum);
                    jar.kill();
                    jar.restart();
                    wentOn += ended(jar).path("state").asString().equals("INTERRUPTED") ? 1 : 0;
                }
                begin(jar);
                JsonNode last = ended(jar);
                assertThat(last.path("state").asString())
                        .as(last.toPrettyString())
                        .isEqualTo("SWAPPED");
                stop.countDown();
                recording.join();
                System.out.printf(
                        "kill -9 during a rebuild: %d kills, in the phases %s; %d rebuilds went on; %d answers of the"
                                + " service and %d looks at the rows, %d of them late, %d wrong; %d requests recorded meanwhile; a"
                                + " whole rebuild took %d ms%n",
                        KILLS,
                        killedIn,
                        wentOn,
                        reader.answers.get(),
                        reader.looks.get(),
                        reader.lateLooks.get(),
                        reader.wrong.size(),
                        recorded.get(),
                        whole);
                assertThat(reader.wrong).isEmpty();
                assertThat(reader.answers.get()).isPositive();
                assertThat(reader.lateLooks.get()).isPositive();
            } finally {
                stop.countDown();
            }
            assertThat(wentOn).isPositive();
            Verdicts.bothVerifiersAgreeThatAllIsWell(jar);
        }
    }
}
