package org.disclosureledger.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Hex;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second verifier stays small, stands on the standard library alone, and knows every event from FORMAT.md. */
class VerifyScriptTest {

    @TempDir
    private Path directory;

    @Test
    void scriptHasAtMostThreeHundredLines() throws IOException {
        assertThat(Files.readAllLines(PythonVerifier.SCRIPT).size()).isLessThanOrEqualTo(300);
    }

    @Test
    void scriptImportsNothingButTheStandardLibrary() throws IOException {
        List<String> imports = Pattern.compile("(?m)^\\s*(?:import|from)\\s.*$")
                .matcher(Files.readString(PythonVerifier.SCRIPT))
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(imports)
                .containsExactly(
                        "import argparse, base64, collections, contextlib, datetime, decimal, hashlib, json, os, re,"
                                + " sys, zipfile");
    }

    @Test
    void scriptReadsTheFormatBesideItselfAndNoOther() throws IOException {
        PythonVerifier.require();
        Path alone = Files.copy(PythonVerifier.SCRIPT, directory.resolve("verify_ledger.py"));
        LoosePackage loose = LoosePackage.blank(new UUID(0, 9), Instant.parse("2026-01-05T01:02:03Z"));
        loose.files.put("FORMAT.md", "```events\n```\n```codes\n```\n".getBytes(StandardCharsets.UTF_8));
        Path audited =
                Files.write(directory.resolve("package.zip"), loose.listed().zip());

        assertThat(PythonVerifier.run(List.of(alone.toString(), audited.toString()))
                        .exit())
                .isEqualTo(2);
        Files.copy(PythonVerifier.SCRIPT.resolveSibling("FORMAT.md"), directory.resolve("FORMAT.md"));
        PythonVerifier.Run run = PythonVerifier.run(List.of(alone.toString(), audited.toString()));
        assertThat(run.exit()).as(run.output()).isZero();
    }

    @Test
    void slowHashIsTheSameAsTheFastOne() {
        PythonVerifier.require();
        Random random = new Random(7);
        for (int length : new int[] {0, 3, 55, 56, 63, 64, 65, 500}) {
            byte[] data = new byte[length];
            random.nextBytes(data);
            assertThat(python("print(v.sm3_slow(bytes.fromhex('" + Hex.toHexString(data) + "')).hex())"))
                    .isEqualTo(Hex.toHexString(HashAlgorithm.SM3.digest().digest(data)));
        }
    }

    @Test
    void signaturesOfBothAlgorithmsAreVerified() {
        PythonVerifier.require();
        for (String algorithm : List.of("SM2", "Ed25519")) {
            for (int seed = 0; seed < 3; seed++) {
                Signer signer = new Signer(algorithm, new Random(seed));
                EventLine event =
                        new EventLine(7, "", "", "", 0, "", "", 1, "2026-01-05T01:02:03.456789Z", "", "", "SM3", "ab");
                String head = Hex.toHexString(signer.head("l", event));
                String other = Hex.toHexString(signer.head("l", Edits.of(event, "hash", "ac")));
                String key = Hex.toHexString(signer.publicKey());

                assertThat(python("""
                        head = v.json.loads(bytes.fromhex('%s'))
                        other = v.json.loads(bytes.fromhex('%s'))
                        def read(h): return v.read_head(v.json.dumps(h).encode(), 'l', {bytes.fromhex('%s')})
                        print(read(head)['number'])
                        with v.judging('x'): read({**head, 'signature': other['signature']})
                        print(v.FAULTS[0]['what'])
                        """.formatted(head, other, key))).isEqualTo("7\n签名不符");
            }
        }
    }

    @Test
    void whatCannotBeReadIsToldByTheExitCode() throws IOException {
        PythonVerifier.require();
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Path text = Files.writeString(directory.resolve("text.zip"), "不是压缩包");

        assertThat(PythonVerifier.verify(directory.resolve("none.zip"), List.of())
                        .exit())
                .isEqualTo(2);
        assertThat(PythonVerifier.verify(text, List.of("--heads", "/nowhere")).exit())
                .isEqualTo(2);
        for (Path bad : List.of(empty, text)) {
            PythonVerifier.Run run = PythonVerifier.verify(bad, List.of());
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.output()).doesNotContain("Traceback");
        }
    }

    private static String python(String code) {
        PythonVerifier.Run run = PythonVerifier.run(List.of(
                "-c",
                "import sys; sys.path.insert(0, '" + PythonVerifier.SCRIPT.getParent()
                        + "')\nimport verify_ledger as v\n" + code));
        assertThat(run.exit()).as(run.output()).isZero();
        return run.output().strip();
    }
}
