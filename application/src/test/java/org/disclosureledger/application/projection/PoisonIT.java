package org.disclosureledger.application.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.DisclosureLedgerApplication;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.eventstore.EventCatalogue;
import org.disclosureledger.application.eventstore.EventReader;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.projection.RawLedger.Raw;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.Projector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A hundred events of ten kinds that this version cannot handle, among good ones: nothing else stops, nothing is lost,
 * everybody can see it, a new start keeps it, and a version that can handle them does so in order.
 */
@ExtendWith(OutputCaptureExtension.class)
class PoisonIT {

    private static final int PER_KIND = 10;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final OrganCode SOUND = new OrganCode("sound");
    private static final List<String> TABLES = List.of(
            "annual_case",
            "annual_entry",
            "register_row",
            "case_stage",
            "organ",
            "report_section",
            "publication_item",
            "handling_step",
            "notable_event");
    private static final Map<UUID, DomainEvent> MENDED = new HashMap<>();

    private ConfigurableApplicationContext context = start(dataDirectory());
    private final Map<String, List<List<Long>>> expected = new HashMap<>();
    private final List<RequestId> healthy = new ArrayList<>();

    /** What the next version of the program brings: it can read what this one cannot. */
    static final class NextVersion {

        @Bean
        @Primary
        EventReader mendingReader() {
            return row -> {
                DomainEvent mended = MENDED.get(row.eventId());
                return mended == null ? EventCatalogue.current().read(row) : mended;
            };
        }
    }

    private static Path data = Path.of("target");

