package org.disclosureledger.application.benchmarks;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.disclosureledger.application.Service;

/** The built jar on a data directory, as an office starts it. */
final class PackagedProduct implements AutoCloseable {

    private static final Path JAR = Path.of("target", "disclosure-ledger.jar").toAbsolutePath();

    private final int port;
    private final Process process;

    private PackagedProduct(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Starts it and waits until its tables have every event. */
    static PackagedProduct start(Path data, Path log) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder =
                new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-jar", JAR.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("LEDGER_ADMIN_PASSWORD", Service.PASSWORD);
        builder.environment().put("LEDGER_DATA_DIR", data.toString());
        builder.environment().put("LEDGER_LIMITS_ACCOUNT_PER_MINUTE", "0");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        PackagedProduct product = new PackagedProduct(port, process);
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(product::isReady);
        return product;
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the product has ended");
        }
        var projections = service().get("/actuator/health").json().at("/components/projections/details");
        long head = projections.path("head").asLong();
        return head > 0
                && projections.properties().stream()
                        .filter(detail -> detail.getValue().isNumber())
                        .allMatch(detail -> detail.getValue().asLong() == head);
    }

    Service service() {
        return new Service(port);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
