package org.disclosureledger.application.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A year is published; a year later it turns out that something was forgotten, counted wrongly, taken up again. */
@RunningService
class PublishedYearIT {

    private static final String HEADER = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\n";

    private static final Map<String, String> FIRST = Map.of("Announce-Changes", "true");

    @LocalServerPort
    private int port;

    @Autowired
    private Flyway asOwner;

    private Service service;
    private String organ = "";

    @BeforeEach
    void connect() {
        service = new Service(port);
    }

    private String path(int year, String rest) {
        return "/api/v1/organs/" + organ + "/annual-reports/" + year + rest;
    }

    private void office(String code) {
        organ = code;
        service.organ(organ, "清河镇人民政府");
        imported(
                "requests",
                HEADER + "R1,2023-03-01,当面,自然人,张某,某事,2023-03-10,予以公开\n"
                        + "R2,2023-05-04,邮寄,商业企业,某公司,某事,2023-05-20,本机关不掌握相关政府信息\n"
                        + "R3,2023-12-20,网络,自然人,李某,某事,2024-01-08,予以公开\n");
        for (int year : new int[] {2023, 2024}) {
            imported(
                    "tallies",
                    "年度,事项,数量\n" + year + ",行政许可,1\n" + year + ",行政处罚,2\n" + year + ",行政强制,0\n" + year
                            + ",行政事业性收费,0.50\n");
            for (String section : new String[] {"overview", "problems", "otherMatters"}) {
                write(year, section, "本年度的情况。");
            }
        }
    }

