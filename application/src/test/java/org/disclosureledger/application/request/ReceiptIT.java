package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** How requests are registered: their numbers, several matters of one paper, the same applicant again. */
@RunningService
class ReceiptIT {

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
    void repeatedReceiptGetsTheSameAnswerAndNoSecondNumber() {
        service.organ("again", "清河镇人民政府");
        Map<String, Object> body = Requests.receipt("2025-03-03", "张某", "甲");
        Map<String, String> key = Map.of("Idempotency-Key", "again-1");
        Answer first = service.postJson("/api/v1/organs/again/requests", body, key);
        String id = first.json().path("case").asString();
        requests.received("again", Requests.receipt("2025-03-04", "张某", "乙"));
        requests.step("again", id, "askForReasons", Map.of("on", "2025-03-05"));

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
        assertThat(requests.received("numbers", Requests.receipt("2025-03-03", "张某", "甲"))
                        .path("registrationNumber")
                        .asString())
                .isEqualTo("2025-042");
        assertThat(requests.received("numbers", Requests.receipt("2024-12-30", "张某", "甲"))
                        .path("registrationNumber")
                        .asString())
                .isEqualTo("2024-001");
        Map<String, Object> taken = new HashMap<>(Requests.receipt("2025-03-03", "张某", "甲"));
        taken.put("registrationNumber", "2025-042");
        Answer refused = service.postJson("/api/v1/organs/numbers/requests", taken);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/rule").asString()).isEqualTo("ALREADY_RECEIVED");
    }

    @Test
    void clerksWhoRegisterInTheSameMomentGetDifferentNumbers() throws Exception {
        service.organ("clerks", "清河镇人民政府");
        int clerks = 8;
        try (ExecutorService pool = Executors.newFixedThreadPool(clerks)) {
            List<Future<JsonNode>> receipts = new ArrayList<>();
            for (int i = 0; i < clerks * 2; i++) {
                receipts.add(pool.submit(() -> requests.received("clerks", Requests.receipt("2025-03-03", "张某", "甲"))));
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
    void paperWithSeveralMattersBecomesSeveralLinkedRequests() {
        service.organ("matters", "清河镇人民政府");
        Map<String, Object> body = new HashMap<>(Requests.receipt("2025-03-03", "张某", ""));
        body.remove("content");
        body.put("matters", List.of("甲合同", "乙名单", "丙预算"));
        JsonNode receipt = requests.received("matters", body);

        assertThat(receipt.path("split"))
                .extracting(s -> s.path("registrationNumber").asString())
                .containsExactly("2025-002", "2025-003");
        String first = receipt.path("case").asString();
        String second = receipt.at("/split/0/case").asString();
        assertThat(requests.opened("matters", first).at("/links/splitInto")).hasSize(2);
        assertThat(requests.opened("matters", first).at("/facts/content").asString())
                .isEqualTo("甲合同");
        assertThat(requests.opened("matters", second)
                        .at("/links/splitFrom/registrationNumber")
                        .asString())
                .isEqualTo("2025-001");
        assertThat(requests.opened("matters", second).at("/facts/content").asString())
                .isEqualTo("乙名单");
        requests.step(
                "matters",
                second,
                "decide",
                Map.of("on", "2025-03-06", "outcome", "other.other", "endReason", "joined", "joinedInto", "2025-001"));
        assertThat(requests.opened("matters", first).at("/links/joined/0/case").asString())
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
        requests.received("elsewhere", Requests.receipt("2025-03-01", "张　某", "别处"));
        service.importCsv(
                "similar",
                "requests",
                "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\nA,2025-03-01,当面,自然人,张 某,甲\nB,2024-02-01,当面,自然人,张某,乙\nC,2025-02-28,当面,自然人,张某某,丙\n");
        JsonNode receipt = requests.received("similar", Requests.receipt("2025-03-03", "张某", "丁"));

        assertThat(receipt.path("similar"))
                .extracting(s -> s.path("registrationNumber").asString())
                .containsExactly("A");
        assertThat(receipt.path("similarEarlierInMonth").asInt()).isEqualTo(1);
        String id = receipt.path("case").asString();
        Answer corrected = service.postJson(
                "/api/v1/organs/similar/requests/" + id + "/corrections",
                Map.of("fact", "applicant", "value", "张某某", "reason", "漏写一字"));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(requests.opened("similar", id).path("similar"))
                .extracting(s -> s.path("registrationNumber").asString())
                .containsExactly("C");
        Map<String, Object> numbered = new HashMap<>(Requests.receipt("2025-03-04", "张某某", "戊"));
        numbered.put("identityNumber", "41030019900101001x");
        String other = requests.received("similar", numbered).path("case").asString();
        numbered.put("identityNumber", "410300199001010028");
        requests.received("similar", numbered);
        numbered.put("identityNumber", "４１０３００１９９００１０１００１X");
        numbered.put("applicant", "张某某（更名）");
        requests.received("similar", numbered);
        assertThat(requests.opened("similar", other).path("similar"))
                .extracting(s -> s.path("registrationNumber").asString())
                .containsExactly("C", "2025-001", "2025-004");
    }
}
