package org.disclosureledger.application.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The processes of the embedded PostgreSQL, and how they were started: to be started again in just the same way, on the
 * same port. What PostgreSQL wrote about its start is read at once, since a full disk can spoil it later.
 *
 * @param cluster PostgreSQL's own directory
 * @param program the server's executable
 * @param options of its command line, as its own shell quotes them
 */
record EmbeddedServer(Path cluster, Path program, String options) {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The server that was started in a directory. */
    static EmbeddedServer startedIn(Path cluster) throws IOException {
        String line = Files.readString(cluster.resolve("postmaster.opts")).strip();
        int quote = line.indexOf(" \"");
        if (quote < 0) {
            throw new IOException("postmaster.opts without options: " + line);
        }
        return new EmbeddedServer(cluster, Path.of(line.substring(0, quote)), line.substring(quote + 1));
    }

    /** The postmaster of a directory, if it lives; what merely has its number, or waits to be buried, is none. */
    static Optional<ProcessHandle> postmaster(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        Optional<String> first = Files.readAllLines(pidFile).stream().findFirst();
        return first.map(String::trim)
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(p -> p.info()
                        .command()
                        .map(c -> c.toLowerCase(Locale.ROOT).contains("postgres"))
                        .orElse(false));
    }

    boolean lives() {
        try {
            return postmaster(cluster).isPresent();
        } catch (IOException e) {
            // The file is being written or removed: the next look tells.
            LOG.debug("postmaster.pid could not be read", e);
            return true;
        }
    }

    /** Starts the server again and waits until it has recovered; false when it does not come up. */
    boolean startAgain() throws InterruptedException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        String control = program.getFileName().toString().replace("postgres", "pg_ctl");
        command.addAll(List.of(
                program.resolveSibling(control).toString(),
                "start",
                "-D",
                cluster.toString(),
                "-o",
                options,
                "-w",
                "-t",
                Long.toString(PATIENCE.toSeconds())));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Thread.ofVirtual().name("postgresql-output").start(() -> listen(process));
            return process.waitFor(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            LOG.warn("PostgreSQL's control program does not run", e);
            return false;
        }
    }

    /** The server writes to its starter for as long as it lives, and must not be kept waiting. */
    private static void listen(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> LOG.debug("{}", line));
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("PostgreSQL's output ended", e);
        }
    }
}
