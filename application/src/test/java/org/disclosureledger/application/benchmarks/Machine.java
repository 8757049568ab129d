package org.disclosureledger.application.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/** On what was measured. */
record Machine(int cores, String processor, String java, String database) {

    static Machine of(JdbcTemplate database) throws IOException {
        Path cpu = Path.of("/proc/cpuinfo");
        String processor = Files.isReadable(cpu)
                ? Files.readAllLines(cpu).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown")
                : System.getProperty("os.arch");
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processor,
                System.getProperty("java.vendor") + " " + Runtime.version(),
                String.valueOf(database.queryForObject("show server_version", String.class)));
    }

    @Override
    public String toString() {
        return "%d cores, %s, JDK %s, PostgreSQL %s".formatted(cores, processor, java, database);
    }
}
