package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Requests over HTTP from their receipt to a second answer, as another system sends them. */
@RunningService
class RequestIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    private Service service;
    private Requests requests;

    @BeforeEach
    void start() {
        service = new Service(port);
        requests = new Requests(service);
    }

    /** The working days are those of 2025: 3 to 5 May and 31 May to 2 June off, 27 April worked. */
    @Test
    void wholeWayFromReceiptToASecondAnswer() {
        service.organ("way", "清河镇人民政府");
        JsonNode receipt = requests.received("way", Requests.receipt("2025-03-03", "张某", "某某村道路硬化工程的施工合同"));
        String id = receipt.path("case").asString();
        assertThat(receipt.path("registrationNumber").asString()).isEqualTo("2025-001");
        assertThat(receipt.path("dueOn").asString()).isEqualTo("2025-03-31");
        assertThat(receipt.at("/ledger/hash").asString()).hasSize(64);
        assertThat(receipt.path("warnings")).isEmpty();

        JsonNode asked = requests.step(
                "way",
                id,
                "askForCorrection",
                Map.of("on", "2025-03-05", "correctionDueOn", "2025-03-19", "matters", "请写明年度"));
        assertThat(asked.path("phase").asString()).isEqualTo("awaitingCorrection");
        assertThat(asked.path("dueOn").isMissingNode() || asked.path("dueOn").isNull())
                .isTrue();
        assertThat(requests.opened("way", id).at("/dates/correctionDueOn").asString())
                .isEqualTo("2025-03-19");
        assertThat(requests.step("way", id, "takeInCorrection", Map.of("on", "2025-03-12"))
                        .path("dueOn")
                        .asString())
                .isEqualTo("2025-04-10");

        requests.step("way", id, "consultThirdParty", Map.of("on", "2025-03-17", "thirdParty", "某某公司"));
        assertThat(requests.opened("way", id).at("/dates/silences/0/lastDay").asString())
                .isEqualTo("2025-04-08");
        assertThat(requests.step(
                                "way",
                                id,
                                "takeInOpinion",
                                Map.of("on", "2025-03-26", "consultation", 1, "opinion", "objects"))
                        .path("dueOn")
                        .asString())
                .isEqualTo("2025-04-21");
        assertThat(requests.step("way", id, "extend", Map.of("on", "2025-04-18", "days", 10, "approvedBy", "王某"))
                        .path("dueOn")
                        .asString())
                .isEqualTo("2025-05-07");

        requests.step("way", id, "notifyFee", Map.of("on", "2025-04-21", "basis", "perPage", "quantity", 68));
        assertThat(requests.opened("way", id).at("/course/fees/0/fee").asInt()).isEqualTo(380);
        requests.step("way", id, "takeInPayment", Map.of("on", "2025-04-25", "fee", 380));
        JsonNode clock = requests.opened("way", id).path("clock");
        assertThat(clock.path("dueOn").asString()).isEqualTo("2025-06-11");
        assertThat(clock.path("causes"))
                .extracting(c -> c.path("effect").asString())
                .contains("RECEIVED", "CORRECTED", "FEE_PAID", "EXTENDED");
        assertThat(clock.path("days")).anySatisfy(d -> {
            assertThat(d.path("day").asString()).isEqualTo("2025-04-27");
            assertThat(d.path("why").asString()).isEqualTo("第 1 个工作日，调休上班（国办发明电〔2024〕12号）");
        });
        assertThat(clock.path("days")).anySatisfy(d -> {
            assertThat(d.path("day").asString()).isEqualTo("2025-05-05");
            assertThat(d.path("why").asString()).isEqualTo("不计算，放假（国办发明电〔2024〕12号）");
        });

        JsonNode decided = requests.step(
                "way",
                id,
                "decide",
                Map.of(
                        "on", "2025-05-28",
                        "outcome", "refused.thirdPartyRights",
                        "documentNumber", "公开答〔2025〕1号",
                        "ground", "第十五条",
                        "reasons", "属于商业秘密"));
        assertThat(decided.path("warnings"))
                .extracting(w -> w.path("rule").asString())
                .containsExactly("RECONSIDERATION_FIRST");
        requests.step("way", id, "deliverAnswer", Map.of("on", "2025-05-30", "method", "signedPost"));

        Answer remedy = service.importCsv(
                "way", "remedies", "案件编号,程序,登记编号,受理日期,审结日期,结果\n复1,行政复议,2025-001,2025-06-20,2025-08-15,纠正\n");
        assertThat(remedy.status()).isEqualTo(200);
        assertThat(requests.step(
                                "way",
                                id,
                                "reopen",
                                Map.of(
                                        "on", "2025-08-18",
                                        "ground", "reconsideration",
                                        "remedy", "复1",
                                        "answerDueOn", "2025-09-15"))
                        .path("dueOn")
                        .asString())
                .isEqualTo("2025-09-15");
        assertThat(requests.opened("way", id).at("/links/reopenedFor")).hasSize(1);
        requests.step(
                "way",
                id,
                "decideAnew",
                Map.of("on", "2025-09-10", "outcome", "granted", "meansOfAccess", "复印件随本答复书邮寄"));

        JsonNode done = requests.opened("way", id);
        assertThat(done.at("/clock/light").asString()).isEqualTo("answered");
        assertThat(done.path("results")).isEmpty();
        assertThat(done.at("/course/answers")).hasSize(2);
        assertThat(done.at("/facts/applicant").asString()).isEqualTo("张某");
        assertThat(service.tables("way", 2025)
                        .at("/requests/rows/newReceived/6")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void illegalStepNamesTheArticleAndTheRule() {
        service.organ("illegal", "清河镇人民政府");
        String id = requests.received("illegal", Requests.receipt("2025-03-03", "张某", "甲"))
                .path("case")
                .asString();
        Answer refused = service.postJson(
                "/api/v1/organs/illegal/requests/" + id + "/steps/takeInPayment",
                Map.of("on", "2025-03-04", "fee", 10));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.json().at("/errors/0/rule").asString()).isEqualTo("NO_FEE_NOTIFIED");
        assertThat(refused.json().at("/errors/0/ground").asString()).isEqualTo("国办函〔2020〕109号第六条");
        JsonNode steps = requests.opened("illegal", id).path("steps");
        assertThat(steps).anySatisfy(s -> {
            assertThat(s.path("step").asString()).isEqualTo("takeInPayment");
            assertThat(s.path("possible").asBoolean()).isFalse();
            assertThat(s.at("/objection/reason").asString())
                    .isEqualTo(refused.json().at("/errors/0/reason").asString());
        });
    }

    @Test
    void whatIsMissingOrUnreadableIsNamed() {
        service.organ("missing", "清河镇人民政府");
        String id = requests.received("missing", Requests.receipt("2025-03-03", "张某", "甲"))
                .path("case")
                .asString();
        String steps = "/api/v1/organs/missing/requests/" + id + "/steps/";

        assertThat(service.postJson(steps + "extend", Map.of("on", "2025-03-04"))
                        .json()
                        .path("errors"))
                .extracting(
                        e -> e.path("field").asString() + " " + e.path("rule").asString())
                .containsExactly("days REQUIRED", "approvedBy REQUIRED");
        Answer unreadable = service.postJson(steps + "takeInOpinion", Map.of("on", "2025-02-30"));
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.json().path("field").asString()).isEqualTo("on");
        assertThat(service.postJson(steps + "decide", Map.of("on", "2025-03-04", "outcome", "nonsense"))
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("outcome");
        assertThat(service.postJson(
                                steps + "decide", Map.of("on", "2025-03-04", "outcome", "granted", "reasons", "\u0007"))
                        .json()
                        .at("/errors/0/rule")
                        .asString())
                .isEqualTo("CONTROL_CHARACTER");
        assertThat(service.postJson(steps + "takeInPayment", Map.of("on", "2025-03-04", "fee", "1e999999"))
                        .status())
                .isIn(400, 422);
        assertThat(service.postJson(steps + "nothing", Map.of()).status()).isEqualTo(404);
        assertThat(service.postJson("/api/v1/organs/missing/requests/x/steps/extend", Map.of("on", "2025-03-04"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void wronglyRecordedFactIsCorrectedWithReasonAndBothValues() {
        service.organ("wrong", "清河镇人民政府");
        String id = requests.received("wrong", Requests.receipt("2025-03-03", "张某", "甲"))
                .path("case")
                .asString();
        String path = "/api/v1/organs/wrong/requests/" + id + "/corrections";

        JsonNode corrected = service.postJson(path, Map.of("fact", "收到日期", "value", "2025-03-04", "reason", "抄错"))
                .json();
        assertThat(corrected.path("dueOn").asString()).isEqualTo("2025-04-01");
        assertThat(service.postJson(path, Map.of("fact", "registrationNumber", "value", "9", "reason", "x"))
                        .json()
                        .at("/errors/0/rule")
                        .asString())
                .isEqualTo("NUMBER_IS_FOR_EVER");
        assertThat(service.postJson(path, Map.of("fact", "outcome", "value", "granted", "reason", "x"))
                        .json()
                        .at("/errors/0/rule")
                        .asString())
                .isEqualTo("NOT_RECORDED_YET");
        assertThat(service.postJson(path, Map.of("fact", "channel", "value", "电报", "reason", "x"))
                        .json()
                        .at("/errors/0/rule")
                        .asString())
                .isEqualTo("UNKNOWN_CODE");
        JsonNode events = service.get("/api/v1/organs/wrong/cases/" + id).json().path("events");
        JsonNode last = events.path(events.size() - 1).path("payload");
        assertThat(last.path("recorded").asString()).isEqualTo("2025-03-03");
        assertThat(last.path("corrected").asString()).isEqualTo("2025-03-04");
        assertThat(last.path("reason").asString()).isEqualTo("抄错");
    }

    @Test
    void whatIsTypedAboutPersonsLiesNowhereInClear() {
        service.organ("clear", "清河镇人民政府");
        Map<String, Object> body = new HashMap<>(Requests.receipt("2025-03-03", "欧阳特别", "特别的内容"));
        body.put("representative", "特别的代理人");
        body.put("otherApplicants", "特别的同伴");
        body.put("remark", "特别的备注");
        long before = ledger.head();
        String id = requests.received("clear", body).path("case").asString();
        requests.step(
                "clear",
                id,
                "askForCorrection",
                Map.of("on", "2025-03-04", "correctionDueOn", "2025-03-20", "matters", "特别的事项"));
        requests.step("clear", id, "takeInCorrection", Map.of("on", "2025-03-05"));
        requests.step("clear", id, "consultThirdParty", Map.of("on", "2025-03-06", "thirdParty", "特别的第三方"));
        requests.step(
                "clear",
                id,
                "decide",
                Map.of(
                        "on",
                        "2025-03-07",
                        "outcome",
                        "partiallyGranted",
                        "withheld",
                        "特别的部分",
                        "reasons",
                        "特别的理由",
                        "meansOfAccess",
                        "特别的方式"));

        for (StoredEvent event : ledger.after(before, 100)) {
            assertThat(event.toString()).doesNotContain("特别");
        }
        assertThat(requests.opened("clear", id).at("/receipt/representative").asString())
                .isEqualTo("特别的代理人");
    }

    @Test
    void feeIsReckonedAndShown() {
        JsonNode fee = service.postJson("/api/v1/information-fee", Map.of("basis", "perPage", "quantity", 68))
                .json();
        assertThat(fee.path("amount").asInt()).isEqualTo(380);
        assertThat(fee.path("explanation").asString()).isEqualTo("第31至68页共38页，每页10元，计380元；合计380元");
        assertThat(service.postJson("/api/v1/information-fee", Map.of("basis", "perItem", "quantity", 11, "before", 20))
                        .json()
                        .path("amount")
                        .asInt())
                .isEqualTo(1100 + 100);
        assertThat(service.postJson("/api/v1/information-fee", Map.of("basis", "perItem", "quantity", -1))
                        .status())
                .isEqualTo(422);
    }
}
