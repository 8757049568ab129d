package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A full disk under clients and a running import: nothing is confirmed that is not there, and work goes on by itself. */
class FullDiskIT {

    private static final int CLIENTS = FaultSize.pick(4, 32);
    private static final int SECONDS = FaultSize.pick(6, 60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void dataAreOnAFullDisk() throws Exception {
        Path data = directory.resolve("data").toAbsolutePath();
        try (SmallDisk disk = mounted(data.resolve("postgresql"), "400m");
                JarService jar = new JarService(data)) {
            endure("full disk of the data", jar, disk);
        }
    }

    @Test
    void theLogOfTheDatabaseIsOnAFullDisk() throws Exception {
        Path data = directory.resolve("data").toAbsolutePath();
        try (SmallDisk disk = mounted(directory.resolve("log").toAbsolutePath(), "160m");
                JarService jar = new JarService(data)) {
            jar.end();
            move(data.resolve("postgresql/pg_wal"), disk.path().resolve("pg_wal"));
            jar.restart();
            endure("full disk of the write-ahead log", jar, disk);
        }
    }

    private static SmallDisk mounted(Path at, String size) {
        try {
            return SmallDisk.at(at, size);
        } catch (IOException e) {
            System.out.println("full disk: no file system can be mounted here, not tested: " + e.getMessage());
            assumeTrue(false, "no file system can be mounted here");
            throw new IllegalStateException(e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.sorted().toList()) {
                Path there = to.resolve(from.relativize(one));
                if (Files.isDirectory(one)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(one, there);
                }
            }
        }
        Files.move(from, from.resolveSibling("pg_wal_before"));
        Files.createSymbolicLink(from, to);
    }

    private static void endure(String what, JarService jar, SmallDisk disk) throws Exception {
        try (Clients clients = new Clients(jar.service(), FaultSize.seed(what))) {
            jar.service().organ(Clients.ORGAN, "故障县人民政府");
            clients.start(CLIENTS);
            await().atMost(Duration.ofMinutes(1)).until(() -> clients.acknowledged() > 2 * CLIENTS);
            disk.fill();
            await().atMost(Duration.ofMinutes(3)).until(() -> {
                disk.fill();
                return clients.unavailable.get() > 0;
            });
            int atFirst = clients.acknowledged();
            Pause.of(SECONDS, TimeUnit.SECONDS);
            int whileFull = clients.acknowledged() - atFirst;
            long refused = clients.unavailable.get();
            disk.free();
            int atLast = clients.acknowledged();
            await().atMost(Duration.ofMinutes(2)).until(() -> clients.acknowledged() > atLast + 2 * CLIENTS);
            clients.finish();
            long events = LedgerInspection.check(jar, clients);
            System.out.printf(
                    "%s: %d seconds; %d acknowledged and %d answered 5xx (%s), %d unanswered meanwhile; %d acknowledged in all,"
                            + " %d events%n",
                    what,
                    SECONDS,
                    whileFull,
                    refused,
                    clients.problems,
                    clients.unanswered.get(),
                    clients.acknowledged(),
                    events);
            assertThat(clients.problems).doesNotContain("internal");
            Verdicts.bothVerifiersAgreeThatAllIsWell(jar);
        }
    }
}
