package org.disclosureledger.application.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every head arrives, in order, whatever the receiver does meanwhile. */
class SinkQueueTest {

    @TempDir
    private Path folder;

    private final Recipient recipient = new Recipient();
    private HeadDirectory heads = new HeadDirectory(Path.of("."));

    @BeforeEach
    void inANewFolder() {
        heads = new HeadDirectory(folder);
    }

    @AfterEach
    void close() {
        recipient.close();
    }

    private SinkQueue queue() {
        return new SinkQueue(
                HttpReceiver.at(recipient.address(), "s3cret"),
                heads,
                new DeliveryLog(folder.resolve("receiver.delivered")));
    }

    @Test
    void whatDoesNotArriveWaitsAndComesInOrder() throws IOException {
        SignedHead one = HeadExamples.signed(1);
        SignedHead two = HeadExamples.signed(2);
        SignedHead three = HeadExamples.signed(3);
        heads.add(one);
        SinkQueue queue = queue();
        queue.start();
        await().until(() -> queue.state().failure() != null);
        assertThat(queue.state().waiting()).isEqualTo(1);
        recipient.answer(503);
        recipient.up();
        heads.add(two);
        queue.wake();
        await().until(() -> String.valueOf(queue.state().failure()).contains("HTTP 503"));
        heads.add(three);
        queue.wake();
        recipient.answer(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> recipient.taken().size() == 3);
        await().until(() -> queue.state().failure() == null && queue.state().waiting() == 0);
        assertThat(recipient.taken()).containsExactly(one.json(), two.json(), three.json());
        assertThat(queue.state().last()).isEqualTo("head-000000000003.json");
        assertThat(recipient.requests()).allMatch(r -> r.equals("POST /heads application/json Bearer s3cret"));
        queue.stop();
    }

    @Test
    void afterARestartOnlyTheRestIsSent() throws IOException {
        heads.add(HeadExamples.signed(5));
        SinkQueue before = queue();
        recipient.up();
        before.start();
        await().until(() -> recipient.taken().size() == 1);
        before.stop();
        assertThat(folder.resolve("receiver.delivered")).hasContent("head-000000000005.json\n");
        // An older copy of the database: the next head has a smaller number.
        SignedHead smaller = HeadExamples.signed(4);
        heads.add(smaller);
        SinkQueue after = queue();
        after.start();
        await().until(() -> recipient.taken().size() == 2);
        after.stop();
        assertThat(recipient.taken().get(1)).isEqualTo(smaller.json());
    }

    @Test
    void lineThatWasCutIsSentAgain() throws IOException {
        heads.add(HeadExamples.signed(5));
        heads.add(HeadExamples.signed(6));
        Path log = Files.writeString(folder.resolve("receiver.delivered"), "head-000000000005.json\nhead-00000");
        recipient.up();
        SinkQueue queue = queue();
        queue.start();
        await().until(() -> Files.readString(log).endsWith("\nhead-000000000006.json\n"));
        queue.stop();
        assertThat(recipient.taken()).hasSize(1);
        assertThat(new DeliveryLog(log).missing(heads.names())).isEmpty();
    }

    @Test
    void fileThatIsNoHeadStopsNoOther() throws IOException {
        SignedHead six = HeadExamples.signed(6);
        Files.writeString(folder.resolve("head-000000000005.json"), "{}");
        heads.add(six);
        recipient.up();
        SinkQueue queue = queue();
        queue.start();
        await().until(() -> recipient.taken().size() == 1);
        queue.stop();
        assertThat(recipient.taken()).containsExactly(six.json());
        assertThat(queue.state().failure()).isNull();
    }

    /** A head that is signed while the service stops is brought away before it has stopped. */
    @Test
    void stoppingTriesOnceMore() throws IOException {
        heads.add(HeadExamples.signed(5));
        SinkQueue queue = queue();
        queue.start();
        await().until(() -> queue.state().failure() != null);
        recipient.up();
        queue.stop();
        assertThat(recipient.taken()).hasSize(1);
    }

    @Test
    void storageThatIsMissingIsAFailureAndNotMade() throws IOException {
        heads.add(HeadExamples.signed(5));
        Path mount = folder.resolve("mount");
        SinkQueue queue =
                new SinkQueue(new WormDirectory(mount), heads, new DeliveryLog(folder.resolve("worm.delivered")));
        queue.start();
        await().until(() -> String.valueOf(queue.state().failure()).contains("目录不存在"));
        assertThat(mount).doesNotExist();
        Files.createDirectory(mount);
        await().until(() -> Files.exists(mount.resolve("head-000000000005.json")));
        queue.stop();
    }

    @Test
    void answerThatSendsElsewhereIsNotFollowed() {
        recipient.answer(302);
        recipient.up();
        assertThatThrownBy(() -> HttpReceiver.at(recipient.address(), null)
                        .deliver(new HeadName(5, 1), HeadExamples.signed(5).json()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("HTTP 302");
        assertThat(recipient.requests()).isEqualTo(List.of("POST /heads application/json null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x/", "example.org", "http://", "http://a b/", "https://user:secret@example.org/"})
    void addressThatCannotBePostedToIsRefused(String address) {
        assertThatThrownBy(() -> HttpReceiver.at(address, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LEDGER_HEADS_RECEIVER_URL");
    }
}
