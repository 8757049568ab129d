package org.disclosureledger.application.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.eventstore.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An organ chooses how to count; the tables follow, say so, and open to as many cases as they count. */
@RunningService
class CountingRulesIT {

    private static final List<String> COLUMNS = List.of("upheld", "corrected", "other", "pending", "total");

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    private Service service;
    private String organ = "";

    @BeforeEach
    void organ() {
        service = new Service(port);
        organ = "counting-" + UUID.randomUUID();
        service.organ(organ, "清河镇人民政府");
    }

    private String path(String rest) {
        return "/api/v1/organs/" + organ + rest;
    }

    private Answer choose(String rule, String choice, int fromYear) {
        return service.putJson(path("/counting-rules"), Map.of("rule", rule, "choice", choice, "fromYear", fromYear));
    }

    /** Upheld at first instance in 2023, on appeal over the end of the year, corrected in 2024; and one without appeal. */
    private void suits() {
        post(
                "/remedies",
                Map.of(
                        "caseNumber",
                        "C1",
                        "procedure",
                        "litigation",
                        "afterReconsideration",
                        false,
                        "acceptedOn",
                        "2023-05-08"));
        String caseId = post(
                        "/remedies",
                        Map.of(
                                "caseNumber",
                                "C2",
                                "procedure",
                                "litigation",
                                "afterReconsideration",
                                false,
                                "acceptedOn",
                                "2023-06-08"))
                .path("case")
                .asString();
        post("/remedies/" + caseId + "/conclusion", Map.of("concludedOn", "2023-12-20", "result", "upheld"));
        post(
                "/remedies/" + caseId + "/appeals",
                Map.of("instance", "secondInstance", "appealedOn", "2023-12-28", "instanceNumber", "终1号"));
        post("/remedies/" + caseId + "/rulings", Map.of("endedOn", "2024-03-10", "ruling", "corrected"));
    }

