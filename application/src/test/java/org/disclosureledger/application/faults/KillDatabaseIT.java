package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of all of PostgreSQL under clients and a running import: the service lives on, and nothing is lost. */
class KillDatabaseIT {

    private static final int KILLS = FaultSize.pick(2, 100);
    private static final int CLIENTS = FaultSize.pick(8, 32);
    private static final int CHECK_EVERY = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void serviceComesBackByItselfAndNothingAcknowledgedIsLostOrDoubled() throws Exception {
        long seed = FaultSize.seed("kill -9 of PostgreSQL");
        Random random = new Random(seed);
        int processes = 0;
        try (JarService jar = new JarService(directory.resolve("data").toAbsolutePath());
                Clients clients = new Clients(jar.service(), seed)) {
            jar.service().organ(Clients.ORGAN, "故障县人民政府");
            clients.start(CLIENTS);
            for (int kill = 1; kill <= KILLS; kill++) {
                Pause.of(500 + random.nextInt(1_500), TimeUnit.MILLISECONDS);
                long before = jar.postmaster().pid();
                int acknowledged = clients.acknowledged();
                processes += jar.killDatabase();
                await().atMost(Duration.ofMinutes(1))
                        .ignoreExceptions()
                        .until(() ->
                                jar.postmaster().pid() != before && clients.acknowledged() > acknowledged + CLIENTS);
                if (kill % CHECK_EVERY == 0 || kill == KILLS) {
                    clients.finish();
                    long events = LedgerInspection.check(jar, clients);
                    System.out.printf(
                            "kill -9 of PostgreSQL: %d kills of %d processes; %d entries and %d rows acknowledged, %d"
                                    + " sendings unanswered, %d answered 5xx, %d repeated; %d events%n",
                            kill,
                            processes,
                            clients.acknowledgedCases.size(),
                            clients.acknowledgedRows.size(),
                            clients.unanswered.get(),
                            clients.unavailable.get(),
                            clients.repeated.get(),
                            events);
                    if (kill < KILLS) {
                        clients.start(CLIENTS);
                    }
                }
            }
            assertThat(clients.unavailable.get()).isPositive();
            Verdicts.bothVerifiersAgreeThatAllIsWell(jar);
        }
    }
}