    private void imported(String register, String csv) {
        Answer answer = service.importCsv(organ, register, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** What a file would change in published years; it is not recorded, and checked only it says the same. */
    private List<String> announced(String register, String csv) {
        Answer refused = service.importCsv(organ, register, csv, FIRST);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        List<String> sentences = sentences(refused.json().path("errors"));
        Answer checked = service.importCsv(organ, register + (register.contains("?") ? "&" : "?") + "dryRun=true", csv);
        assertThat(checked.status()).as(checked.text()).isEqualTo(200);
        assertThat(sentences(checked.json().path("warnings"))).containsAll(sentences);
        return sentences;
    }

    private static List<String> sentences(JsonNode findings) {
        return findings.values().stream().map(f -> f.path("reason").asString()).toList();
    }

    private String caseOf(String number) {
        return service.get("/api/v1/organs/" + organ + "/registers/requests?number=" + number)
                .json()
                .at("/cases/0/case")
                .asString();
    }

    private void write(int year, String section, String text) {
        Answer answer = service.put(
                path(year, "/sections/" + section),
                "application/json",
                ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Answer publish(int year, String on, String reason) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("publishedOn", on));
        if (!reason.isEmpty()) {
            body.put("reason", reason);
        }
        return service.postJson(path(year, "/versions"), body);
    }

    private static int figure(JsonNode tables, String row) {
        return tables.at("/requests/rows/" + row + "/6").asInt();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void whatWasPublishedStaysAndWhatCameLaterIsAmendedOpenly() throws Exception {
        office("published-story");
        service.putJson(
                "/api/v1/organs/" + organ + "/counting-rules",
                Map.of("rule", "request.reanswer", "choice", "latestAnswer", "fromYear", 2023));
        Answer first = publish(2023, "2024-01-20", "");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.json().path("version").asInt()).isEqualTo(1);
        Answer document = service.get(path(2023, "/versions/1/report.docx"));
        assertThat(first.json().at("/documents/docx").asString()).isEqualTo(sha256(document.bytes()));
        assertThat(service.get(path(2023, "/versions/1/differences"))
                        .json()
                        .path("differences")
                        .isEmpty())
                .isTrue();
        assertThat(service.get(path(2024, "/carry-over")).json().isEmpty()).isTrue();
        String then = Instant.now().toString();

        // A forgotten request of 2023, a kind that was wrong, a case that is taken up again: announced, then recorded.
        String forgotten = "R4,2023-11-30,邮寄,自然人,王某,某事,,\n";
        assertThat(announced("requests", HEADER + forgotten))
                .contains(
                        "已经发布的2023年度报告（第1版）：一、本年新收政府信息公开申请数量 · 申请人情况 · 自然人 由 2 变为 3",
                        "2024年度：二、上年结转政府信息公开申请数量 · 申请人情况 · 总计 随之由 1 变为 2");
        imported("requests", HEADER + forgotten);
        String kind = HEADER + "R2,2023-05-04,邮寄,科研机构,某公司,某事,2023-05-20,本机关不掌握相关政府信息\n";
        String corrections = "requests?corrections=true&reason=%E6%A0%B8%E5%AF%B9";
        assertThat(announced(corrections, kind)).hasSize(6);
        imported(corrections, kind);
        String taken = "/api/v1/organs/" + organ + "/requests/" + caseOf("R1") + "/steps/";
        Answer reopened = service.postJson(
                taken + "reopen", Map.of("on", "2024-06-02", "ground", "ownMotion", "reason", "密级已经解除"), FIRST);
        assertThat(reopened.status()).as(reopened.text()).isEqualTo(200);
        Map<String, String> anew = Map.of("on", "2024-06-10", "outcome", "granted", "meansOfAccess", "复印件一份");
        Answer told = service.postJson(taken + "decideAnew", anew, FIRST);
        assertThat(told.status()).as(told.text()).isEqualTo(422);
        assertThat(sentences(told.json().path("errors")))
                .contains("已经发布的2023年度报告（第1版）：四、结转下年度继续办理 · 申请人情况 · 自然人 由 2 变为 3（已发布的是 1）");
        Answer decided = service.postJson(taken + "decideAnew", anew);
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.text()).contains("CHANGES_PUBLISHED_REPORT", "CHANGES_CARRIED_IN");

        JsonNode changed = service.get(path(2023, "/versions/1/differences")).json();
        assertThat(changed.path("differences").values())
                .extracting(d -> d.path("table").asString() + "/"
                        + d.path("row").asString() + "/"
                        + d.path("column").asString() + " " + d.path("before").asString() + " "
                        + d.path("after").asString())
                .contains(
                        "requests/newReceived/naturalPerson 2 3",
                        "requests/newReceived/commercialEnterprise 1 0",
                        "requests/newReceived/researchInstitution 0 1",
                        "requests/unavailable.notHeld/commercialEnterprise 1 0",
                        "requests/granted/naturalPerson 1 0",
                        "requests/carriedOut/total 1 3");
        assertThat(service.get(path(2023, "/versions/1/report.docx")).bytes()).isEqualTo(document.bytes());
        assertThat(service.get(path(2023, "/versions/1/differences.csv")).text())
                .contains("R4");

        // The next year carries in what was not carried out: nobody can publish it so.
        JsonNode carried = service.get(path(2024, "/carry-over")).json();
        assertThat(carried.at("/0/before").asString()).isEqualTo("1");
        assertThat(carried.at("/0/after").asString()).isEqualTo("3");
        assertThat(carried.at("/0/entered").values())
                .extracting(c -> c.path("number").asString())
                .containsExactlyInAnyOrder("R1", "R4");
        Answer refused = publish(2024, "2025-01-15", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("上一年度报告的 四、结转下年度：应为 1，表中为 3");

        assertThat(publish(2023, "2025-01-10", "").status()).isEqualTo(422);
        Answer second = publish(2023, "2025-01-10", "补登漏登的一件，更正一件的申请人类型");
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        assertThat(service.get(path(2023, "/versions/2/report.html")).text())
                .contains("第2版（修订），2025年1月10日发布。修订理由：补登漏登的一件");
        assertThat(service.get(path(2023, "/versions/1/report.docx")).bytes()).isEqualTo(document.bytes());
        assertThat(service.get(path(2024, "/carry-over")).json().isEmpty()).isTrue();
        assertThat(publish(2024, "2025-01-15", "").status()).isEqualTo(201);

        JsonNode before = service.get(path(2023, "/tables?asOf=" + then)).json();
        JsonNode after = service.get(path(2023, "/tables")).json();
        assertThat(figure(before, "newReceived")).isEqualTo(3);
        assertThat(figure(after, "newReceived")).isEqualTo(4);
        assertThat(figure(service.get(path(2023, "/versions/1/report.json")).json(), "newReceived"))
                .isEqualTo(3);
        assertThat(figure(service.get(path(2023, "/versions/2/report.json")).json(), "newReceived"))
                .isEqualTo(4);
    }

    @Test
    void checkThatFailsIsWaivedByNameAndPrinted() {
        office("published-waiver");
        assertThat(publish(2023, "2024-01-20", "").status()).isEqualTo(201);
        imported("requests", HEADER + "R4,2023-11-30,邮寄,自然人,王某,某事,,\n");
        JsonNode obstacles = service.get(path(2024, "/waivers")).json();
        assertThat(obstacles.values())
                .extracting(o -> o.path("check").asString())
                .containsExactly("requests.carryOver:carriedIn:naturalPerson", "requests.carryOver:carriedIn:total");

        obstacles.forEach(o -> {
            Answer waived = service.postJson(
                    path(2024, "/waivers"),
                    Map.of("check", o.path("check").asString(), "waivedBy", "李主任", "reason", "上年漏登一件"));
            assertThat(waived.status()).as(waived.text()).isEqualTo(200);
        });

        assertThat(publish(2024, "2025-01-15", "").status()).isEqualTo(201);
        String printed = service.get(path(2024, "/versions/1/report.html")).text();
        assertThat(printed).contains("由李主任决定照此发布：", "理由：上年漏登一件");
        assertThat(service.get(path(2024, "/versions")).json().at("/0/waivers").size())
                .isEqualTo(2);
        Answer noted = service.postJson(path(2023, "/notes"), Map.of("notedBy", "李主任", "reason", "在2024年度报告中说明"));
        assertThat(noted.status()).as(noted.text()).isEqualTo(200);
        assertThat(noted.json().at("/0/notes/0/differences").asString())
                .contains("requests/newReceived/naturalPerson 2 3");
    }

    @Test
    void publicationThatIsNotReadyIsRefusedWithEveryReason() {
        organ = "published-unready";
        service.organ(organ, "清河镇人民政府");

        Answer refused = publish(2023, "2023-12-31", "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("2023 年度还没有结束", "没有填报，表中为空白", "还没有写完");
        assertThat(publish(2023, "", "").status()).isEqualTo(400);
        assertThat(service.get(path(2023, "/versions/1/report.docx")).status()).isEqualTo(404);
    }

    @Test
    void sameKeyPublishesOnce() {
        office("published-once");
        Map<String, String> key = Map.of("Idempotency-Key", "publish-once");

        Answer first = service.postJson(path(2023, "/versions"), Map.of("publishedOn", "2024-01-20"), key);
        Answer again = service.postJson(path(2023, "/versions"), Map.of("publishedOn", "2024-01-20"), key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.json().path("number")).isEqualTo(first.json().path("number"));
        assertThat(service.get(path(2023, "/versions")).json().size()).isEqualTo(1);
    }

    @Test
    void documentThatWasAlteredIsNotGivenAway() {
        office("published-altered");
        publish(2023, "2024-01-20", "");

        JdbcTemplate owner = new JdbcTemplate(asOwner.getConfiguration().getDataSource());
        byte[] kept = Objects.requireNonNull(owner.queryForObject(
                "select content from published_document where organ = ? and format = 'csv'", byte[].class, organ));
        assertThat(found()).isEmpty();
        owner.update("update published_document set content = 'x' where organ = ? and format = 'csv'", organ);

        assertThat(service.get(path(2023, "/versions/1/report.csv")).status()).isEqualTo(409);
        assertThat(found()).singleElement().asString().contains("csv 文件与发布时的校验值不符");
        owner.update("update published_document set content = ? where organ = ? and format = 'csv'", kept, organ);
    }

    /** What a verification finds about the reports of this organ. */
    private List<String> found() {
        String place = "/api/v1/ledger/verifications";
        assertThat(service.postJson(place, Map.of()).status()).isEqualTo(202);
        String latest = place + "/"
                + service.get(place).json().path(0).path("verificationId").asString();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> service.get(latest).json(),
                        job -> !job.path("status").asString().equals("RUNNING"))
                .at("/report/checks")
                .valueStream()
                .filter(check -> check.path("id").asString().equals("publications"))
                .flatMap(check -> check.path("findings").valueStream())
                .map(finding -> finding.path("sentence").asString())
                .filter(sentence -> sentence.contains("机关 " + organ + " "))
                .toList();
    }
}
