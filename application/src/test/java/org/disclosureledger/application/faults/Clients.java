package org.disclosureledger.application.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.disclosureledger.application.Service;

/**
 * People and systems at work while things break. They keep a ledger of their own outside: what was acknowledged, what was
 * refused, and what nobody answered, which they send again under the same key until it is acknowledged.
 */
final class Clients implements AutoCloseable {

    static final String ORGAN = "faults";

    private static final int ROWS_PER_FILE = 400;
    private static final int FIRST_YEAR = 2025;

    private final Service service;
    private final Random chance;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger files = new AtomicInteger();

    final Map<String, String> acknowledgedCases = new ConcurrentHashMap<>();
    final Set<String> acknowledgedRows = ConcurrentHashMap.newKeySet();
    final AtomicLong unanswered = new AtomicLong();
    final AtomicLong unavailable = new AtomicLong();
    final AtomicLong repeated = new AtomicLong();
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    final Set<String> problems = new ConcurrentSkipListSet<>();
    final Set<String> differing = ConcurrentHashMap.newKeySet();
    final AtomicInteger inFlight = new AtomicInteger();
    final AtomicInteger importing = new AtomicInteger();

    private volatile CountDownLatch stop = new CountDownLatch(1);
    private List<Future<?>> working = List.of();

    Clients(Service service, long seed) {
        this.service = service;
        this.chance = new Random(seed);
    }

    /** Entries from so many clients, and register files one after another from one more. */
    void start(int clients) {
        stop = new CountDownLatch(1);
        List<Future<?>> started = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Random own = new Random(chance.nextLong());
            started.add(threads.submit(() -> enter(own)));
        }
        started.add(threads.submit(this::importFiles));
        working = started;
    }

    /** Ends when all that was begun is acknowledged. */
    void finish() throws Exception {
        stop.countDown();
        for (Future<?> one : working) {
            one.get();
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    private void enter(Random own) {
        while (!stopped()) {
            String number = "故障-" + next.incrementAndGet();
            Map<String, Object> body = Map.of(
                    "facts",
                    Map.of(
                            "registrationNumber", number,
                            "receivedOn", FIRST_YEAR + "-03-0" + (1 + own.nextInt(9)),
                            "channel", "网络",
                            "applicantKind", "自然人",
                            "applicant", "申请人",
                            "content", "申请内容"));
            Map<String, String> key =
                    Map.of("Idempotency-Key", UUID.randomUUID().toString());
            Service.Answer answer = untilAnswered(
                    inFlight, () -> service.postJson("/api/v1/organs/" + ORGAN + "/registers/requests", body, key));
            if (answer.status() != 201) {
                refused.add(number + ": " + answer.text());
                continue;
            }
            acknowledgedCases.put(number, answer.json().get("case").asString());
            if (own.nextInt(20) == 0) {
                repeated.incrementAndGet();
                Service.Answer again = untilAnswered(
                        inFlight, () -> service.postJson("/api/v1/organs/" + ORGAN + "/registers/requests", body, key));
                if (!again.text().equals(answer.text())) {
                    differing.add(number + ": " + answer.text() + " / " + again.text());
                }
            }
        }
    }

    private void importFiles() {
        while (!stopped()) {
            int file = files.incrementAndGet();
            StringBuilder csv = new StringBuilder("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n");
            List<String> numbers = new ArrayList<>();
            for (int row = 0; row < ROWS_PER_FILE; row++) {
                String number = "导入-" + file + "-" + row;
                numbers.add(number);
                csv.append(number).append(",2025-04-01,网络,商业企业,某公司,某内容\n");
            }
            Map<String, String> key = Map.of("Idempotency-Key", "file-" + file);
            Service.Answer answer =
                    untilAnswered(importing, () -> service.importCsv(ORGAN, "requests", csv.toString(), key));
            if (answer.status() == 200 && answer.json().get("stored").asBoolean()) {
                acknowledgedRows.addAll(numbers);
            } else {
                refused.add("file " + file + ": " + answer.text());
            }
        }
    }

    private interface Sending {

        Service.Answer send();
    }

    /** 5xx and broken connections are no answer: sent again under the same key. */
    private Service.Answer untilAnswered(AtomicInteger underway, Sending sending) {
        while (true) {
            underway.incrementAndGet();
            try {
                Service.Answer answer = sending.send();
                if (answer.status() < 500) {
                    return answer;
                }
                unavailable.incrementAndGet();
                problems.add(kind(answer));
            } catch (IllegalStateException e) {
                unanswered.incrementAndGet();
            } finally {
                underway.decrementAndGet();
            }
            breathe();
        }
    }

    /** The last part of the problem's type. */
    private static String kind(Service.Answer answer) {
        String type = answer.contentType().startsWith("application/problem+json")
                ? answer.json().path("type").asString()
                : "no problem details: " + answer.status() + " " + answer.contentType();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private static void breathe() {
        try {
            Pause.of(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int acknowledged() {
        return acknowledgedCases.size() + acknowledgedRows.size();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
