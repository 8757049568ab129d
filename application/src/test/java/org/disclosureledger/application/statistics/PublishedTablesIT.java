package org.disclosureledger.application.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Registers go in as files, the published tables come out, cell by cell. */
@RunningService
class PublishedTablesIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    static Stream<Arguments> examplesWithSeeds() {
        return Stream.of("chengguan-2022", "hongze-2024", "shanghai-kewei-2024")
                .flatMap(name -> Stream.of(1, 2, 3, 4, 5).map(seed -> Arguments.of(name, seed)));
    }

    @ParameterizedTest
    @MethodSource("examplesWithSeeds")
    void registersGiveThePublishedTables(String name, int seed) {
        JsonNode published = PublishedTables.read(name);
        Service service = new Service(port);
        String organ = name + "-" + seed;
        service.organ(organ, published.path("organ").asString());
        importAll(service, organ, new RegistersOfTables(seed, published));

        JsonNode tables = service.tables(organ, published.path("year").asInt());

        assertSameCells(tables, published);
        assertThat(failedChecks(tables)).isEmpty();
        assertSameReference(service, organ, tables);
    }

    @Test
    void twoConsecutiveYearsOfALargeOrganGiveTheirTables() {
        JsonNode first = invented(2023, 900, 1, null);
        JsonNode second = invented(2024, 1_100, 2, first);
        Service service = new Service(port);
        service.organ("two-years", "某市人民政府");
        importAll(service, "two-years", new RegistersOfTables(7, first, second));

        JsonNode before = service.tables("two-years", 2023);
        assertSameCells(before, first);
        assertSameReference(service, "two-years", before);
        JsonNode tables = service.tables("two-years", 2024);
        assertSameCells(tables, second);
        assertSameReference(service, "two-years", tables);
        assertThat(failedChecks(tables)).isEmpty();
    }

    @Test
    void everyFigureOpensIntoAsManyCasesAsItSays() {
        JsonNode published = PublishedTables.read("shanghai-kewei-2024");
        Service service = new Service(port);
        service.organ("opened", "上海市科学技术委员会");
        importAll(service, "opened", new RegistersOfTables(9, published));
        JsonNode rows = service.tables("opened", 2024).path("requests").path("rows");
        Set<String> results = new TreeSet<>();
        for (Map.Entry<String, JsonNode> row : rows.properties()) {
            Answer answer = service.get(
                    "/api/v1/organs/opened/annual-reports/2024/tables/cells/requests/" + row.getKey() + "/total");
            JsonNode cases = answer.json().path("cases");

            assertThat(cases.size())
                    .as(row.getKey())
                    .isEqualTo(row.getValue().path(6).asInt());
            cases.forEach(c -> assertThat(c.path("events").isEmpty()).isFalse());
            if (cases.size() > 0 && row.getKey().contains(".")) {
                cases.forEach(c ->
                        assertThat(results.add(c.path("number").asString())).isTrue());
            }
        }
        assertThat(results).isNotEmpty();
    }

    @Test
    void tableOfThePastShowsWhatWasKnownThen() {
        Service service = new Service(port);
        service.organ("as-of", "清河镇人民政府");
        String header = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\n";
        service.importCsv("as-of", "requests", header + "R1,2024-03-05,当面,自然人,张某,某事,,\n");
        JsonNode before = service.tables("as-of", 2024);
        String instant = java.time.Instant.now().toString();
        service.importCsv("as-of", "requests", header + "R1,2024-03-05,当面,自然人,张某,某事,2024-03-20,予以公开\n");

        Answer then = service.get("/api/v1/organs/as-of/annual-reports/2024/tables?asOf=" + instant);
        Answer again = service.get("/api/v1/organs/as-of/annual-reports/2024/tables?asOf=" + instant);

        assertThat(then.json().path("requests")).isEqualTo(before.path("requests"));
        assertThat(then.json().path("readUpTo")).isEqualTo(before.path("readUpTo"));
        assertThat(again.text()).isEqualTo(then.text());
        assertThat(service.tables("as-of", 2024).at("/requests/rows/granted/6").asInt())
                .isEqualTo(1);
    }

    @Test
    void publishedTableThatContradictsItselfIsFound() {
        Answer answer = new Service(port).postJson("/api/v1/annual-tables/checks", PublishedTables.read("jinhu-2023"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(failedChecks(answer.json())).containsExactly("remedies.total litigation.direct");
    }

    @Test
    void lastYearsTableIsComparedWhenItIsGiven() {
        JsonNode kewei = PublishedTables.read("shanghai-kewei-2024");
        Answer answer = new Service(port)
                .postJson(
                        "/api/v1/annual-tables/checks",
                        Map.of("table", kewei, "previous", PublishedTables.read("hongze-2024")));

        assertThat(failedChecks(answer.json()))
                .contains("requests.carryOver carriedIn", "proactive.inForce normativeDocuments");
    }

    private static void importAll(Service service, String organ, RegistersOfTables registers) {
        Map<String, String> files = new TreeMap<>();
        files.put("requests", registers.requests());
        files.put("remedies", registers.remedies());
        files.put("documents", registers.documents());
        files.put("tallies", registers.tallies());
        files.forEach((register, csv) -> {
            Answer answer = service.importCsv(organ, register, csv);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        });
    }

    private static void assertSameCells(JsonNode tables, JsonNode published) {
        assertThat(tables.path("format").asString()).isEqualTo("2021-30");
        for (String part : new String[] {"proactive", "requests", "reconsideration", "litigation"}) {
            assertThat(tables.path(part)).as(part).isEqualTo(published.path(part));
        }
    }

    /** What SQL counts from the events is what was kept, and adds up as well; suits over refusals it cannot judge. */
    private static void assertSameReference(Service service, String organ, JsonNode tables) {
        Answer answer = service.get("/api/v1/organs/" + organ + "/annual-reports/"
                + tables.path("year").asInt() + "/tables/reference");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode reference = answer.json();

        assertSameCells(reference, tables);
        assertThat(reference.path("differences").isEmpty()).isTrue();
        assertThat(reference.path("readUpTo")).isEqualTo(tables.path("readUpTo"));
        assertThat(reference.path("countingRules")).isEqualTo(tables.path("countingRules"));
        assertThat(failedChecks(reference)).isEqualTo(failedChecks(tables));
    }

    private static Set<String> failedChecks(JsonNode tables) {
        Set<String> failed = new TreeSet<>();
        tables.path("checks").forEach(c -> {
            if (!c.path("holds").asBoolean()) {
                failed.add(c.path("id").asString() + " " + c.path("row").asString(""));
            }
        });
        assertThat(tables.path("checks").size()).isPositive();
        return failed;
    }

    /** Tables of a year that nobody published, but that add up. */
    private static JsonNode invented(int year, int requests, long seed, @Nullable JsonNode lastYear) {
        java.util.Random random = new java.util.Random(seed);
        ObjectNode table = (ObjectNode) PublishedTables.read("hongze-2024").deepCopy();
        table.put("year", year);
        ObjectNode rows = (ObjectNode) table.path("requests").path("rows");
        int[][] cells = new int[rows.size()][7];
        java.util.List<String> names = new java.util.ArrayList<>(rows.propertyNames());
        for (int kind = 0; kind < 6; kind++) {
            int fresh = kind == 0 ? requests - 50 : 10;
            int before = lastYear == null
                    ? random.nextInt(4)
                    : lastYear.at("/requests/rows/carriedOut/" + kind).asInt();
            int after = random.nextInt(8);
            cells[names.indexOf("newReceived")][kind] = fresh;
            cells[names.indexOf("carriedIn")][kind] = before;
            cells[names.indexOf("carriedOut")][kind] = after;
            cells[names.indexOf("total")][kind] = fresh + before - after;
            for (int i = 0; i < fresh + before - after; i++) {
                cells[2 + random.nextInt(21)][kind]++;
            }
        }
        for (int r = 0; r < cells.length; r++) {
            ArrayNode row = JSON.createArrayNode();
            int sum = 0;
            for (int kind = 0; kind < 6; kind++) {
                row.add(cells[r][kind]);
                sum += cells[r][kind];
            }
            rows.set(names.get(r), row.add(sum));
        }
        if (lastYear != null) {
            int before = lastYear.at("/proactive/normativeDocuments/inForce").asInt();
            ObjectNode documents = (ObjectNode) table.at("/proactive/normativeDocuments");
            documents.put("issued", 4).put("repealed", 2).put("inForce", before + 2);
        }
        ObjectNode reconsideration = (ObjectNode) table.path("reconsideration");
        reconsideration.put("pending", 3).put("upheld", 5).put("total", 5 + 1 + 0 + 3);
        return table;
    }
}
