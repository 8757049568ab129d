package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What is due and when, among many requests and when the calendar changes. */
@RunningService
class OpenCasesIT {

    @LocalServerPort
    private int port;

    private Service service;
    private Requests requests;

    @BeforeEach
    void start() {
        service = new Service(port);
        requests = new Requests(service);
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
        String soon = requests.received("many", Requests.receipt("2025-01-06", "李某", "乙"))
                .path("case")
                .asString();

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

    @Test
    void deskTellsWhatIsDueWhatIsWaitedForAndTheNextStep() {
        service.organ("desk", "清河镇人民政府");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        LocalDate received = today.minusDays(3);
        Map<String, String> next = new TreeMap<>();
        for (String name : List.of("甲", "乙", "丙", "丁")) {
            String id = requests.received("desk", Requests.receipt(received.toString(), "张某", name))
                    .path("case")
                    .asString();
            next.put(name, id);
        }
        step(next.getOrDefault("乙", ""), "consultThirdParty", Map.of("on", today.toString(), "thirdParty", "某公司"));
        step(
                next.getOrDefault("丙", ""),
                "notifyFee",
                Map.of("on", today.toString(), "basis", "perPage", "quantity", 68));
        step(
                next.getOrDefault("丁", ""),
                "askForCorrection",
                Map.of(
                        "on",
                        today.toString(),
                        "correctionDueOn",
                        today.plusDays(20).toString(),
                        "matters",
                        "请写明年度"));

        JsonNode open = service.get("/api/v1/organs/desk/requests").json();

        Map<String, String> steps = new TreeMap<>();
        open.path("requests")
                .forEach(
                        r -> steps.put(r.path("case").asString(), r.path("next").asString()));
        assertThat(steps)
                .containsEntry(next.getOrDefault("甲", ""), "decide")
                .containsEntry(next.getOrDefault("乙", ""), "takeInOpinion")
                .containsEntry(next.getOrDefault("丙", ""), "takeInPayment")
                .containsEntry(next.getOrDefault("丁", ""), "takeInCorrection");
        assertThat(open.at("/counts/payment").asInt()).isEqualTo(1);
        assertThat(open.at("/counts/thirdParty").asInt()).isEqualTo(1);
        assertThat(open.at("/counts/waiting").asInt()).isEqualTo(2);
        assertThat(open.at("/counts/week").asInt()).isZero();
        assertThat(service.get("/api/v1/organs/desk/requests?state=thirdParty")
                        .json()
                        .at("/requests/0/case")
                        .asString())
                .isEqualTo(next.getOrDefault("乙", ""));
    }

    private void step(String caseId, String step, Map<String, Object> body) {
        Answer answer = service.postJson("/api/v1/organs/desk/requests/" + caseId + "/steps/" + step, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void answeredRequestKeepsItsLastDayWhenTheCalendarChanges() {
        service.organ("kept", "清河镇人民政府");
        Map<String, String> key = Map.of("Idempotency-Key", "kept-1");
        Map<String, Object> body = Requests.receipt("2025-03-03", "张某", "甲");
        Answer first = service.postJson("/api/v1/organs/kept/requests", body, key);
        String answered = first.json().path("case").asString();
        String open = requests.received("kept", Requests.receipt("2025-03-03", "李某", "乙"))
                .path("case")
                .asString();
        requests.step(
                "kept", answered, "decide", Map.of("on", "2025-04-01", "outcome", "granted", "meansOfAccess", "邮寄"));

        Answer changed = service.postJson(
                "/api/v1/organs/kept/calendar/changes",
                Map.of(
                        "day", "2025-03-10",
                        "worked", false,
                        "noticeNumber", "某县防指〔2025〕1号",
                        "noticedOn", "2025-03-09"));

        assertThat(changed.status()).as(changed.text()).isEqualTo(201);
        assertThat(requests.opened("kept", open).at("/clock/dueOn").asString()).isEqualTo("2025-04-01");
        assertThat(requests.opened("kept", answered).at("/clock/dueOn").asString())
                .isEqualTo("2025-03-31");
        assertThat(requests.opened("kept", answered).at("/clock/words").asString())
                .isEqualTo("已于2025年4月1日答复，超期 1 个工作日");
        assertThat(service.postJson("/api/v1/organs/kept/requests", body, key).text())
                .isEqualTo(first.text());
    }
}
