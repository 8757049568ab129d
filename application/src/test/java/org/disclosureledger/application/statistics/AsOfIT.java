package org.disclosureledger.application.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What was known at an instant stays what it was, whatever is recorded, corrected, renamed or written afterwards. */
@RunningService
class AsOfIT {

    private static final String ORGAN = "as-of-any";

    @LocalServerPort
    private int port;

    private Service service;
    private String caseId;
    private String remedy = "";
    private String publication = "";
    private String publicationNumber = "";

    @BeforeEach
    void recorded() {
        service = new Service(port);
        if (service.get("/api/v1/organs/" + ORGAN).status() == 404) {
            service.organ(ORGAN, "旧名镇人民政府");
        }
        caseId = enter("2024-" + System.nanoTime(), "naturalPerson", Map.of("某科室", "甲"), false);
        remedy = done(
                        "/remedies",
                        Map.of(
                                "caseNumber",
                                "复议" + System.nanoTime(),
                                "procedure",
                                "reconsideration",
                                "acceptedOn",
                                "2024-05-06"))
                .path("case")
                .asString();
        publicationNumber = "P" + System.nanoTime();
        publication = done(
                        "/publications",
                        Map.of(
                                "publicationNumber", publicationNumber,
                                "title", "征收土地补偿标准",
                                "contentClass", "localMatters",
                                "madeOn", "2024-03-04"))
                .path("publicationId")
                .asString();
        service.put(
                "/api/v1/organs/" + ORGAN + "/annual-reports/2024/sections/overview",
                "application/json",
                "{\"text\":\"当时的文字\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String enter(String number, String kind, Map<String, String> remarks, boolean corrects) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "facts",
                Map.of(
                        "registrationNumber", number,
                        "receivedOn", "2024-03-04",
                        "channel", "post",
                        "applicantKind", kind,
                        "applicant", "张某",
                        "content", "某事"),
                "remarks",
                remarks));
        if (corrects) {
            body.put("corrections", true);
            body.put("reason", "误录");
        }
        Answer answer = service.postJson("/api/v1/organs/" + ORGAN + "/registers/requests", body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json().path("case").asString();
    }

