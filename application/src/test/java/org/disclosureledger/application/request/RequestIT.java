package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

    @BeforeEach
    void start() {
        service = new Service(port);
    }

    private static Map<String, Object> receipt(String receivedOn, String applicant, String content) {
        return Map.of(
                "receivedOn",
                receivedOn,
                "channel",
                "inPerson",
                "applicantKind",
                "naturalPerson",
                "applicant",
                applicant,
                "identityProof",
                "originalSeen",
                "content",
                content);
    }

    private JsonNode received(String organ, Map<String, Object> body) {
        Answer answer = service.postJson("/api/v1/organs/" + organ + "/requests", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private JsonNode step(String organ, String caseId, String step, Map<String, Object> body) {
        Answer answer = service.postJson("/api/v1/organs/" + organ + "/requests/" + caseId + "/steps/" + step, body);
        assertThat(answer.status()).as(step + ": " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode opened(String organ, String caseId) {
        return service.get("/api/v1/organs/" + organ + "/requests/" + caseId).json();
    }

    /** The working days are those of 2025: 3 to 5 May and 31 May to 2 June off, 27 April worked. */
    @Test
    void wholeWayFromReceiptToASecondAnswer() {
        service.organ("way", "清河镇人民政府");
        JsonNode receipt = received("way", receipt("2025-03-03", "张某", "某某村道路硬化工程的施工合同"));
        String id = receipt.path("case").asString();
        assertThat(receipt.path("registrationNumber").asString()).isEqualTo("2025-001");
        assertThat(receipt.path("dueOn").asString()).isEqualTo("2025-03-31");
        assertThat(receipt.at("/ledger/hash").asString()).hasSize(64);
        assertThat(receipt.path("warnings")).isEmpty();

        JsonNode asked = step(
                "way",
                id,
                "askForCorrection",
                Map.of("on", "2025-03-05", "correctionDueOn", "2025-03-19", "matters", "请写明年度"));
        assertThat(asked.path("phase").asString()).isEqualTo("awaitingCorrection");
        assertThat(asked.path("dueOn").isMissingNode() || asked.path("dueOn").isNull())
                .isTrue();
        assertThat(opened("way", id).at("/dates/correctionDueOn").asString()).isEqualTo("2025-03-19");
        assertThat(step("way", id, "takeInCorrection", Map.of("on", "2025-03-12"))
                        .path("dueOn")
                        .asString())
                .isEqualTo("2025-04-10");

        step("way", id, "consultThirdParty", Map.of("on", "2025-03-17", "thirdParty", "某某公司"));
        assertThat(opened("way", id).at("/dates/silences/0/lastDay").asString()).isEqualTo("2025-04-08");
        assertThat(step("way", id, "takeInOpinion", Map.of("on", "2025-03-26", "consultation", 1, "opinion", "objects"))
                        .path("dueOn")
                        .asString())
                .isEqualTo("2025-04-21");
        assertThat(step("way", id, "extend", Map.of("on", "2025-04-18", "days", 10, "approvedBy", "王某"))
                        .path("dueOn")
                        .asString())
                .isEqualTo("2025-05-07");

        step("way", id, "notifyFee", Map.of("on", "2025-04-21", "basis", "perPage", "quantity", 68));
        assertThat(opened("way", id).at("/course/fees/0/fee").asInt()).isEqualTo(380);
        step("way", id, "takeInPayment", Map.of("on", "2025-04-25", "fee", 380));
        JsonNode clock = opened("way", id).path("clock");
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

        JsonNode decided = step(
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
        step("way", id, "deliverAnswer", Map.of("on", "2025-05-30", "method", "signedPost"));

        Answer remedy = service.importCsv(
                "way", "remedies", "案件编号,程序,登记编号,受理日期,审结日期,结果\n复1,行政复议,2025-001,2025-06-20,2025-08-15,纠正\n");
        assertThat(remedy.status()).isEqualTo(200);
        assertThat(step(
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
        assertThat(opened("way", id).at("/links/reopenedFor")).hasSize(1);
        step("way", id, "decideAnew", Map.of("on", "2025-09-10", "outcome", "granted", "meansOfAccess", "复印件随本答复书邮寄"));

        JsonNode done = opened("way", id);
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
        String id = received("illegal", receipt("2025-03-03", "张某", "甲"))
                .path("case")
                .asString();
        Answer refused = service.postJson(
                "/api/v1/organs/illegal/requests/" + id + "/steps/takeInPayment",
                Map.of("on", "2025-03-04", "fee", 10));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.json().at("/errors/0/rule").asString()).isEqualTo("NO_FEE_NOTIFIED");
        assertThat(refused.json().at("/errors/0/ground").asString()).isEqualTo("国办函〔2020〕109号第六条");
        JsonNode steps = opened("illegal", id).path("steps");
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
        String id = received("missing", receipt("2025-03-03", "张某", "甲"))
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
    void repeatedReceiptGetsTheSameAnswerAndNoSecondNumber() {
        service.organ("again", "清河镇人民政府");
        Map<String, Object> body = receipt("2025-03-03", "张某", "甲");
        Map<String, String> key = Map.of("Idempotency-Key", "again-1");
        Answer first = service.postJson("/api/v1/organs/again/requests", body, key);
        String id = first.json().path("case").asString();
        received("again", receipt("2025-03-04", "张某", "乙"));
        step("again", id, "askForReasons", Map.of("on", "2025-03-05"));

        Answer second = service.postJson("/api/v1/organs/again/requests", body, key);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.status()).isEqualTo(first.status());
        assertThat(service.get("/api/v1/organs/again/requests")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void numbersRunOnPerYearAndNeverRepeat() {
        service.organ("numbers", "清河镇人民政府");
        service.importCsv(
                "numbers",
                "requests",
                "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n2025-041,2025-01-06,当面,自然人,李某,丙\n2025-甲1,2025-01-06,当面,自然人,李某,丙\n");
        assertThat(received("numbers", receipt("2025-03-03", "张某", "甲"))
                        .path("registrationNumber")
                        .asString())
                .isEqualTo("2025-042");
        assertThat(received("numbers", receipt("2024-12-30", "张某", "甲"))
                        .path("registrationNumber")
                        .asString())
                .isEqualTo("2024-001");
        Map<String, Object> taken = new HashMap<>(receipt("2025-03-03", "张某", "甲"));
        taken.put("registrationNumber", "2025-042");
        Answer refused = service.postJson("/api/v1/organs/numbers/requests", taken);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/rule").asString()).isEqualTo("ALREADY_RECEIVED");
    }

    @Test
    void paperWithSeveralMattersBecomesSeveralLinkedRequests() {
        service.organ("matters", "清河镇人民政府");
        Map<String, Object> body = new HashMap<>(receipt("2025-03-03", "张某", ""));
        body.remove("content");
        body.put("matters", List.of("甲合同", "乙名单", "丙预算"));
        JsonNode receipt = received("matters", body);

        assertThat(receipt.path("split"))
                .extracting(s -> s.path("registrationNumber").asString())
                .containsExactly("2025-002", "2025-003");
        String first = receipt.path("case").asString();
        String second = receipt.at("/split/0/case").asString();
        assertThat(opened("matters", first).at("/links/splitInto")).hasSize(2);
        assertThat(opened("matters", first).at("/facts/content").asString()).isEqualTo("甲合同");
        assertThat(opened("matters", second)
                        .at("/links/splitFrom/registrationNumber")
                        .asString())
                .isEqualTo("2025-001");
        assertThat(opened("matters", second).at("/facts/content").asString()).isEqualTo("乙名单");
        step(
                "matters",
                second,
                "decide",
                Map.of("on", "2025-03-06", "outcome", "other.other", "endReason", "joined", "joinedInto", "2025-001"));
        assertThat(opened("matters", first).at("/links/joined/0/case").asString())
                .isEqualTo(second);
        Answer unknown = service.postJson(
                "/api/v1/organs/matters/requests/" + first + "/steps/decide",
                Map.of("on", "2025-03-06", "outcome", "other.other", "endReason", "joined", "joinedInto", "2025-099"));
        assertThat(unknown.json().at("/errors/0/rule").asString()).isEqualTo("NO_SUCH_REQUEST");
    }

    @Test
    void sameApplicantIsSuggestedHoweverTheNameIsTypedAndWhereverItComesFrom() {
        service.organ("similar", "清河镇人民政府");
        service.organ("elsewhere", "松岭县人民政府");
        received("elsewhere", receipt("2025-03-01", "张　某", "别处"));
        service.importCsv(
                "similar",
                "requests",
                "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\nA,2025-03-01,当面,自然人,张 某,甲\nB,2024-02-01,当面,自然人,张某,乙\nC,2025-02-28,当面,自然人,张某某,丙\n");
        JsonNode receipt = received("similar", receipt("2025-03-03", "张某", "丁"));

        assertThat(receipt.path("similar"))
                .extracting(s -> s.path("registrationNumber").asString())
                .containsExactly("A");
        assertThat(receipt.path("similarEarlierInMonth").asInt()).isEqualTo(1);
        String id = receipt.path("case").asString();
        Answer corrected = service.postJson(
                "/api/v1/organs/similar/requests/" + id + "/corrections",
                Map.of("fact", "applicant", "value", "张某某", "reason", "漏写一字"));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(opened("similar", id).path("similar"))
                .extracting(s -> s.path("registrationNumber").asString())
                .containsExactly("C");
        Map<String, Object> numbered = new HashMap<>(receipt("2025-03-04", "张某某", "戊"));
        numbered.put("identityNumber", "41030019900101001x");
        String other = received("similar", numbered).path("case").asString();
        numbered.put("identityNumber", "410300199001010028");
        received("similar", numbered);
        numbered.put("identityNumber", "４１０３００１９９００１０１００１X");
        numbered.put("applicant", "张某某（更名）");
        received("similar", numbered);
        assertThat(opened("similar", other).path("similar"))
                .extracting(s -> s.path("registrationNumber").asString())
                .containsExactly("C", "2025-001", "2025-004");
    }

    @Test
    void wronglyRecordedFactIsCorrectedWithReasonAndBothValues() {
        service.organ("wrong", "清河镇人民政府");
        String id =
                received("wrong", receipt("2025-03-03", "张某", "甲")).path("case").asString();
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
        Map<String, Object> body = new HashMap<>(receipt("2025-03-03", "欧阳特别", "特别的内容"));
        body.put("representative", "特别的代理人");
        body.put("otherApplicants", "特别的同伴");
        body.put("remark", "特别的备注");
        long before = ledger.head();
        String id = received("clear", body).path("case").asString();
        step(
                "clear",
                id,
                "askForCorrection",
                Map.of("on", "2025-03-04", "correctionDueOn", "2025-03-20", "matters", "特别的事项"));
        step("clear", id, "takeInCorrection", Map.of("on", "2025-03-05"));
        step("clear", id, "consultThirdParty", Map.of("on", "2025-03-06", "thirdParty", "特别的第三方"));
        step(
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
        assertThat(opened("clear", id).at("/receipt/representative").asString()).isEqualTo("特别的代理人");
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

    @Test
    void clerksWhoRegisterInTheSameMomentGetDifferentNumbers() throws Exception {
        service.organ("clerks", "清河镇人民政府");
        int clerks = 8;
        try (ExecutorService pool = Executors.newFixedThreadPool(clerks)) {
            List<Future<JsonNode>> receipts = new ArrayList<>();
            for (int i = 0; i < clerks * 2; i++) {
                receipts.add(pool.submit(() -> received("clerks", receipt("2025-03-03", "张某", "甲"))));
            }
            List<String> numbers = new ArrayList<>();
            for (Future<JsonNode> receipt : receipts) {
                numbers.add(receipt.get().path("registrationNumber").asString());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, clerks * 2)
                            .mapToObj("2025-%03d"::formatted)
                            .toList());
        }
    }

    @Test
    void listShowsWhatIsDueFirstAndStaysQuickAmongMany() {
        service.organ("many", "松岭县人民政府");
        StringBuilder rows = new StringBuilder("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,补正告知日期,答复日期,处理结果\n");
        for (int i = 1; i <= 15_000; i++) {
            boolean open = i % 50 == 0;
            rows.append("2025-").append(i).append(",2025-03-").append(i % 2 == 0 ? "03" : "04");
            rows.append(",网络,自然人,张").append(i).append(",甲,").append(i % 100 == 0 ? "2025-03-06" : "");
            rows.append(open ? ",,\n" : ",2025-03-20,予以公开\n");
        }
        assertThat(service.importCsv("many", "requests", rows.toString()).status())
                .isIn(200, 202);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> service.get("/api/v1/organs/many/requests")
                                .json()
                                .at("/counts/answered")
                                .asInt()
                        == 14_700);
        String soon =
                received("many", receipt("2025-01-06", "李某", "乙")).path("case").asString();

        long start = System.nanoTime();
        JsonNode open = service.get("/api/v1/organs/many/requests?limit=20").json();
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(open.path("count").asInt()).isEqualTo(301);
        assertThat(open.path("requests")).hasSize(20);
        assertThat(open.at("/requests/0/case").asString()).isEqualTo(soon);
        assertThat(open.at("/requests/0/light").asString()).isEqualTo("overdue");
        assertThat(open.at("/counts/overdue").asInt()).isEqualTo(151);
        assertThat(open.at("/counts/waiting").asInt()).isEqualTo(150);
        JsonNode waiting = service.get("/api/v1/organs/many/requests?state=waiting&offset=149")
                .json();
        assertThat(waiting.path("requests")).hasSize(1);
        assertThat(waiting.at("/requests/0/phase").asString()).isEqualTo("awaitingCorrection");
        JsonNode answered = service.get("/api/v1/organs/many/requests?state=answered&offset=14690")
                .json();
        assertThat(answered.path("requests")).hasSize(10);
        assertThat(answered.at("/requests/0/outcome").asString()).isEqualTo("granted");
        assertThat(service.get("/api/v1/organs/many/requests?state=lost").status())
                .isEqualTo(400);
    }
}
