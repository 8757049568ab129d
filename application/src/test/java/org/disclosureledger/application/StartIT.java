package org.disclosureledger.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is handed out, started as a newcomer starts it: by whatever {@code java} the machine has first. */
class StartIT {

    private static final Path JAR = Path.of("target", "disclosure-ledger.jar").toAbsolutePath();
    private static final Pattern PASSWORD = Pattern.compile("密码：(\\S+)");
    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();
    private int port;

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    private Process start(String log) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder("java", "-Dstdout.encoding=UTF-8", "-jar", JAR.toString());
        builder.directory(directory.toFile());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().remove("LEDGER_ADMIN_PASSWORD");
        builder.environment().remove("LEDGER_DATA_DIR");
        builder.redirectErrorStream(true).redirectOutput(directory.resolve(log).toFile());
        Process process = builder.start();
        started.add(process);
        await().atMost(START)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(() -> new Service(port).anonymous("/actuator/health").status() == 200);
        return process;
    }

    private String log(String name) throws IOException {
        return Files.readString(directory.resolve(name), StandardCharsets.UTF_8);
    }

    @Test
    void emptyMachineIsReadyKeepsWhatItWasToldAndSurvivesBeingKilled() throws Exception {
        Process first = start("first.log");
        await().atMost(Duration.ofSeconds(10)).until(() -> log("first.log").contains("密码："));
        Matcher password = PASSWORD.matcher(log("first.log"));
        assertThat(password.find()).isTrue();
        assertThat(log("first.log")).contains("http://localhost:" + port).contains("admin");
        new Service(port, password.group(1)).organ("kept", "清河镇人民政府");
        assertThat(directory.resolve("data/keys/master.key")).exists();

        first.destroy();
        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(directory.resolve("data/postgresql/postmaster.pid")).doesNotExist();

        Process second = start("second.log");
        assertThat(log("second.log")).doesNotContain(password.group(1));
        second.descendants()
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .forEach(ProcessHandle::destroyForcibly);
        second.destroyForcibly();
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();

        start("third.log");
        assertThat(new Service(port, password.group(1))
                        .get("/api/v1/organs/kept")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("清河镇人民政府");
    }
}