    private JsonNode done(String path, Map<String, Object> body) {
        Answer answer = service.postJson("/api/v1/organs/" + ORGAN + path, body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json();
    }

    private Map<String, String> answers(String asOf) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : new String[] {
            "/registers/requests",
            "/registers/requests/export?format=csv",
            "/cases/" + caseId,
            "/requests",
            "/requests?state=answered",
            "/requests/" + caseId,
            "/remedies/" + remedy,
            "/publications?text=" + publicationNumber,
            "/publications?stage=prepared",
            "/publications/" + publication,
            "/publications/export",
            "/annual-reports/2024/tables",
            "/annual-reports/2024/tables/cells/requests/newReceived/naturalPerson",
            "/annual-reports/2024/report.json",
            "/annual-reports/2024/report.docx",
            "/annual-reports/2024/report.docx?charts=true",
            "/annual-reports/2024/charts",
            "/annual-reports/2024/publications"
        }) {
            Answer answer =
                    service.get("/api/v1/organs/" + ORGAN + path + (path.contains("?") ? "&" : "?") + "asOf=" + asOf);
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
            answers.put(path, java.util.HexFormat.of().formatHex(answer.bytes()));
        }
        return answers;
    }

    @Test
    void sameQuestionGetsTheSameBytesWhateverCameAfterwards() {
        String then = Instant.now().toString();
        Map<String, String> before = answers(then);
        String number = service.get("/api/v1/organs/" + ORGAN + "/cases/" + caseId)
                .json()
                .at("/facts/registrationNumber")
                .asString();

        enter(number, "researchInstitution", Map.of("后来的一栏", "乙"), true);
        done(
                "/requests/" + caseId + "/steps/decide",
                Map.of("on", "2024-03-08", "outcome", "granted", "meansOfAccess", "复印件一份"));
        done("/remedies/" + remedy + "/conclusion", Map.of("concludedOn", "2024-06-03", "result", "upheld"));
        done(
                "/publications/" + publication + "/review",
                Map.of("reviewedOn", "2024-03-05", "reviewer", "王主任", "verdict", "publish"));
        enter("2024-late-" + System.nanoTime(), "naturalPerson", Map.of("更后的一栏", "丙"), false);
        service.put(
                "/api/v1/organs/" + ORGAN + "/annual-reports/2024/sections/overview",
                "application/json",
                "{\"text\":\"后来的文字\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        service.put(
                "/api/v1/organs/" + ORGAN,
                "application/json",
                "{\"name\":\"新名镇人民政府\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answers(then)).isEqualTo(before);
        JsonNode now =
                service.get("/api/v1/organs/" + ORGAN + "/cases/" + caseId).json();
        assertThat(now.at("/facts/applicantKind").asString()).isEqualTo("researchInstitution");
        assertThat(service.get("/api/v1/organs/" + ORGAN + "/annual-reports/2024/report.json")
                        .text())
                .contains("新名镇人民政府", "后来的文字");
    }

    @Test
    void caseIsNotThereBeforeItWasRecordedWhateverItsLegalDate() {
        Answer early = service.get("/api/v1/organs/" + ORGAN + "/cases/" + caseId + "?asOf=2024-06-01T00:00:00Z");

        assertThat(early.status()).isEqualTo(404);
        assertThat(early.json().path("detail").asString()).isEqualTo("那时还没有登记这个案件");
        assertThat(service.get("/api/v1/organs/" + ORGAN + "/registers/requests?asOf=2024-06-01T00:00:00Z")
                        .json()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(service.get("/api/v1/organs/" + ORGAN + "/registers/requests?asOf=gestern")
                        .status())
                .isEqualTo(400);
    }

    /** One figure changes, and in another the case is another while the figure stays. */
    @Test
    void comparisonNamesCellsCasesAndEventsAlsoWhereTheFigureIsTheSame() {
        String organ = "compared";
        service.organ(organ, "比较镇人民政府");
        String path = "/api/v1/organs/" + organ;
        String wrong = entered(organ, "1", "naturalPerson", "granted", false);
        entered(organ, "2", "naturalPerson", "partiallyGranted", false);
        String before = Instant.now().toString();
        entered(organ, "1", "naturalPerson", "partiallyGranted", true);
        entered(organ, "2", "naturalPerson", "granted", true);
        String late = entered(organ, "3", "naturalPerson", "granted", false);

        JsonNode comparison = service.get(path + "/annual-reports/2024/comparison?before=" + before)
                .json();

        Map<String, JsonNode> cells = new LinkedHashMap<>();
        comparison
                .path("differences")
                .forEach(d -> cells.put(
                        d.path("table").asString() + "/" + d.path("row").asString() + "/"
                                + d.path("column").asString(),
                        d));
        JsonNode granted = Objects.requireNonNull(cells.get("requests/granted/naturalPerson"));
        JsonNode partly = Objects.requireNonNull(cells.get("requests/partiallyGranted/naturalPerson"));
        assertThat(granted.path("before").asString() + " "
                        + granted.path("after").asString())
                .isEqualTo("1 2");
        assertThat(granted.path("entered").valueStream().map(c -> c.path("case").asString()))
                .contains(late)
                .hasSize(2);
        assertThat(granted.path("left").valueStream().map(c -> c.path("case").asString()))
                .containsExactly(wrong);
        assertThat(partly.path("before")).isEqualTo(partly.path("after"));
        assertThat(partly.path("entered").at("/0/events/0/hash").asString()).hasSize(64);
        assertThat(cells).doesNotContainKey("requests/granted/researchInstitution");
        assertThat(comparison.at("/after/readUpTo").asLong())
                .isGreaterThan(comparison.at("/before/readUpTo").asLong());
        assertThat(service.get(path + "/annual-reports/2024/comparison.csv?before=" + before)
                        .text())
                .contains("不再计入", "SM3:", "计入");
        String now = Instant.now().toString();
        assertThat(service.get(path + "/annual-reports/2024/comparison?before=" + now + "&after=" + now)
                        .json()
                        .path("differences"))
                .isEmpty();
    }

    /** Everything here is recorded in another year than it happened in; corrections are named beside. */
    @Test
    void trailNamesWhatWasEnteredAfterTheReportAndWhatWasCorrected() {
        String organ = "trailed";
        service.organ(organ, "核对镇人民政府");
        entered(organ, "1", "naturalPerson", "granted", false);
        String before = Instant.now().toString();
        entered(organ, "1", "naturalPerson", "partiallyGranted", true);
        String path = "/api/v1/organs/" + organ + "/annual-reports/2024/notable-events";

        JsonNode all = service.get(path).json();
        JsonNode corrected = service.get(path + "?reason=corrected").json();

        assertThat(all.path("events").valueStream().map(e -> e.path("type").asString() + " " + e.path("reasons")))
                .containsExactly(
                        "RequestReceived [\"late\",\"afterTheReport\"]",
                        "RequestDecided [\"late\",\"afterTheReport\"]",
                        "RequestFactCorrected [\"corrected\"]");
        assertThat(corrected.path("total").asInt()).isOne();
        assertThat(service.get(path + "?reason=corrected&asOf=" + before)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(service.get(path + "?reason=late&days=100000")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(service.get(path + "?reason=odd").status()).isEqualTo(400);
    }

    private String entered(String organ, String number, String kind, String outcome, boolean corrects) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "facts",
                Map.of(
                        "registrationNumber", number,
                        "receivedOn", "2024-03-04",
                        "channel", "post",
                        "applicantKind", kind,
                        "applicant", "张某",
                        "content", "某事",
                        "decidedOn", "2024-03-20",
                        "outcome", outcome)));
        if (corrects) {
            body.put("corrections", true);
            body.put("reason", "误录");
        }
        Answer answer = service.postJson("/api/v1/organs/" + organ + "/registers/requests", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("case").asString();
    }
}
