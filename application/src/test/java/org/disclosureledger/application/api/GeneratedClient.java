package org.disclosureledger.application.api;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.assertj.core.api.Assertions;

/**
 * A client that openapi-generator makes of a description as it stands, compiled together with programs that use it. It
 * lives on a class path of its own: neither classes of the service nor its libraries help it.
 */
final class GeneratedClient implements AutoCloseable {

    private static final Path TARGET = Path.of("target", "client").toAbsolutePath();
    private static final long SECONDS = 300;

    private final URLClassLoader loader;

    private GeneratedClient(URLClassLoader loader) {
        this.loader = loader;
    }

    /** @param programs Java sources that use the client */
    static GeneratedClient of(byte[] description, Path programs) throws IOException, InterruptedException {
        Path api = Files.write(TARGET.resolve("api.json"), description);
        Path generated = emptied(TARGET.resolve("generated"));
        Path classes = emptied(TARGET.resolve("classes"));
        generate(api, generated);
        List<Path> libraries = new ArrayList<>(files(TARGET.resolve("libraries"), ".jar"));
        libraries.add(Path.of(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()));
        List<Path> sources = new ArrayList<>(files(generated.resolve("src/main/java"), ".java"));
        sources.addAll(files(programs, ".java"));
        compile(sources, libraries, classes);
        libraries.add(classes);
        return new GeneratedClient(new URLClassLoader(
                libraries.stream().map(GeneratedClient::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader()));
    }

    /** Runs the main method of a program. What it throws is thrown. */
    void run(String program, String... arguments) throws Throwable {
        try {
            Class.forName(program, true, loader)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static void generate(Path api, Path to) throws IOException, InterruptedException {
        Path jar = files(TARGET.resolve("generator"), ".jar").getFirst();
        Path log = TARGET.resolve("generator.log");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "generate",
                        "--generator-name=java",
                        "--library=native",
                        "--additional-properties=useJakartaEe=true",
                        "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                        "--input-spec=" + api,
                        "--output=" + to)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!generator.waitFor(SECONDS, TimeUnit.SECONDS) || generator.exitValue() != 0) {
            generator.destroyForcibly();
            throw new AssertionError("no client could be generated: " + Files.readString(log));
        }
    }

    private static void compile(List<Path> sources, List<Path> libraries, Path to) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-d",
                    to.toString(),
                    "-cp",
                    String.join(
                            File.pathSeparator,
                            libraries.stream().map(Path::toString).toList()));
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new AssertionError("the generated client or a program does not compile: " + messages);
            }
        }
    }

    private static Path emptied(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(directory);
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
