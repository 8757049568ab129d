package org.disclosureledger.application.heads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept once stays as it is. */
class HeadDirectoryTest {

    private static final byte[] OTHER = {'x'};

    @TempDir
    private Path folder;

    private HeadDirectory heads = new HeadDirectory(Path.of("."));

    @BeforeEach
    void inANewFolder() {
        heads = new HeadDirectory(folder.resolve("heads"));
    }

    @Test
    void existingFileIsNeverOverwritten() throws IOException {
        Files.createDirectories(heads.path());
        Path first = Files.write(heads.path().resolve("head-000000001000.json"), OTHER);
        SignedHead head = HeadExamples.signed(1000);
        SignedHead again = HeadExamples.signed(1000);
        assertThat(heads.add(head).fileName()).isEqualTo("head-000000001000-2.json");
        assertThat(heads.add(again).fileName()).isEqualTo("head-000000001000-3.json");
        assertThat(heads.add(head).fileName()).isEqualTo("head-000000001000-2.json");
        assertThat(first).hasBinaryContent(OTHER);
        assertThat(heads.path().resolve("head-000000001000-2.json")).hasBinaryContent(head.json());
        assertThat(heads.path().resolve("head-000000001000-3.json")).hasBinaryContent(again.json());
        assertThat(heads.path()).isDirectoryNotContaining("glob:**/.new-*");
    }

    @Test
    void namesAreInTheOrderOfTheEvents() throws IOException {
        for (long number : new long[] {1_000_000_000_000L, 20, 3}) {
            heads.add(HeadExamples.signed(number));
        }
        for (int i = 0; i < 11; i++) {
            heads.add(HeadExamples.signed(5));
        }
        for (String stranger : new String[] {
            "head-5.json",
            "head-000000000005-1.json",
            "head-000000000005-02.json",
            "head-0000000000005.json",
            "notes.txt",
            "receiver-00.delivered"
        }) {
            Files.write(heads.path().resolve(stranger), OTHER);
        }
        assertThat(heads.names())
                .extracting(HeadName::fileName)
                .startsWith("head-000000000003.json", "head-000000000005.json", "head-000000000005-2.json")
                .containsSubsequence("head-000000000005-9.json", "head-000000000005-10.json")
                .endsWith("head-000000000020.json", "head-1000000000000.json")
                .hasSize(14);
    }

    @Test
    void lastHeadIsTheLastOneThatIsWholeAndOfThisLedger() throws IOException {
        assertThat(heads.last(HeadExamples.LEDGER)).isEmpty();
        SignedHead five = HeadExamples.signed(5);
        heads.add(HeadExamples.signed(4));
        heads.add(five);
        String text = new String(HeadExamples.signed(6).json(), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(heads.path().resolve("head-000000000006.json"), text.replace("66c7f0", "66c7f1"));
        Files.write(heads.path().resolve("head-000000000007.json"), OTHER);
        Files.createDirectory(heads.path().resolve("head-000000000008.json"));
        Files.write(heads.path().resolve("head-000000000009.json"), five.json());
        assertThat(heads.last(HeadExamples.LEDGER))
                .hasValueSatisfying(h -> assertThat(h.json()).isEqualTo(five.json()));
        assertThat(heads.last(UUID.randomUUID())).isEmpty();
    }

    @Test
    void storageThatIsWrittenOnceGetsNewFilesOnly() throws IOException {
        Path mount = Files.createDirectory(folder.resolve("worm"));
        WormDirectory worm = new WormDirectory(mount);
        Path cut = Files.write(mount.resolve("head-000000000005.json"), OTHER);
        byte[] json = HeadExamples.signed(5).json();
        worm.deliver(new HeadName(5, 1), json);
        worm.deliver(new HeadName(5, 1), json);
        Path kept = mount.resolve("head-000000000005-2.json");
        assertThat(cut).hasBinaryContent(OTHER);
        assertThat(kept).hasBinaryContent(json);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .doesNotContain("w");
        assertThat(mount.toFile().list()).hasSize(2);
    }
}