    private static Path dataDirectory() {
        try {
            data = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "poison-");
            return data;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext start(Path directory, Class<?>... more) {
        return new SpringApplicationBuilder(DisclosureLedgerApplication.class)
                .sources(more)
                .run(
                        "--server.port=0",
                        "--ledger.data-dir=" + directory,
                        "--ledger.admin-password=" + Service.PASSWORD,
                        "--spring.jmx.enabled=false");
    }

    @AfterEach
    void end() {
        context.close();
    }

    private Service service() {
        return new Service(
                Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port"))));
    }

    private JsonNode parked() {
        return parked(0);
    }

    private JsonNode parked(int offset) {
        Service.Answer answer = service().get("/api/v1/ledger/parked-events?offset=" + offset);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(Poison.PRIVATE).doesNotContain("2024-02-30");
        return answer.json();
    }

    private void readAll() {
        long head = context.getBean(Ledger.class).head();
        Positions positions = context.getBean(Positions.class);
        await().atMost(LONG)
                .until(() -> context.getBeansOfType(Projector.class).values().stream()
                        .allMatch(p -> positions.of(p.name()) == head));
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        JdbcTemplate template = context.getBean(JdbcTemplate.class);
        for (String table : TABLES) {
            rows.append(table).append('\n');
            template.queryForList(
                            "select (to_jsonb(t) - 'entry')::text as text from " + table + " t order by 1",
                            String.class)
                    .forEach(row -> rows.append(row).append('\n'));
        }
        return rows.toString();
    }

    /** Good and bad in turn, some in one commit. */
    private void record() {
        RawLedger ledger = new RawLedger(context);
        for (Poison.Case c : Poison.cases(PER_KIND)) {
            MENDED.put(c.poison().id(), c.mended());
            RequestId id = new RequestId(UUID.nameUUIDFromBytes(c.id().getBytes(StandardCharsets.UTF_8)));
            OrganCode organ = healthy.size() % 2 == 0 ? SOUND : Poison.ORGAN;
            healthy.add(id);
            ledger.append(List.of(
                    c.before(),
                    Raw.of("request", id.toString(), Poison.received(id, organ, "good-" + healthy.size()))));
            List<Long> numbers = ledger.append(
                    List.of(c.poison(), Raw.of("request", id.toString(), Poison.decided(id, organ)), c.after()));
            c.parkedBy()
                    .forEach(projector -> expected.computeIfAbsent(projector, p -> new ArrayList<>())
                            .add(List.of(numbers.get(0), numbers.get(2))));
        }
    }

    private long expectedParked() {
        return expected.values().stream().mapToLong(cases -> cases.size() * 2L).sum();
    }

    @Test
    void nothingIsLostOrHeldUpAndAllIsHandledInOrderOnceItCanBe(CapturedOutput output) {
        service().organ(Poison.ORGAN.value(), "有毒镇人民政府");
        service().organ(SOUND.value(), "无恙镇人民政府");
        record();
        readAll();

        everythingElseIsProjected();
        poisonAndWhatFollowsItInItsCaseIsParked(1);
        everybodyCanSeeIt();

        String before = rows();
        context.close();
        context = start(data);
        await().atMost(LONG).untilAsserted(() -> poisonAndWhatFollowsItInItsCaseIsParked(2));
        JsonNode retried = service()
                .postJson("/api/v1/ledger/parked-events/retry", Map.of())
                .json();
        assertThat(retried.path("handled").asInt()).isZero();
        assertThat(retried.path("remaining").asLong()).isEqualTo(expectedParked());
        poisonAndWhatFollowsItInItsCaseIsParked(3);
        assertThat(rows()).isEqualTo(before);
        assertThat(output.toString()).contains("parks event").doesNotContain(Poison.PRIVATE);

        context.close();
        context = start(data, NextVersion.class);
        await().atMost(LONG).until(() -> parked().path("total").asLong() == 0);
        everythingIsAsIfNothingHadBeen();
    }

    private void everythingElseIsProjected() {
        JdbcTemplate template = context.getBean(JdbcTemplate.class);
        for (RequestId id : healthy) {
            assertThat(template.queryForObject(
                            "select facts ->> 'outcome' from register_row where case_id = ?",
                            String.class,
                            id.toString()))
                    .isEqualTo(Outcome.GRANTED.id());
            assertThat(template.queryForObject(
                            "select result from annual_case where case_id = ?", String.class, id.toString()))
                    .isEqualTo(Outcome.GRANTED.id());
        }
        for (Poison.Case c : Poison.cases(PER_KIND)) {
            assertThat(template.queryForObject(
                            "select count(*) from register_row where case_id = ?", Long.class, c.id()))
                    .as("what came before the poison")
                    .isEqualTo(1);
        }
    }

    private void poisonAndWhatFollowsItInItsCaseIsParked(int attempts) {
        JsonNode parked = parked();
        List<JsonNode> events = new ArrayList<>();
        while (events.size() < parked.path("total").asInt()) {
            parked(events.size()).path("events").forEach(events::add);
        }
        Map<String, Map<String, List<Long>>> found = new HashMap<>();
        events.forEach(e -> {
            List<Long> numbers = found.computeIfAbsent(e.path("projector").asString(), p -> new HashMap<>())
                    .computeIfAbsent(e.path("aggregateId").asString(), a -> new ArrayList<>());
            assertThat(e.path("attempts").asInt()).isEqualTo(numbers.isEmpty() ? attempts : 0);
            assertThat(e.path("error").isNull()).isEqualTo(!numbers.isEmpty());
            assertThat(e.path("organ").asString()).isEqualTo(Poison.ORGAN.value());
            numbers.add(e.path("number").asLong());
        });
        assertThat(parked.path("total").asLong()).isEqualTo(expectedParked()).isGreaterThan(PER_KIND * 10L);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((projector, cases) -> assertThat(
                        found.getOrDefault(projector, Map.of()).values())
                .as(projector)
                .containsExactlyInAnyOrderElementsOf(cases));
    }

    private void everybodyCanSeeIt() {
        int missing = expected.getOrDefault("annual-tables", List.of()).size() * 2;
        Service.Answer health = service().get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("status").asString()).isEqualTo("DEGRADED");
        assertThat(health.json()
                        .at("/components/projections/details/parked/annual-tables")
                        .asInt())
                .isEqualTo(missing);
        assertThat(gauge(ProjectionMetrics.PARKED)).isEqualTo(missing);
        assertThat(gauge(ProjectionMetrics.LAG)).isZero();
        assertThat(service().anonymous("/actuator/metrics").status()).isNotEqualTo(200);

        assertThat(checks(Poison.ORGAN).toString())
                .contains("\"ledger.unprocessedEvents\"")
                .contains("\"found\":" + missing);
        assertThat(checks(SOUND).toString()).doesNotContain("ledger.unprocessedEvents");
        assertThat(service().get("/organs/poisoned/annual-reports/2024").text())
                .contains("有 " + missing + " 条记录未能计入本表")
                .doesNotContain("核对通过");
        assertThat(service().get("/organs/sound/annual-reports/2024").text()).doesNotContain("未能计入本表");
        assertThat(service().get("/").text()).contains("/ledger/parked").contains("" + expectedParked());
        String page = service().get("/ledger/parked").text();
        assertThat(page)
                .contains("重新处理")
                .contains("RequestTeleported")
                .contains("较新的程序")
                .contains("等待同一案件前面的事件")
                .doesNotContain(Poison.PRIVATE);
        JsonNode reference = reference(Poison.ORGAN);
        assertThat(reference.path("differences").size())
                .as("what only the reference can read")
                .isPositive();
        assertThat(reference.toString()).doesNotContain(Poison.PRIVATE);
        assertThat(reference(SOUND).path("differences").size()).isZero();
        Poison.Case unreadable = Poison.cases(1).get(0);
        assertThat(service().get("/organs/poisoned/cases/" + unreadable.id()).text())
                .contains("本程序暂时不能读取这个事件的内容");
    }

    private JsonNode reference(OrganCode organ) {
        Service.Answer answer = service().get("/api/v1/organs/" + organ + "/annual-reports/2024/tables/reference");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private double gauge(String name) {
        return service()
                .get("/actuator/metrics/" + name + "?tag=projector:annual-tables")
                .json()
                .at("/measurements/0/value")
                .asDouble();
    }

    private JsonNode checks(OrganCode organ) {
        return service().tables(organ.value(), 2024).path("checks");
    }

    private void everythingIsAsIfNothingHadBeen() {
        assertThat(service().get("/actuator/health").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(checks(Poison.ORGAN).toString()).doesNotContain("ledger.unprocessedEvents");
        assertThat(service().get("/ledger/parked").text()).contains("没有未能处理的事件");
        String repaired = rows();
        JdbcTemplate template = context.getBean(JdbcTemplate.class);
        assertThat(template.queryForObject(
                        "select count(*) from register_row where facts ->> 'outcome' = 'partiallyGranted'", Long.class))
                .isEqualTo(9L * PER_KIND);

        Projections projections = context.getBean(Projections.class);
        projections.stop();
        context.getBeansOfType(Projector.class).values().forEach(Projector::reset);
        template.update("update projection_position set number = 0");
        projections.start();
        readAll();
        assertThat(rows()).isEqualTo(repaired);
    }
}
