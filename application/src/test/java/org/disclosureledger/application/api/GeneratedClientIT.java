package org.disclosureledger.application.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The description of the API is good enough for others: a client generated from it compiles and works as it is. What it
 * does is in the programs of {@code src/test/resources/client}.
 */
@RunningService
@TestInstance(Lifecycle.PER_CLASS)
class GeneratedClientIT {

    private static final Path PROGRAMS = Path.of("src", "test", "resources", "client");

    @LocalServerPort
    private int port;

    private GeneratedClient client;

    @BeforeAll
    void generate() throws Exception {
        client = GeneratedClient.of(new Service(port).anonymous("/v3/api-docs").bytes(), PROGRAMS);
    }

    @AfterAll
    void close() throws Exception {
        client.close();
    }

    /** Every program there, so that a new part of the API only needs one more file. */
    static List<String> programs() throws IOException {
        try (Stream<Path> sources = Files.list(PROGRAMS)) {
            return sources.filter(GeneratedClientIT::hasMain)
                    .map(source -> "client." + source.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasMain(Path source) {
        try {
            return Files.readString(source).contains("static void main(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programWorksWithTheGeneratedClient(String program) throws Throwable {
        client.run(program, "http://localhost:" + port, "admin", Service.PASSWORD);
    }
}
