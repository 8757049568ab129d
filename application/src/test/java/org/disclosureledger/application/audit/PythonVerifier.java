package org.disclosureledger.application.audit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code verify_ledger.py} as an auditor runs it. */
final class PythonVerifier {

    static final Path SCRIPT =
            Path.of("src", "main", "resources", "audit", "verify_ledger.py").toAbsolutePath();

    private PythonVerifier() {}

    record Run(int exit, String output) {}

    /** Says why and gives the test up when there is no Python, unless the environment demands it. */
    static void require() {
        try {
            if (run(List.of("-c", "pass")).exit() == 0) {
                return;
            }
        } catch (IllegalStateException e) {
            // told below
        }
        String reason = "no python3 on this machine";
        if ("required".equals(System.getenv("LEDGER_BROWSER_TESTS"))) {
            fail(reason);
        }
        abort(reason);
    }

    static Run verify(Path audited, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(SCRIPT.toString(), audited.toString()));
        arguments.addAll(options);
        return run(arguments);
    }

    static Run run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("python3", "-B"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PYTHONUTF8", "1"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
