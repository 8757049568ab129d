package org.disclosureledger.application.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.database.Turn;
import org.disclosureledger.projections.Projector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The running service rebuilds its tables beside the live ones, compares, and swaps what agrees or what somebody wants. */
@RunningService
class RebuildIT {

    private static final String PATH = "/api/v1/ledger/rebuilds";

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private List<Projector> projectors;

    private Service service;
    private String organ;

    @BeforeEach
    void connect() {
        service = new Service(port);
        organ = organ("重建镇人民政府");
    }

    private String organ(String name) {
        String code = "rebuild-" + UUID.randomUUID();
        service.organ(code, name);
        return code;
    }

    private void requests(String of, int year, int count) {
        StringBuilder csv = new StringBuilder("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n");
        for (int i = 0; i < count; i++) {
            csv.append("重建-%d-%d,%d-03-05,网络,自然人,张某,某内容%n".formatted(year, i, year));
        }
        Answer answer = service.importCsv(of, "requests", csv.toString());
        assertThat(answer.json().path("stored").asBoolean()).as(answer.text()).isTrue();
    }

    private String begun(Map<String, Object> body) {
        Answer answer = service.postJson(PATH, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return PATH + "/" + answer.json().path("rebuildId").asString();
    }

    private JsonNode ended(String address) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        !service.get(address).json().path("state").asString().equals("RUNNING"));
        return service.get(address).json();
    }

    private JsonNode done(Map<String, Object> body, String state) {
        JsonNode job = ended(begun(body));
        assertThat(job.path("state").asString()).as(job.toPrettyString()).isEqualTo(state);
        return job;
    }

    private static JsonNode part(JsonNode job, String projector) {
        for (JsonNode part : job.path("parts").values()) {
            if (part.path("projector").asString().equals(projector)) {
                return part;
            }
        }
        throw new AssertionError("no part " + projector);
    }

    private static JsonNode table(JsonNode job, String projector, String name) {
        for (JsonNode table : part(job, projector).path("tables").values()) {
            if (table.path("table").asString().equals(name)) {
                return table;
            }
        }
        throw new AssertionError("no table " + name);
    }

    private long count(String sql, Object... parameters) {
        Long count = template.queryForObject(sql, Long.class, parameters);
        return count == null ? 0 : count;
    }

    private void spoil(String of) {
        assertThat(template.update(
                        "delete from annual_entry where entry = (select min(entry) from annual_entry where organ = ?"
                                + " and measure = 'request.received')",
                        of))
                .isEqualTo(1);
    }

    private void putRight() {
        String address = begun(Map.of("projectors", new String[] {"annual-tables"}));
        if (ended(address).path("state").asString().equals("DIFFERENT")) {
            service.postJson(address + "/swap", Map.of("reason", "测试完毕"));
            assertThat(ended(address).path("state").asString()).isEqualTo("SWAPPED");
        }
    }

    @Test
    void agreesAndIsSwappedWhilePeopleGoOnRecording() throws Exception {
        requests(organ, 2025, 300);
        JsonNode before = service.tables(organ, 2025).path("tables");
        long lastRow = count("select max(entry) from annual_entry");
        CountDownLatch stop = new CountDownLatch(1);
        try (ExecutorService people = Executors.newSingleThreadExecutor()) {
            Future<Integer> recording = people.submit(() -> {
                int recorded = 0;
                while (stop.getCount() > 0) {
                    requests(organ, 2022, 1 + recorded++ % 3);
                }
                return recorded;
            });
            JsonNode job;
            try {
                job = done(Map.of(), "SWAPPED");
            } finally {
                stop.countDown();
            }

            assertThat(recording.get()).isPositive();
            assertThat(job.path("parts")
                            .valueStream()
                            .map(part -> part.path("projector").asString()))
                    .as("every projector of the service")
                    .containsExactlyInAnyOrderElementsOf(
                            projectors.stream().map(Projector::name).toList());
            assertThat(job.path("read").longValue()).isPositive();
            assertThat(part(job, "annual-tables").path("cellsCompared").longValue())
                    .isPositive();
        }
        assertThat(service.tables(organ, 2025).path("tables")).isEqualTo(before);
        assertThat(count("select min(entry) from annual_entry where organ = ?", organ))
                .as("other rows with the same content")
                .isGreaterThan(lastRow);
        String id = service.get(PATH).json().get(0).path("rebuildId").asString();
        assertThat(service.get("/ledger/rebuild").text()).contains(id).contains("重建记录");
        assertThat(service.get("/ledger/rebuild/" + id).text()).contains("已经换上").contains("年度报表");
    }

    /** A statement sees what was there at the beginning of its transaction: it must not find an exchanged table empty. */
    @Test
    void whoeverBeganToReadBeforeTheSwapSeesAllRowsAfterIt() throws SQLException {
        requests(organ, 2025, 20);
        String counting = "select count(*) from annual_entry where organ = '" + organ + "'";
        long before = count(counting);
        try (Connection reader = database.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select 1 from organ");
            done(Map.of(), "SWAPPED");
            try (ResultSet row = statement.executeQuery(counting)) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(before).isPositive();
            }
            reader.rollback();
        }
    }

    @Test
    void differenceIsReportedByCellAndOrganAndTakenOnlyWithAReason() {
        requests(organ, 2025, 3);
        spoil(organ);

        JsonNode job = done(Map.of(), "DIFFERENT");

        JsonNode entries = table(job, "annual-tables", "annual_entry");
        assertThat(entries.path("missing").longValue()).isEqualTo(1);
        assertThat(entries.path("differing").get(0).path("organ").asString()).isEqualTo(organ);
        assertThat(entries.path("differing").get(0).path("live").asBoolean()).isFalse();
        JsonNode cell = part(job, "annual-tables").path("cells").get(0);
        assertThat(cell.path("organ").asString()).isEqualTo(organ);
        assertThat(cell.path("year").intValue()).isEqualTo(2025);
        assertThat(cell.path("live").asString()).isEqualTo("2");
        assertThat(cell.path("rebuilt").asString()).isEqualTo("3");
        assertThat(cell.path("label").asString()).contains("新收");
        assertThat(part(job, "registers").path("state").asString()).isEqualTo("AGREED");
        assertThat(count("select count(*) from annual_entry where organ = ? and measure = 'request.received'", organ))
                .as("not taken by itself")
                .isEqualTo(2);

        String address = PATH + "/" + job.path("rebuildId").asString();
        assertThat(service.get("/ledger/rebuild/" + job.path("rebuildId").asString())
                        .text())
                .contains("换上的理由")
                .contains(organ);
        assertThat(service.postJson(address + "/swap", Map.of("reason", " ")).status())
                .isEqualTo(400);
        assertThat(service.postJson(address + "/resume", Map.of()).status()).isEqualTo(409);
        assertThat(service.postJson(address + "/swap", Map.of("reason", "现有的一行被删了"))
                        .status())
                .isEqualTo(202);
        JsonNode swapped = ended(address);
        assertThat(swapped.path("state").asString()).isEqualTo("SWAPPED");
        assertThat(swapped.path("swapReason").asString()).isEqualTo("现有的一行被删了");
        assertThat(count("select count(*) from annual_entry where organ = ? and measure = 'request.received'", organ))
                .isEqualTo(3);
        done(Map.of(), "SWAPPED");
    }

    @Test
    void rowsOfOneOrganAreRebuiltAlone() {
        String other = organ("另一镇人民政府");
        requests(organ, 2025, 3);
        requests(other, 2025, 3);
        spoil(organ);
        spoil(other);

        JsonNode job = done(Map.of("organ", organ), "DIFFERENT");
        assertThat(table(job, "annual-tables", "annual_entry").path("missing").longValue())
                .isEqualTo(1);
        assertThat(table(job, "annual-tables", "annual_case").path("rows").longValue())
                .isEqualTo(3);
        String address = PATH + "/" + job.path("rebuildId").asString();
        service.postJson(address + "/swap", Map.of("reason", "只换这一个机关"));
        assertThat(ended(address).path("state").asString()).isEqualTo("SWAPPED");

        String left = "select count(*) from annual_entry where organ = ? and measure = 'request.received'";
        assertThat(count(left, organ)).isEqualTo(3);
        assertThat(count(left, other)).isEqualTo(2);
        done(Map.of("organ", organ), "SWAPPED");
        putRight();
        assertThat(count(left, other)).isEqualTo(3);
    }

    @Test
    void oneYearIsComparedAndNotTaken() {
        requests(organ, 2024, 2);
        requests(organ, 2025, 2);
        assertThat(service.postJson(PATH, Map.of("year", 2025, "swap", true)).status())
                .isEqualTo(422);
        assertThat(service.postJson(PATH, Map.of("year", 2019)).status()).isEqualTo(400);
        assertThat(service.postJson(PATH, Map.of("organ", "nobody")).status()).isEqualTo(404);

        JsonNode same = done(Map.of("organ", organ, "year", 2025), "AGREED");
        assertThat(same.path("parts")
                        .valueStream()
                        .map(part -> part.path("projector").asString()))
                .as("those that know of years")
                .containsExactlyInAnyOrderElementsOf(projectors.stream()
                        .filter(p ->
                                p.tables().stream().anyMatch(t -> !t.years().isEmpty()))
                        .map(Projector::name)
                        .toList());
        assertThat(part(same, "annual-tables").path("cellsCompared").longValue())
                .isPositive();

        template.update(
                "delete from annual_entry where organ = ? and measure = 'request.received' and first_year = 2025",
                organ);
        JsonNode job = done(Map.of("organ", organ, "year", 2025), "DIFFERENT");
        assertThat(part(job, "annual-tables").path("cells").size()).isPositive();
        assertThat(service.postJson(PATH + "/" + job.path("rebuildId").asString() + "/swap", Map.of("reason", "只换一个年度"))
                        .status())
                .isEqualTo(409);
        putRight();
    }

    @Test
    void interruptedRebuildGoesOnWhereItWas() {
        requests(organ, 2023, 3_000);
        String address = begun(Map.of("swap", false));
        Answer interrupting = service.postJson(address + "/interrupt", Map.of());
        assertThat(interrupting.status()).as(interrupting.text()).isEqualTo(202);
        JsonNode interrupted = ended(address);
        assertThat(interrupted.path("state").asString())
                .as(interrupted.toPrettyString())
                .isEqualTo("INTERRUPTED");
        assertThat(interrupted.path("finishedAt").isNull()).isFalse();
        assertThat(service.postJson(address + "/swap", Map.of("reason", "半截")).status())
                .isEqualTo(409);
        long read = count("select coalesce(sum(number), 0) from rebuild.projection_position");

        assertThat(service.postJson(address + "/resume", Map.of()).status()).isEqualTo(202);
        JsonNode job = ended(address);
        assertThat(job.path("state").asString()).as(job.toPrettyString()).isEqualTo("AGREED");
        assertThat(job.path("read").longValue()).isGreaterThan(read);
        assertThat(service.postJson(address + "/interrupt", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void secondRebuildAtTheSameTimeIsRefusedAndAResentOneIsTheSame() throws SQLException {
        String running;
        try (Turn elsewhere = Turn.take(database, Rebuilds.TURN).orElseThrow()) {
            Answer refused = service.postJson(PATH, Map.of());
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("type").asString()).endsWith("rebuild-running");
            running = UUID.randomUUID().toString();
            template.update(
                    "insert into rebuild_job (rebuild_id, requested_by, started_at, swap, version, state, phase,"
                            + " run_since) values ('" + running
                            + "', 'admin', now(), true, '', 'RUNNING', '重放', now())");
            assertThat(service.get(PATH + "/" + running).json().path("state").asString())
                    .isEqualTo("RUNNING");
            assertThat(elsewhere).isNotNull();
        }
        assertThat(service.get(PATH + "/" + running).json().path("state").asString())
                .as("the node that ran it is gone")
                .isEqualTo("INTERRUPTED");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> body = Map.of("projectors", new String[] {"organs"});
        String first =
                service.postJson(PATH, body, key).json().path("rebuildId").asString();
        assertThat(service.postJson(PATH, body, key).json().path("rebuildId").asString())
                .isEqualTo(first);
        assertThat(service.postJson(PATH, Map.of("projectors", new String[] {"caseload"}), key)
                        .status())
                .as("the same key for something else")
                .isEqualTo(422);
        assertThat(ended(PATH + "/" + first).path("state").asString()).isEqualTo("SWAPPED");
    }

    /** Nothing can handle it in the live tables, since no such event is there; the rebuild has nothing parked. */
    @Test
    void takingOverClearsWhatWasParked() {
        requests(organ, 2025, 1);
        template.update(
                "insert into parked_event (projector, number, organ, aggregate_type, aggregate_id, type, error, parked_at,"
                        + " attempts) values ('caseload', -1, ?, 'request', ?, 'RequestReceived', 'x', now(), 1)",
                organ,
                UUID.randomUUID().toString());

        Map<String, Object> caseload = Map.of("organ", organ, "projectors", new String[] {"caseload"});
        JsonNode first = done(caseload, "DIFFERENT");
        JsonNode job = done(caseload, "DIFFERENT");
        Answer gone =
                service.postJson(PATH + "/" + first.path("rebuildId").asString() + "/swap", Map.of("reason", "已经不在"));
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.json().path("type").asString()).endsWith("rebuild-gone");
        assertThat(table(job, "caseload", "parked_event").path("surplus").longValue())
                .isEqualTo(1);
        String address = PATH + "/" + job.path("rebuildId").asString();
        service.postJson(address + "/swap", Map.of("reason", "重建时都能处理"));
        assertThat(ended(address).path("state").asString()).isEqualTo("SWAPPED");
        assertThat(count("select count(*) from parked_event where organ = ?", organ))
                .isZero();
    }
}
