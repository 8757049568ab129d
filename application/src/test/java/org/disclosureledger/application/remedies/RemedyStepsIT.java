package org.disclosureledger.application.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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

/** A lawsuit through its instances, over HTTP, on its page and in the register's file. */
@RunningService
class RemedyStepsIT {

    private static final String HEADER = "案件编号,程序,经过复议,登记编号,受理日期,审结日期,结果\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    private Service service;
    private String organ = "";

    @BeforeEach
    void organ() {
        service = new Service(port);
        organ = "remedy-" + UUID.randomUUID();
        service.organ(organ, "清河镇人民政府");
    }

    private String path(String rest) {
        return "/api/v1/organs/" + organ + rest;
    }

    private String accepted(boolean afterReconsideration) {
        Map<String, Object> body = new HashMap<>();
        body.put("caseNumber", "（2024）豫0308行初1号");
        body.put("procedure", "litigation");
        body.put("afterReconsideration", afterReconsideration);
        body.put("acceptedOn", "2024-05-06");
        Answer answer = service.postJson(path("/remedies"), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("case").asString();
    }

    private Answer step(String caseId, String step, Map<String, Object> body) {
        return service.postJson(path("/remedies/" + caseId + "/" + step), body);
    }

    private void taken(String caseId, String step, Map<String, Object> body) {
        Answer answer = step(caseId, step, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private String appealed() {
        String caseId = accepted(true);
        taken(caseId, "conclusion", Map.of("concludedOn", "2024-07-01", "result", "upheld"));
        taken(
                caseId,
                "appeals",
                Map.of("instance", "二审", "appealedOn", "2024-07-10", "instanceNumber", "（2024）豫03行终1号"));
        return caseId;
    }

    private String result(int year, String column) {
        return service.tables(organ, year)
                .at("/litigation/afterReconsideration/" + column)
                .asString();
    }

    private String exported() {
        return new String(
                service.get(path("/registers/remedies/export?format=csv")).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void lawsuitGoesThroughTwoInstances() {
        String caseId = accepted(true);
        assertThat(next(caseId)).isEqualTo("[\"conclude\"]");
        taken(caseId, "conclusion", Map.of("concludedOn", "2024-07-01", "result", "维持"));
        assertThat(next(caseId)).isEqualTo("[\"appeal\"]");
        assertThat(result(2024, "upheld")).isEqualTo("1");
        taken(
                caseId,
                "appeals",
                Map.of(
                        "instance",
                        "secondInstance",
                        "appealedOn",
                        "2024-07-10",
                        "instanceNumber",
                        "（2024）豫03行终1号",
                        "court",
                        "洛阳市中级人民法院",
                        "byOrgan",
                        true));
        assertThat(next(caseId)).isEqualTo("[\"concludeAppeal\"]");
        assertThat(result(2024, "upheld")).isEqualTo("0");
        assertThat(result(2024, "pending")).isEqualTo("1");
        taken(caseId, "rulings", Map.of("endedOn", "2025-01-08", "ruling", "corrected"));

        assertThat(result(2024, "pending")).isEqualTo("1");
        assertThat(result(2025, "corrected")).isEqualTo("1");
        JsonNode trials = service.get(path("/remedies/" + caseId)).json().path("trials");
        assertThat(trials.size()).isEqualTo(2);
        assertThat(trials.path(1).toString())
                .isEqualTo(
                        "{\"instance\":\"secondInstance\",\"number\":\"（2024）豫03行终1号\",\"beganOn\":\"2024-07-10\","
                                + "\"court\":\"洛阳市中级人民法院\",\"byOrgan\":true,\"ruledOn\":\"2025-01-08\",\"ruling\":\"corrected\"}");
        JsonNode history = service.get(path("/cases/" + caseId)).json();
        assertThat(history.path("events").size()).isEqualTo(4);
        assertThat(history.at("/facts/concludedOn").asString()).isEqualTo("2025-01-08");
    }

    private String next(String caseId) {
        return service.get(path("/remedies/" + caseId)).json().path("next").toString();
    }

    @Test
    void refusalNamesRuleAndArticle() {
        String caseId = accepted(true);
        Answer early = step(
                caseId, "appeals", Map.of("instance", "retrial", "appealedOn", "2024-07-10", "instanceNumber", "再审1号"));

        assertThat(early.status()).isEqualTo(422);
        assertThat(early.contentType()).startsWith("application/problem+json");
        assertThat(early.json().at("/errors/0/rule").asString()).isEqualTo("APPEAL_BEFORE_RULING");
        assertThat(early.text()).contains("《行政诉讼法》第八十五条");
        assertThat(step(caseId, "rulings", Map.of("endedOn", "2024-07-10", "ruling", "upheld"))
                        .json()
                        .at("/errors/0/rule")
                        .asString())
                .isEqualTo("RULING_WITHOUT_APPEAL");
        assertThat(step(caseId, "conclusion", Map.of("concludedOn", "2024-02-30"))
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        assertThat(step("nobody", "conclusion", Map.of("concludedOn", "2024-07-01", "result", "upheld"))
                        .status())
                .isEqualTo(404);
        assertThat(service.postJson(
                                path("/remedies"),
                                Map.of(
                                        "caseNumber",
                                        "（2024）豫0308行初1号",
                                        "procedure",
                                        "reconsideration",
                                        "acceptedOn",
                                        "2024-05-06"))
                        .json()
                        .at("/errors/0/rule")
                        .asString())
                .isEqualTo("ALREADY_ACCEPTED");
    }

    @Test
    void stepSentTwiceHasOneEffect() {
        String caseId = accepted(true);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> body = Map.of("concludedOn", "2024-07-01", "result", "upheld");
        String place = path("/remedies/" + caseId + "/conclusion");
        Answer first = service.postJson(place, body, key);
        long head = ledger.head();
        Answer second = service.postJson(place, body, key);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void registerLeavesTheConclusionEmptyWhileAnAppealIsOpen() {
        String caseId = appealed();
        String open = exported();
        assertThat(open).contains("（2024）豫0308行初1号,行政诉讼,是,,2024-05-06,,");
        long head = ledger.head();
        Answer same = service.importCsv(organ, "remedies", open);
        assertThat(same.status()).as(same.text()).isEqualTo(200);
        assertThat(ledger.head()).isEqualTo(head);

        Answer ruled =
                service.importCsv(organ, "remedies", HEADER + "（2024）豫0308行初1号,行政诉讼,是,,2024-05-06,2024-10-08,纠正\n");
        assertThat(ruled.status()).as(ruled.text()).isEqualTo(200);
        assertThat(next(caseId)).isEqualTo("[\"appeal\"]");
        assertThat(result(2024, "corrected")).isEqualTo("1");
        assertThat(exported()).contains("2024-10-08,纠正");
        assertThat(service.importCsv(organ, "remedies", HEADER + "（2024）豫0308行初1号,行政诉讼,是,,2024-05-06,2024-07-01,维持\n")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void directSuitOverARefusalIsRecordedAndPointedOut() {
        String requests = """
                登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果
                R1,2024-03-05,当面,自然人,张某,某事,2024-03-20,不予公开/属于行政执法案卷
                """;
        assertThat(service.importCsv(organ, "requests", requests).status()).isEqualTo(200);
        Answer typed = service.postJson(
                path("/remedies"),
                Map.of(
                        "caseNumber",
                        "C1",
                        "procedure",
                        "litigation",
                        "afterReconsideration",
                        false,
                        "registrationNumber",
                        "R1",
                        "acceptedOn",
                        "2024-05-06"));
        Answer imported = service.importCsv(organ, "remedies", HEADER + "C2,行政诉讼,否,R1,2024-05-06,,\n");

        assertThat(typed.status()).isEqualTo(201);
        assertThat(typed.json().at("/warnings/0/rule").asString()).isEqualTo("DIRECT_SUIT_AFTER_2024");
        assertThat(imported.text()).contains("行政执法案卷").contains("复议");
        String page = service.get("/organs/" + organ + "/cases/"
                        + typed.json().path("case").asString())
                .text();
        assertThat(page).contains("所涉申请").contains("2024年3月20日答复：属于行政执法案卷");
    }

    @Test
    void pageShowsTheInstancesAndTakesTheNextStep() {
        String caseId = appealed();
        String place = "/organs/" + organ + "/cases/" + caseId;
        String page = service.get(place).text();
        assertThat(page)
                .contains("审级", "一审", "二审", "（2024）豫03行终1号", "登记该审级的结果")
                .doesNotContain("登记审结</button>")
                .doesNotContain("name=\"appealedOn\"");

        Answer refused = form(place + "/remedy-steps/concludeAppeal", "endedOn=2024-07-09&ruling=upheld");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("早于该审级开始的日期（2024年7月10日）", "value=\"2024-07-09\"");
        Answer missing = form(place + "/remedy-steps/concludeAppeal", "endedOn=&ruling=");
        assertThat(missing.text()).contains("请填写该审级审结日期");

        Answer done = form(place + "/remedy-steps/concludeAppeal", "endedOn=2024-10-08&ruling=other");
        assertThat(done.status()).as(done.text()).isEqualTo(302);
        assertThat(service.get(place).text()).contains("2024年10月8日", "登记二审、发回重审或者再审", "该审级审结");
        assertThat(form(place + "/remedy-steps/forget", "").status()).isEqualTo(404);
    }

    private Answer form(String path, String fields) {
        return service.post(path, "application/x-www-form-urlencoded", fields.getBytes(StandardCharsets.UTF_8));
    }
}
