package org.disclosureledger.application.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.statistics.PublishedTables;
import org.disclosureledger.application.statistics.RegistersOfTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The charts of a year say what its tables say. */
@RunningService
class ChartsIT {

    private static final String HEADER = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\n";

    @LocalServerPort
    private int port;

    static Stream<Arguments> examplesWithSeeds() {
        return Stream.of("chengguan-2022", "hongze-2024", "shanghai-kewei-2024")
                .flatMap(name -> Stream.of(11, 12).map(seed -> Arguments.of(name, seed)));
    }

    /** What divides a figure adds up to it, and what is a figure of the tables is that figure. */
    @ParameterizedTest
    @MethodSource("examplesWithSeeds")
    void chartsAddUpToTheCellsOfTheTables(String name, int seed) {
        JsonNode published = PublishedTables.read(name);
        Service service = new Service(port);
        String organ = "charts-" + name + "-" + seed;
        int year = published.path("year").asInt();
        service.organ(organ, published.path("organ").asString());
        RegistersOfTables registers = new RegistersOfTables(seed, published);
        Map<String, String> files = new TreeMap<>(Map.of(
                "requests", registers.requests(),
                "remedies", registers.remedies(),
                "documents", registers.documents(),
                "tallies", registers.tallies()));
        files.forEach((register, csv) -> {
            Answer answer = service.importCsv(organ, register, csv);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        });

        JsonNode tables = service.tables(organ, year);
        JsonNode charts = charts(service, organ, year, "");

        assertThat(charts.path("readUpTo")).isEqualTo(tables.path("readUpTo"));
        JsonNode rows = tables.at("/requests/rows");
        long received = rows.at("/newReceived/6").asLong();
        long answered = rows.at("/total/6").asLong();
        assertThat(sum(charts, "receivedByMonth")).isEqualTo(received);
        assertThat(categories(charts, "receivedByMonth"))
                .hasSize(12)
                .startsWith("1")
                .endsWith("12");
        assertThat(sum(charts, "daysToAnswer")).isEqualTo(answered);
        assertThat(categories(charts, "daysToAnswer"))
                .containsExactly("upTo5", "6to10", "11to15", "16to20", "21to40", "over40");
        assertThat(sum(charts, "resultGroups")).isEqualTo(answered);
        assertThat(sum(charts, "applicantKinds")).isEqualTo(received);
        assertThat(values(charts, "applicantKinds", 0))
                .containsExactlyElementsOf(LongStream.range(0, 6)
                        .mapToObj(i -> rows.at("/newReceived/" + i).asLong())
                        .toList());
        List<String> results = categories(charts, "results");
        assertThat(results).hasSize(21);
        assertThat(values(charts, "results", 0))
                .containsExactlyElementsOf(results.stream()
                        .map(row -> rows.path(row).path(6).asLong())
                        .toList());
        assertThat(categories(charts, "resultGroups"))
                .containsExactly("granted", "partiallyGranted", "refused", "unavailable", "notProcessed", "other");
        int last = categories(charts, "fiveYears").size() - 1;
        assertThat(categories(charts, "fiveYears").get(last)).isEqualTo(Integer.toString(year));
        assertThat(Stream.of(0, 1, 2, 3)
                        .map(series -> values(charts, "fiveYears", series).get(last)))
                .containsExactly(
                        received,
                        answered,
                        tables.at("/reconsideration/total").asLong(),
                        tables.at("/litigation/direct/total").asLong()
                                + tables.at("/litigation/afterReconsideration/total")
                                        .asLong());
    }