    private JsonNode post(String rest, Map<String, Object> body) {
        Answer answer = service.postJson(path(rest), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    /** The figures of the row, each compared with the cases behind it. */
    private String direct(int year, String asOf) {
        String query = asOf.isEmpty() ? "" : "?asOf=" + asOf;
        JsonNode row = service.get(path("/annual-reports/" + year + "/tables" + query))
                .json()
                .at("/litigation/direct");
        for (String column : COLUMNS) {
            JsonNode cell = service.get(
                            path("/annual-reports/" + year + "/tables/cells/litigation/direct/" + column + query))
                    .json();
            assertThat(cell.path("cases").size())
                    .as("%d %s", year, column)
                    .isEqualTo(row.path(column).asInt())
                    .isEqualTo(cell.path("figure").asInt());
            for (JsonNode one : cell.path("cases")) {
                assertThat(one.path("events").size()).isPositive();
            }
        }
        return row.toString();
    }

    private static String row(int upheld, int corrected, int pending) {
        return "{\"upheld\":%d,\"corrected\":%d,\"other\":0,\"pending\":%d,\"total\":%d}"
                .formatted(upheld, corrected, pending, upheld + corrected + pending);
    }

    @Test
    void choiceChangesTheTablesFromItsYearAndFromItsMoment() {
        suits();
        assertThat(direct(2023, "")).isEqualTo(row(0, 0, 2));
        assertThat(direct(2024, "")).isEqualTo(row(0, 1, 1));
        String before = ledger.headAt(ledger.head()).orElseThrow().recordedAt().toString();

        Answer chosen = choose("remedy.instances", "eachInstance", 2023);
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(200);
        assertThat(direct(2023, "")).isEqualTo(row(1, 0, 2));
        assertThat(direct(2024, "")).isEqualTo(row(0, 1, 1));
        assertThat(direct(2023, before)).isEqualTo(row(0, 0, 2));
        choose("remedy.instances", "oneChain", 2024);

        assertThat(direct(2023, "")).isEqualTo(row(1, 0, 2));
        assertThat(rule(2023, "")).isEqualTo("{\"choice\":\"eachInstance\",\"version\":1}");
        assertThat(rule(2024, "")).isEqualTo("{\"choice\":\"oneChain\",\"version\":1}");
        assertThat(rule(2023, before)).isEqualTo("{\"choice\":\"oneChain\",\"version\":1}");
        for (JsonNode check : service.tables(organ, 2024).path("checks")) {
            assertThat(check.path("holds").booleanValue()).as(check.toString()).isTrue();
        }
        assertThat(verified()).isTrue();
    }

    private String rule(int year, String asOf) {
        return service.get(path("/annual-reports/" + year + "/tables" + (asOf.isEmpty() ? "" : "?asOf=" + asOf)))
                .json()
                .path("countingRules")
                .path("remedy.instances")
                .toString();
    }

    /** Whether every projection equals a replay of the ledger. */
    private boolean verified() {
        String place = "/api/v1/ledger/verifications";
        assertThat(service.postJson(place, Map.of()).status()).isEqualTo(202);
        String latest = place + "/"
                + service.get(place).json().path(0).path("verificationId").asString();
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        !service.get(latest).json().path("status").asString().equals("RUNNING"));
        for (JsonNode check : service.get(latest).json().at("/report/checks")) {
            if (check.path("id").asString().equals("projections")) {
                return check.path("ok").booleanValue();
            }
        }
        return false;
    }

    @Test
    void rulesAreReadWithTheirChoicesAndWhatWasChosen() {
        JsonNode fresh = service.get(path("/counting-rules")).json();
        assertThat(fresh.path("rules").size()).isEqualTo(2);
        assertThat(fresh.at("/rules/0/choice").asString()).isEqualTo("oneChain");
        assertThat(fresh.at("/rules/0/choices/1/meaning").asString()).contains("一审、二审、重审、再审各算一件");
        assertThat(fresh.path("chosen").size()).isZero();

        choose("request.reanswer", "latestAnswer", 2025);
        long head = ledger.head();
        choose("request.reanswer", "latestAnswer", 2025);
        assertThat(ledger.head()).isEqualTo(head);
        JsonNode known = service.get(path("/counting-rules?year=2024")).json();
        assertThat(known.at("/rules/1/choice").asString()).isEqualTo("firstAnswer");
        assertThat(known.at("/chosen/0/choice").asString()).isEqualTo("latestAnswer");
        assertThat(known.at("/chosen/0/event").asLong()).isEqualTo(head);
    }

    @Test
    void impossibleChoicesAreRefused() {
        assertThat(choose("remedy.instances", "latestAnswer", 2025)
                        .json()
                        .at("/errors/0/rule")
                        .asString())
                .isEqualTo("CHOICE_OF_ANOTHER_RULE");
        assertThat(choose("remedy.instances", "oneChain", 2020)
                        .json()
                        .at("/errors/0/rule")
                        .asString())
                .isEqualTo("FROM_IMPOSSIBLE_YEAR");
        assertThat(choose("remedy.stages", "oneChain", 2025).status()).isEqualTo(400);
        assertThat(choose("remedy.instances", "none", 2025).text()).contains("oneChain");
        assertThat(service.putJson(path("/counting-rules"), Map.of("rule", "remedy.instances", "choice", "oneChain"))
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/api/v1/organs/nobody/counting-rules").status()).isEqualTo(404);
    }

    @Test
    void reportsAndPagesNameTheRules() {
        suits();
        choose("remedy.instances", "eachInstance", 2023);
        String sentence = "一审、二审、再审的计数为“一审级一件（第1版）”";

        assertThat(new String(
                        service.get(path("/annual-reports/2023/report.csv")).bytes(), StandardCharsets.UTF_8))
                .contains("remedy.instances", "一审级一件（第1版）");
        assertThat(service.get(path("/annual-reports/2023/report.html")).text()).contains(sentence);
        assertThat(service.get(path("/annual-reports/2023/report.json")).text()).contains("eachInstance");
        assertThat(service.get("/organs/" + organ + "/annual-reports/2023").text())
                .contains(sentence);
        assertThat(service.get("/organs/" + organ + "/annual-reports/2023/cells/litigation/direct/upheld")
                        .text())
                .contains(sentence, "由下列 <strong>1</strong> 条登记构成");
        assertThat(service.get("/organs/" + organ).text()).contains("计数规则");
    }

    @Test
    void pageExplainsTheChoicesAndTakesOne() {
        String place = "/organs/" + organ + "/counting-rules";
        assertThat(service.get(place).text())
                .contains("一案一件", "一审级一件", "以首次答复为准", "以最后答复为准", "（默认）", "每年至多计一件")
                .doesNotContain("历次选择");

        int year = service.get(path("/counting-rules")).json().path("year").asInt();
        Answer chosen = form(place, "rule=remedy.instances&choice=eachInstance&fromYear=" + year);
        assertThat(chosen.status()).as(chosen.text()).isEqualTo(302);
        assertThat(service.get(place).text()).contains("历次选择", year + "年度起：一审级一件（第1版）");
        Answer refused = form(place, "rule=remedy.instances&choice=oneChain&fromYear=1999");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("起用年度应在");
        assertThat(form(place, "rule=nothing&choice=oneChain&fromYear=2025").status())
                .isEqualTo(404);
        assertThat(form(place, "rule=remedy.instances&choice=&fromYear=2025").status())
                .isEqualTo(400);
    }

    private Answer form(String path, String fields) {
        return service.post(path, "application/x-www-form-urlencoded", fields.getBytes(StandardCharsets.UTF_8));
    }
}
