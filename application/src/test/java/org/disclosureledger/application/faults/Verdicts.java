package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the two verifiers say, each for itself. */
final class Verdicts {

    private static final Path SECOND = Path.of("src", "main", "resources", "audit", "verify_ledger.py");

    private Verdicts() {}

    /** The first looks at the database and replays it, the second at the exported package. */
    static void bothVerifiersAgreeThatAllIsWell(JarService jar) throws Exception {
        JarService.Result verified = jar.tool("verify");
        assertThat(verified.exit()).as(verified.err()).isEqualTo(0);
        Path file = jar.data().resolveSibling("package.zip");
        JarService.Result exported = jar.tool("export-audit", "--out", file.toString());
        assertThat(exported.exit()).as(exported.err()).isEqualTo(0);
        if (python()) {
            Process second = new ProcessBuilder("python3", SECOND.toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor()).as(said).isEqualTo(0);
            System.out.println("both verifiers: all is well");
        } else {
            System.out.println("verify: all is well; no python3 here for the second verifier");
        }
    }

    private static boolean python() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
