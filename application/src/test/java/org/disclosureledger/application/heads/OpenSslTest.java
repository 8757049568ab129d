package org.disclosureledger.application.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL, which shares no code with this program, comes to the same verdict. */
class OpenSslTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsOpenSsl() throws Exception {
        boolean there;
        try {
            there = run(List.of("openssl", "pkeyutl", "-help")) == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "openssl is not installed");
    }

    @Test
    void verifiesWhatIsSignedWithSm2AndNothingElse() throws Exception {
        List<String> command = List.of(
                "openssl",
                "dgst",
                "-sm3",
                "-verify",
                folder.resolve("key.pub").toString(),
                "-sigopt",
                "distid:1234567812345678",
                "-signature",
                folder.resolve("signature").toString(),
                folder.resolve("message").toString());
        check(HeadExamples.SM2, command);
    }

    @Test
    void verifiesWhatIsSignedWithEd25519AndNothingElse() throws Exception {
        List<String> command = List.of(
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-inkey",
                folder.resolve("key.pub").toString(),
                "-rawin",
                "-in",
                folder.resolve("message").toString(),
                "-sigfile",
                folder.resolve("signature").toString());
        check(HeadExamples.ED25519, command);
    }

    private void check(HeadSigner signer, List<String> command) throws Exception {
        SignedHead signed = signer.sign(HeadExamples.head(1000), HeadExamples.NOW);
        Files.writeString(folder.resolve("key.pub"), signer.publicKey().pem());
        Files.write(folder.resolve("signature"), signed.signature());
        byte[] message = SignedHead.message(signed.head(), signed.signedAt(), signed.key());
        Files.write(folder.resolve("message"), message);
        assertThat(run(command)).isZero();
        message[30] ^= 1;
        Files.write(folder.resolve("message"), message);
        assertThat(run(command)).isNotZero();
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
