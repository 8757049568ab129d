package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the service under clients and a running import: nothing acknowledged is lost or doubled. */
class KillServiceIT {

    private static final int KILLS = FaultSize.pick(2, 200);
    private static final int CLIENTS = FaultSize.pick(8, 32);
    private static final int CHECK_EVERY = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void nothingAcknowledgedIsLostOrDoubled() throws Exception {
        long seed = FaultSize.seed("kill -9 of the service");
        Random random = new Random(seed);
        int whileImporting = 0;
        int whileAnswering = 0;
        try (JarService jar = new JarService(directory.resolve("data").toAbsolutePath());
                Clients clients = new Clients(jar.service(), seed)) {
            jar.service().organ(Clients.ORGAN, "故障县人民政府");
            clients.start(CLIENTS);
            for (int kill = 1; kill <= KILLS; kill++) {
                Pause.of(300 + random.nextInt(1_700), TimeUnit.MILLISECONDS);
                whileImporting += clients.importing.get() > 0 ? 1 : 0;
                whileAnswering += clients.inFlight.get() > 0 ? 1 : 0;
                jar.kill();
                jar.restart();
                if (kill % CHECK_EVERY == 0 || kill == KILLS) {
                    clients.finish();
                    long events = LedgerInspection.check(jar, clients);
                    System.out.printf(
                            "kill -9 of the service: %d kills, %d with commands and %d with an import under way; %d entries"
                                    + " and %d rows acknowledged, %d sendings unanswered, %d answered 5xx, %d repeated; %d"
                                    + " events%n",
                            kill,
                            whileAnswering,
                            whileImporting,
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
            Verdicts.bothVerifiersAgreeThatAllIsWell(jar);
            assertThat(whileAnswering).isPositive();
            assertThat(clients.unanswered.get()).isPositive();
        }
    }
}
