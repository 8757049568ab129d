package org.disclosureledger.application.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerHead;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A keeper beside the service's own, over the same ledger: when it signs, and what it says of itself. */
@RunningService
class HeadKeeperIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerSignal signal;

    @Autowired
    private Clock clock;

    @TempDir
    private Path folder;

    private HeadDirectory heads = new HeadDirectory(Path.of("."));

    @BeforeEach
    void inANewFolder() {
        heads = new HeadDirectory(folder.resolve("heads"));
        record();
    }

    private void record() {
        new Service(port).organ("k-" + UUID.randomUUID(), "某机关");
    }

    private HeadKeeper keeper(Duration every) {
        HeadSettings settings = new HeadSettings(every, 1_000, "SM2", null, null, null, null, null);
        return new HeadKeeper(ledger, signal, HeadExamples.SM2, heads, new HeadSinks(List.of()), settings, clock);
    }

    private Health health(HeadKeeper keeper, Clock at) {
        return new HeadsHealth(keeper, heads, new HeadSinks(List.of()), ledger, at).health();
    }

    @Test
    void movedLedgerIsSignedWhenTheTimeHasComeAndWhenTheServiceStops() throws Exception {
        HeadKeeper keeper = keeper(Duration.ofSeconds(2));
        keeper.start();
        await().until(() -> heads.names().size() == 1);
        record();
        await().until(() -> heads.names().size() == 2);
        assertThat(heads.names().get(1).number()).isEqualTo(ledger.head());
        keeper.stop();
        assertThat(heads.names()).hasSize(2);

        HeadKeeper slow = keeper(Duration.ofHours(1));
        slow.start();
        await().until(() -> slow.last().isPresent());
        record();
        assertThat(heads.names()).hasSize(2);
        slow.stop();
        assertThat(heads.names()).hasSize(3);
        assertThat(heads.names().get(2).number()).isEqualTo(ledger.head());
        slow.start();
        assertThat(slow.isRunning()).isTrue();
        slow.stop();
        assertThat(heads.names()).hasSize(3);
    }

    @Test
    void ledgerThatIsNotTheSignedOneIsTold() throws Exception {
        LedgerHead now = ledger.ledgerHead();
        byte[] other = now.hash();
        other[0] ^= 1;
        heads.add(HeadExamples.SM2.sign(
                new LedgerHead(now.ledger(), now.number(), now.algorithm(), other, now.recordedAt()), clock.instant()));
        HeadKeeper keeper = keeper(Duration.ofMinutes(10));
        keeper.sign();
        assertThat(heads.names()).hasSize(2);
        Health health = health(keeper, clock);
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health.getDetails().get("fault"))).contains("不符");
    }

    @Test
    void ledgerThatWasCutIsTold() throws Exception {
        LedgerHead now = ledger.ledgerHead();
        heads.add(HeadExamples.SM2.sign(
                new LedgerHead(now.ledger(), 999_999_999, now.algorithm(), now.hash(), now.recordedAt()),
                clock.instant()));
        HeadKeeper keeper = keeper(Duration.ofMinutes(10));
        keeper.sign();
        assertThat(health(keeper, clock).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void headThatIsFarTooLateIsTold() {
        HeadKeeper keeper = keeper(Duration.ofMinutes(10));
        keeper.sign();
        assertThat(health(keeper, Clock.offset(clock, Duration.ofDays(1))).getStatus())
                .isEqualTo(Status.UP);
        record();
        assertThat(health(keeper, Clock.offset(clock, Duration.ofMinutes(29))).getStatus())
                .isEqualTo(Status.UP);
        Health late = health(keeper, Clock.offset(clock, Duration.ofMinutes(31)));
        assertThat(late.getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(late.getDetails().get("fault"))).contains("早应签名");
    }

    @Test
    void directoryThatCannotBeWrittenIsToldUntilItCan() throws Exception {
        Files.writeString(heads.path(), "in the way");
        HeadKeeper keeper = keeper(Duration.ofMinutes(10));
        keeper.start();
        await().until(() -> keeper.failure() != null);
        assertThat(health(keeper, clock).getStatus()).isEqualTo(Status.DOWN);
        Files.delete(heads.path());
        await().atMost(Duration.ofSeconds(30)).until(() -> heads.names().size() == 1);
        await().until(() -> health(keeper, clock).getStatus().equals(Status.UP));
        keeper.stop();
    }
}
