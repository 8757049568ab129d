package org.disclosureledger.application.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.disclosureledger.application.Service;

/** The built jar as a process of its own, with its embedded PostgreSQL in a directory that outlives it. */
public final class JarService implements AutoCloseable {

    private static final Path JAR = Path.of("target", "disclosure-ledger.jar").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(8);

    private final Path data;
    private final Path log;
    private final int port;
    private final List<String> options;
    private final Map<String, String> settings;
    private Process process;

    JarService(Path data) throws IOException {
        this(data, List.of(), Map.of());
    }

    /**
     * @param options of the Java machine
     * @param settings environment variables
     */
    public JarService(Path data, List<String> options, Map<String, String> settings) throws IOException {
        this.options = options;
        this.settings = settings;
        this.data = data;
        this.log = Files.createFile(data.resolveSibling(data.getFileName() + ".log"));
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.process = launch(List.of());
        awaitHealth();
    }

    private Process launch(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("LEDGER_ADMIN_PASSWORD", Service.PASSWORD);
        builder.environment().put("LEDGER_DATA_DIR", data.toString());
        builder.environment().put("LEDGER_LIMITS_ACCOUNT_PER_MINUTE", "0");
        builder.environment().put("LEDGER_LIMITS_PLACE_PER_MINUTE", "0");
        builder.environment().putAll(settings);
        if (arguments.isEmpty()) {
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        return builder.start();
    }

    void awaitHealth() {
        await().atMost(START)
                .failFast("it has ended: " + log, () -> !process.isAlive())
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> service().anonymous("/actuator/health").status() == 200);
    }

    public Service service() {
        return new Service(port);
    }

    public Path data() {
        return data;
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    public int port() {
        return port;
    }

    /** The number of its process. */
    public long pid() {
        return process.pid();
    }

    /** Ends it as a power cut would; its PostgreSQL lives on. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    public void restart() throws IOException {
        process = launch(List.of());
        awaitHealth();
    }

    /** Ends all processes of its PostgreSQL at once, and tells how many they were. */
    int killDatabase() throws IOException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all = new ArrayList<>(postmaster.children().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        return all.size();
    }

    ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().get(0).trim())).orElseThrow();
    }

    /** For looking into the database past the service. */
    public String jdbcUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).trim() + "/postgres";
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    }

    /** What a tool of the jar prints, and its exit code. */
    record Result(int exit, String out, String err) {}

    /** Runs the jar's tool on the same data. */
    Result tool(String... arguments) throws IOException, InterruptedException {
        Path err = Files.createTempFile(data.getParent(), "tool-", ".err");
        Process tool = launchTool(List.of(arguments), err);
        String out = new String(tool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int exit = tool.waitFor();
        return new Result(exit, out, Files.readString(err));
    }

    private Process launchTool(List<String> arguments, Path err) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().put("LEDGER_DATA_DIR", data.toString());
        return builder.start();
    }

    @Override
    public void close() {
        end();
    }

    /** Ends it in order, its PostgreSQL with it. */
    void end() {
        process.destroy();
        try {
            process.onExit().get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
