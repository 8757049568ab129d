package org.disclosureledger.application.markers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.faults.FaultSize;
import org.disclosureledger.application.faults.JarService;
import org.disclosureledger.application.markers.Marker.Fate;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand wrong passwords from many places, while people come in for work: no guess succeeds, nobody who knows his
 * password is kept out or kept waiting, few guesses are looked at, all of them are written down, and neither a password
 * that was tried nor what was typed in place of a name is kept anywhere.
 */
class GuessedPasswordsIT {

    private static final int TRIES = FaultSize.pick(600, 10_000);
    private static final int PLACES = FaultSize.pick(3, 25);
    private static final int PEOPLE = FaultSize.pick(4, 20);
    private static final int GUESSERS = 8;
    private static final int MISTAKES = 3;
    /** What docs/user-guide.md says of one place in a quarter of an hour. */
    private static final int LOOKED_AT_OF_A_PLACE = 100;

    private static final String ORGAN = "guessed";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger wrong = new AtomicInteger();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();

    private int asked(JarService jar, String login, String password, String place) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + jar.port() + "/api/v1/organs"))
                                .header("X-Forwarded-For", place)
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString((login + ":" + password)
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void nobodyGetsInAndNobodyIsKeptOut() throws Exception {
        long seed = FaultSize.seed("guessed passwords");
        Marks marks = new Marks(seed);
        Path data = directory.resolve("data").toAbsolutePath();
        try (JarService jar = new JarService(
                data,
                List.of(),
                Map.of(
                        "LEDGER_SYSADMIN_PASSWORD", Service.PASSWORD,
                        "LEDGER_SECADMIN_PASSWORD", Service.PASSWORD,
                        "LEDGER_AUDITADMIN_PASSWORD", Service.PASSWORD,
                        // What a connection has said last is forgotten with the connection.
                        "SERVER_TOMCAT_KEEP_ALIVE_TIMEOUT", "1s",
                        "SERVER_FORWARD_HEADERS_STRATEGY", "native"))) {
            Service admin = jar.service();
            admin.organ(ORGAN, "猜测镇人民政府");
            Staff staff = new Staff(admin);
            List<String> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add("honest" + i);
                staff.hire(ORGAN, "honest" + i, Role.CLERK);
            }
            int before = lines(data, "sign-in failed").size();
            try (ExecutorService threads = Executors.newCachedThreadPool()) {
                List<Future<?>> all = new ArrayList<>();
                AtomicInteger left = new AtomicInteger(TRIES);
                for (int i = 0; i < GUESSERS; i++) {
                    Random chance = new Random(seed + i);
                    all.add(threads.submit(() -> guess(jar, marks, people, chance, left)));
                }
                for (int i = 0; i < PEOPLE; i++) {
                    Random chance = new Random(seed + 1_000 + i);
                    String login = people.get(i);
                    String place = "198.51.100." + i;
                    all.add(threads.submit(() -> work(jar, login, place, chance, left)));
                }
                for (Future<?> one : all) {
                    one.get();
                }
            }
            client.close();
            int failed = lines(data, "sign-in failed").size() - before;
            int notLookedAt = lines(data, "sign-in not looked at").size();
            System.out.printf(
                    "guessed passwords: %d wrong from %d places, %d looked at, %d right ones of %d people, slowest %d ms%n",
                    wrong.get(), PLACES, failed, right.get(), PEOPLE, slowest.get());
            assertThat(failed + notLookedAt).as("all are written down").isEqualTo(wrong.get());
            assertThat(failed).isLessThanOrEqualTo(PLACES * (LOOKED_AT_OF_A_PLACE + GUESSERS) + PEOPLE * MISTAKES);
            assertThat(right.get()).isGreaterThan(PEOPLE);
            assertThat(refusals(jar)).isBetween(1, 60);
            Everywhere.askForNobody(jar, ORGAN);
            MarkerScan scan = new MarkerScan(marks.all());
            Everywhere.tables(jar, scan);
            Everywhere.look(scan, "files:", data);
            scan.look("log:service", directory.resolve("data.log"));
            Path heap = Everywhere.heap(jar, directory);
            scan.look("heap:", heap);
            Files.delete(heap);
            assertThat(scan.found()).isEmpty();
            assertThat(scan.bytes()).isGreaterThan(10_000_000);
        }
    }

    private static List<String> lines(Path data, String with) throws Exception {
        return Files.readAllLines(data.resolveSibling("data.log")).stream()
                .filter(line -> line.contains(with))
                .toList();
    }

    /** Known names, unknown ones, and passwords in the place of names. */
    private Void guess(JarService jar, Marks marks, List<String> people, Random chance, AtomicInteger left)
            throws Exception {
        while (left.getAndDecrement() > 0) {
            String login = switch (chance.nextInt(4)) {
                case 0 -> marks.name("名字当作用户名", Fate.NOT_KEPT);
                case 1 -> marks.password("密码当作用户名");
                default -> people.get(chance.nextInt(people.size()));
            };
            int status = asked(jar, login, marks.password("试过的密码"), "203.0.113." + chance.nextInt(PLACES));
            assertThat(status).isEqualTo(401);
            wrong.incrementAndGet();
        }
        return null;
    }

    /** Comes in, mistypes now and then, and comes in again. */
    private Void work(JarService jar, String login, String place, Random chance, AtomicInteger left) throws Exception {
        int mistakes = 0;
        do {
            if (mistakes < MISTAKES && chance.nextInt(10) == 0) {
                mistakes++;
                assertThat(asked(jar, login, "mistyped-by-its-owner", place)).isEqualTo(401);
                wrong.incrementAndGet();
            }
            long from = System.nanoTime();
            assertThat(asked(jar, login, Staff.PASSWORD, place)).as(login).isEqualTo(200);
            slowest.accumulateAndGet((System.nanoTime() - from) / 1_000_000, Math::max);
            right.incrementAndGet();
        } while (left.get() > 0);
        return null;
    }

    private static int refusals(JarService jar) throws Exception {
        try (Connection connection = Everywhere.database(jar).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from ledger_event where type = 'SignInsRefused'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
