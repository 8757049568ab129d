package org.disclosureledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.domain.register.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All rules of the domain, wherever they are: each names what it rests on, and none is left that nobody applies. */
class RuleCatalogueTest {

    /** An article of a law or regulation, a notice of the State Council's office, the register's own form, or the documented rules of counting. */
    private static final Pattern GROUND =
            Pattern.compile("《[^》]+》第[一二三四五六七八九十百零]+条.*|国办[^〔]*〔\\d{4}〕\\d+号.*|\\p{IsHan}*台账格式|法定统计表口径");

    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"), Path.of("../projections/src/main/java"), Path.of("../application/src/main/java"));

    private static final List<String> TEXTS = SOURCES.stream()
            .filter(Files::isDirectory)
            .flatMap(RuleCatalogueTest::texts)
            .toList();

    private static Stream<String> texts(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java")).map(RuleCatalogueTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Rule> everyRule() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Rule.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(f -> classes.relativize(f).toString())
                    .filter(f -> f.endsWith("Rule.class"))
                    .sorted()
                    .flatMap(f -> constants(f.replace(".class", "").replace('/', '.')))
                    .toList();
        }
    }

    private static Stream<Rule> constants(String className) {
        try {
            Class<?> type = Class.forName(className);
            return type.isEnum() && Rule.class.isAssignableFrom(type)
                    ? Stream.of(Objects.requireNonNull(type.getEnumConstants())).map(Rule.class::cast)
                    : Stream.empty();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void rulesAreFound() throws IOException, URISyntaxException {
        assertThat(everyRule()).extracting(r -> r.getClass().getSimpleName()).contains("RequestRule", "RegisterRule");
    }

    @ParameterizedTest
    @MethodSource("everyRule")
    void ruleNamesItsArticle(Rule rule) {
        assertThat(rule.ground()).matches(GROUND);
        assertThat(rule.sentence()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("everyRule")
    void ruleIsAppliedSomewhere(Rule rule) {
        Pattern use = Pattern.compile("\\b" + rule.getClass().getSimpleName() + "\\s*\\.\\s*" + rule.name() + "\\b");

        assertThat(TEXTS).anyMatch(text -> use.matcher(text).find());
    }
}
