package org.disclosureledger.application.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A command sent again, to whichever node and in whatever order, has one effect and one answer. */
@RunningService
@TestInstance(Lifecycle.PER_CLASS)
class IdempotencyIT {

    private static final boolean FULL = "full".equals(System.getProperty("ledger.faults"));
    private static final int COMMANDS = FULL ? 10_000 : 200;
    private static final int CLIENTS = 16;

    @LocalServerPort
    private int port;

    @Autowired
    private EmbeddedDatabase database;

    @Autowired
    private Ledger ledger;

    @Value("${ledger.data-dir}")
    private Path data;

    private SecondNode second;
    private Service first;

    @BeforeAll
    void start() throws Exception {
        first = new Service(port);
        second = SecondNode.beside(database, data);
        // Each node records once that somebody comes in.
        for (Service node : List.of(first, second.service())) {
            assertThat(node.get("/api/v1/organs").status()).isEqualTo(200);
        }
    }

    @AfterAll
    void stop() {
        second.close();
    }

    /** One sending of a command. */
    private record Sending(int command, boolean toSecond) {}

    private static Map<String, String> facts(String number, String receivedOn) {
        return Map.of(
                "registrationNumber", number,
                "receivedOn", receivedOn,
                "channel", "网络",
                "applicantKind", "自然人",
                "applicant", "申请人",
                "content", "申请内容");
    }

    private static Map<String, Object> entry(int command) {
        return Map.of("facts", facts("幂等-" + command, "2025-03-0" + (1 + command % 9)));
    }

    @Test
    void eachCommandHasOneEffectAndOneAnswerOverTwoNodes() throws Exception {
        first.organ("idempotency", "幂等县人民政府");
        long seed = Long.getLong("ledger.faults.seed", System.nanoTime());
        Random random = new Random(seed);
        List<Sending> sendings = new ArrayList<>();
        for (int command = 0; command < COMMANDS; command++) {
            for (int n = 1 + random.nextInt(5); n > 0; n--) {
                sendings.add(new Sending(command, random.nextBoolean()));
            }
        }
        Collections.shuffle(sendings, random);
        // Those next to each other race.
        sendings.addAll(sendings.subList(0, COMMANDS / 10));
        long before = ledger.head();

        Map<Integer, List<String>> answers = new HashMap<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<String>> sent =
                    sendings.stream().map(s -> clients.submit(() -> send(s))).toList();
            for (int i = 0; i < sendings.size(); i++) {
                answers.computeIfAbsent(sendings.get(i).command(), c -> new ArrayList<>())
                        .add(sent.get(i).get());
            }
        }

        System.out.printf(
                "idempotency: seed %d, %d commands sent %d times over two nodes, %d events%n",
                seed, COMMANDS, sendings.size(), ledger.head() - before);
        assertThat(answers).hasSize(COMMANDS);
        answers.forEach((command, told) -> assertThat(told).allMatch(told.get(0)::equals));
        assertThat(answers.values()).allMatch(told -> told.get(0).startsWith("201 "));
        Map<String, Integer> events = new HashMap<>();
        for (StoredEvent event : ledger.after(before, 2 * COMMANDS)) {
            events.merge(event.aggregateId(), 1, Integer::sum);
        }
        for (Service node : List.of(first, second.service())) {
            assertThat(node.tables("idempotency", 2025)
                            .at("/requests/rows/newReceived/0")
                            .asInt())
                    .isEqualTo(COMMANDS);
        }
        assertThat(events)
                .hasSize(COMMANDS)
                .allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
    }

    private String send(Sending sending) {
        Service node = sending.toSecond() ? second.service() : first;
        Service.Answer answer = node.postJson(
                "/api/v1/organs/idempotency/registers/requests",
                entry(sending.command()),
                Map.of("Idempotency-Key", "key-" + sending.command()));
        return answer.status() + " " + answer.text();
    }

    @Test
    void rejectionIsAnsweredAgainAlthoughItWouldBeAcceptedNow() {
        first.organ("idempotency-rejected", "幂等乡人民政府");
        String path = "/api/v1/organs/idempotency-rejected/registers/requests";
        Map<String, Object> correction = Map.of("facts", facts("甲", "2025-03-04"));
        first.postJson(path, Map.of("facts", facts("甲", "2025-03-03")));
        Service.Answer refused = first.postJson(path, correction, Map.of("Idempotency-Key", "refused"));
        first.postJson(path, Map.of("facts", facts("甲", "2025-03-04"), "corrections", true, "reason", "误录"));

        Service.Answer again = second.service().postJson(path, correction, Map.of("Idempotency-Key", "refused"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).isEqualTo(refused.text());
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        first.organ("idempotency-reused", "幂等镇人民政府");
        String path = "/api/v1/organs/idempotency-reused/registers/requests";
        Map<String, String> key = Map.of("Idempotency-Key", "\"reused\"");
        first.postJson(path, entry(1), key);
        long head = ledger.head();

        Service.Answer other = first.postJson(path, entry(2), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("type").asString()).endsWith("idempotency-key-reused");
        assertThat(ledger.head()).isEqualTo(head);
        assertThat(first.postJson(path, entry(2), Map.of("Idempotency-Key", "x".repeat(300)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void importUnderTheSameKeyIsDoneOnce() {
        first.organ("idempotency-import", "幂等区人民政府");
        String csv = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n导-1,2025-03-03,网络,自然人,甲,子\n导-2,2025-03-04,网络,自然人,乙,丑\n";
        Map<String, String> key = Map.of("Idempotency-Key", "import-1");
        Service.Answer once = first.importCsv("idempotency-import", "requests", csv, key);
        long head = ledger.head();

        Service.Answer twice = second.service().importCsv("idempotency-import", "requests", csv, key);
        Service.Answer other =
                second.service().importCsv("idempotency-import", "requests", csv.replace("导-2", "导-3"), key);

        assertThat(once.status()).isEqualTo(200);
        assertThat(once.json().get("events").asInt()).isEqualTo(2);
        assertThat(twice.text()).isEqualTo(once.text());
        assertThat(other.status()).isEqualTo(422);
        assertThat(ledger.head()).isEqualTo(head);
    }
}