    /** In the month of receipt and the band of the working days, whatever is corrected; as it was known when asked. */
    @Test
    void casesStandInTheirMonthAndBandAsTheyWereKnown() {
        Service service = new Service(port);
        String organ = "charts-bands";
        service.organ(organ, "清河镇人民政府");
        // 2024-03: 6–8: 1–3; 11–15: 4–8; 18–22: 9–13; 25–29: 14–18; April 1, 2: 19, 20; 3: 21.
        imported(
                service,
                organ,
                HEADER + "R1,2024-03-05,当面,自然人,张某,某事,2024-03-12,予以公开\n"
                        + "R2,2024-03-05,当面,自然人,张某,某事,2024-03-13,予以公开\n"
                        + "R3,2024-03-05,当面,自然人,张某,某事,2024-04-02,予以公开\n"
                        + "R4,2024-03-05,当面,自然人,张某,某事,2024-04-03,予以公开\n"
                        + "R5,2024-12-20,当面,自然人,张某,某事,,\n");
        String before = Instant.now().toString();
        service.postJson(
                "/api/v1/organs/" + organ + "/registers/requests",
                Map.of(
                        "facts",
                        Map.of(
                                "registrationNumber", "R1",
                                "receivedOn", "2024-02-29",
                                "channel", "inPerson",
                                "applicantKind", "naturalPerson",
                                "applicant", "张某",
                                "content", "某事",
                                "decidedOn", "2024-03-12",
                                "outcome", "granted"),
                        "corrections",
                        true,
                        "reason",
                        "误录"));

        JsonNode now = charts(service, organ, 2024, "");
        JsonNode then = charts(service, organ, 2024, "?asOf=" + before);

        assertThat(values(now, "receivedByMonth", 0)).containsExactly(0L, 1L, 3L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(values(then, "receivedByMonth", 0)).containsExactly(0L, 0L, 4L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L);
        // From 29 February to 12 March: March 1: 1; 4–8: 2–6; 11, 12: 7, 8.
        assertThat(values(now, "daysToAnswer", 0)).containsExactly(0L, 2L, 0L, 1L, 1L, 0L);
        assertThat(values(then, "daysToAnswer", 0)).containsExactly(1L, 1L, 0L, 1L, 1L, 0L);
        assertThat(charts(service, organ, 2024, "?asOf=" + before)).isEqualTo(then);
    }

    /** A year that was published shows what was published, also when a request appears afterwards. */
    @Test
    void earlierYearsAreAsTheyWerePublished() {
        Service service = new Service(port);
        String organ = "charts-years";
        service.organ(organ, "清河镇人民政府");
        imported(service, organ, HEADER + "R1,2023-03-01,当面,自然人,张某,某事,2023-03-10,予以公开\n");
        publish(service, organ, 2023, Map.of("publishedOn", "2024-01-20"));
        imported(service, organ, HEADER + "R2,2023-05-04,当面,自然人,张某,某事,2023-05-10,予以公开\n");
        imported(service, organ, HEADER + "R3,2024-05-06,当面,自然人,张某,某事,2024-05-10,予以公开\n");

        JsonNode charts = charts(service, organ, 2024, "");

        assertThat(categories(charts, "fiveYears")).containsExactly("2023", "2024");
        assertThat(values(charts, "fiveYears", 0)).containsExactly(1L, 1L);
        assertThat(chart(charts, "fiveYears").path("counted").asString()).contains("2023年度报告第1版", "2024年度按台账统计");
        assertThat(sum(charts(service, organ, 2023, ""), "receivedByMonth")).isEqualTo(2);
    }

    /** Without the wish documents are what they were; with it DOCX and HTML have the charts, and stay as they were published. */
    @Test
    void chartsArePublishedOnlyWhenTheyAreWanted() {
        Service service = new Service(port);
        String organ = "charts-published";
        String report = "/api/v1/organs/" + organ + "/annual-reports/";
        service.organ(organ, "清河镇人民政府");
        imported(
                service,
                organ,
                HEADER + "R1,2023-03-01,当面,自然人,张某,某事,2023-03-10,予以公开\n"
                        + "R2,2024-03-01,当面,自然人,张某,某事,2024-03-11,予以公开\n");
        publish(service, organ, 2023, Map.of("publishedOn", "2024-01-20"));
        publish(service, organ, 2024, Map.of("publishedOn", "2025-01-20", "charts", true));

        assertThat(entries(service.get(report + "2023/versions/1/report.docx").bytes()))
                .noneMatch(name -> name.startsWith("word/charts"));
        byte[] with = service.get(report + "2024/versions/1/report.docx").bytes();
        assertThat(entries(with)).contains("word/charts/chart1.xml", "word/charts/chart6.xml");
        assertThat(service.get(report + "2024/versions/1/report.html").text()).contains("<svg", "2024年各月收到的政府信息公开申请");
        assertThat(service.get(report + "2024/versions/1/report.docx").bytes()).isEqualTo(with);
        // Each download is recorded, and a document says how far the ledger reached.
        String then = "asOf=" + Instant.now();
        byte[] draft = service.get(report + "2024/report.docx?" + then).bytes();
        assertThat(entries(draft)).noneMatch(name -> name.startsWith("word/charts"));
        assertThat(service.get(report + "2024/report.docx?charts=true&" + then).bytes())
                .isEqualTo(service.get(report + "2024/report.docx?charts=true&" + then)
                        .bytes())
                .isNotEqualTo(draft);
        assertThat(service.get(report + "2024/report.csv?charts=true&" + then).bytes())
                .isEqualTo(service.get(report + "2024/report.csv?" + then).bytes());
    }

    @Test
    void chartIsDownloadedAsPictureAndData() {
        Service service = new Service(port);
        String organ = "charts-files";
        service.organ(organ, "清河镇人民政府");
        imported(service, organ, HEADER + "R1,2024-03-01,当面,自然人,张某,某事,2024-03-11,予以公开\n");
        String charts = "/api/v1/organs/" + organ + "/annual-reports/2024/charts/";

        Answer picture = service.get(charts + "receivedByMonth.svg");
        assertThat(picture.contentType()).isEqualTo("image/svg+xml");
        assertThat(picture.text()).startsWith("<svg xmlns").contains("3月 1件");
        assertThat(service.get(charts + "daysToAnswer.csv").text()).contains("6—10日,1\r\n");
        assertThat(service.get(charts + "odd.svg").status()).isEqualTo(404);
    }

    private static void imported(Service service, String organ, String csv) {
        Answer answer = service.importCsv(organ, "requests", csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void publish(Service service, String organ, int year, Map<String, ?> publication) {
        String report = "/api/v1/organs/" + organ + "/annual-reports/" + year;
        service.importCsv(
                organ,
                "tallies",
                "年度,事项,数量\n" + year + ",行政许可,1\n" + year + ",行政处罚,2\n" + year + ",行政强制,0\n" + year + ",行政事业性收费,0.50\n");
        for (String section : List.of("overview", "problems", "otherMatters")) {
            service.put(
                    report + "/sections/" + section,
                    "application/json",
                    "{\"text\":\"本年度的情况。\"}".getBytes(StandardCharsets.UTF_8));
        }
        Answer answer = service.postJson(report + "/versions", publication);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static List<String> entries(byte[] file) {
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(file))) {
            List<String> names = new java.util.ArrayList<>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            return names;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode charts(Service service, String organ, int year, String query) {
        Answer answer = service.get("/api/v1/organs/" + organ + "/annual-reports/" + year + "/charts" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode chart(JsonNode charts, String id) {
        return charts.path("charts")
                .valueStream()
                .filter(c -> c.path("chart").asString().equals(id))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), found -> Objects.requireNonNull(found.get(0))));
    }

    private static List<String> categories(JsonNode charts, String id) {
        return chart(charts, id)
                .path("categories")
                .valueStream()
                .map(c -> c.path("id").asString())
                .toList();
    }

    private static List<Long> values(JsonNode charts, String id, int series) {
        return chart(charts, id)
                .path("series")
                .path(series)
                .path("values")
                .valueStream()
                .map(JsonNode::asLong)
                .toList();
    }

    private static long sum(JsonNode charts, String id) {
        long sum = values(charts, id, 0).stream().mapToLong(Long::longValue).sum();
        assertThat(chart(charts, id).at("/series/0/sum").asLong()).isEqualTo(sum);
        return sum;
    }
}
