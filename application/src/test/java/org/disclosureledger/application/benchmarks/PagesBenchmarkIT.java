package org.disclosureledger.application.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.application.eventstore.SampleLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long each page takes with 100,000 requests of one organ, about 20,000 a year, of which more than a thousand wait for
 * an answer: over HTTP, one client, one page after the other, until the last byte has come. Five steps in a hundred are
 * recorded late. It measures and claims nothing; a page that is not shown fails.
 */
@EnabledIfSystemProperty(named = "ledger.benchmarks", matches = "on")
class PagesBenchmarkIT {

    private static final int EVENTS = Integer.getInteger("ledger.benchmarks.events", 335_000);
    private static final int LATE_OF_A_HUNDRED = 5;
    private static final int WARM_UPS = 5;
    private static final int TIMES = 20;
    private static final String ORGAN = "organ-0";
    private static final String PAGE = "/organs/" + ORGAN;
    private static final int YEAR = 2023;

    @TempDir
    Path directory;

    private Machine fill() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.jdbcUrl());
            source.setUser("postgres");
            SampleLedger.migrate(source);
            SampleLedger.fill(source, EVENTS, 1, new SampleLedger.Shape(1, LATE_OF_A_HUNDRED));
            JdbcTemplate template = new JdbcTemplate(source);
            // What autovacuum does after a while.
            template.execute("vacuum analyze");
            return Machine.of(template);
        }
    }

    /** So that there is something published to compare with. */
    private static void publish(Service service) {
        String csv = "年度,事项,数量\n"
                + String.join(
                        "",
                        List.of("行政许可,1", "行政处罚,2", "行政强制,0", "行政事业性收费,0.50").stream()
                                .map(row -> YEAR + "," + row + "\n")
                                .toList());
        assertThat(service.importCsv(ORGAN, "tallies", csv).status()).isEqualTo(200);
        for (String section : List.of("overview", "problems", "otherMatters")) {
            service.put(
                    "/api/v1" + PAGE + "/annual-reports/" + YEAR + "/sections/" + section,
                    "application/json",
                    "{\"text\":\"本年度的情况。\"}".getBytes(StandardCharsets.UTF_8));
        }
        Answer published = service.postJson(
                "/api/v1" + PAGE + "/annual-reports/" + YEAR + "/versions", Map.of("publishedOn", "2024-01-20"));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
    }

    private static List<String> addresses(Service service) {
        String request = service.get("/api/v1" + PAGE + "/registers/requests?limit=1")
                .json()
                .at("/cases/0/case")
                .asString();
        String report = PAGE + "/annual-reports/" + YEAR;
        String unpublished = PAGE + "/annual-reports/" + (YEAR + 1);
        String then = "asOf=2024-01-15T10:00";
        return List.of(
                "/",
                "/organs/new",
                PAGE,
                PAGE + "/calendar",
                PAGE + "/cases/" + request,
                PAGE + "/cases/" + request + "?" + "asOf=2025-01-15T10:00",
                PAGE + "/cases/" + request + "/edit",
                PAGE + "/counting-rules",
                PAGE + "/requests",
                PAGE + "/requests?state=overdue",
                PAGE + "/requests?state=answered",
                PAGE + "/requests?state=answered&page=1500",
                PAGE + "/requests?" + then,
                PAGE + "/requests?state=answered&page=500&" + then,
                PAGE + "/requests?unassigned=true",
                PAGE + "/requests?state=answered&unassigned=true&page=1500",
                PAGE + "/requests?state=answered&handler=nobody.known",
                PAGE + "/requests/calendar",
                PAGE + "/requests/new",
                PAGE + "/registers/requests",
                PAGE + "/registers/requests?page=1500",
                PAGE + "/registers/requests?text=R-777",
                PAGE + "/registers/requests?sort=decidedOn&outcome=granted",
                PAGE + "/registers/requests?" + then,
                PAGE + "/registers/requests/applicants",
                PAGE + "/registers/requests/new",
                PAGE + "/imports",
                PAGE + "/letter-templates",
                PAGE + "/publications",
                report,
                report + "?" + then,
                unpublished,
                report + "/charts",
                report + "/charts?" + then,
                report + "/preview?charts=true",
                report + "/years",
                report + "/comparison",
                report + "/comparison?before=2024-01-20T10:00",
                report + "/cells/requests/total/total",
                report + "/cells/requests/total/total?page=150",
                report + "/cells/requests/total/total?" + then,
                report + "/sections/overview",
                report + "/trail",
                report + "/trail?page=400",
                report + "/trail?reason=corrected",
                report + "/trail?" + then,
                report + "/publication",
                report + "/versions/1/differences",
                unpublished + "/publication",
                "/desk",
                "/desk?unassigned=true",
                "/work",
                "/ledger/audit",
                "/ledger/parked",
                "/ledger/rebuild",
                "/ledger/verify");
    }

    @Test
    void pagesOfALargeOrgan() throws Exception {
        Machine machine = fill();
        List<String> lines = new ArrayList<>(
                List.of(machine.toString(), "", "| page | median ms | p99 ms | KB |", "|---|---|---|---|"));
        try (PackagedProduct product = PackagedProduct.start(directory, directory.resolve("product.log"))) {
            Service service = product.service();
            publish(service);
            for (String address : addresses(service)) {
                long[] nanos = new long[TIMES];
                int bytes = 0;
                for (int i = -WARM_UPS; i < TIMES; i++) {
                    long start = System.nanoTime();
                    Answer answer = service.get(address);
                    long took = System.nanoTime() - start;
                    assertThat(answer.status()).as(address).isEqualTo(200);
                    bytes = answer.bytes().length;
                    if (i >= 0) {
                        nanos[i] = took;
                    }
                }
                Arrays.sort(nanos);
                lines.add(String.format(
                        Locale.ROOT,
                        "| `%s` | %.0f | %.0f | %d |",
                        address,
                        nanos[TIMES / 2] / 1e6,
                        nanos[(int) Math.ceil(TIMES * 0.99) - 1] / 1e6,
                        bytes / 1024));
            }
        }
        lines.forEach(System.out::println);
        Files.write(Files.createDirectories(Path.of("target", "benchmarks")).resolve("pages.md"), lines);
    }
}
