package org.disclosureledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.domain.register.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All rules of the domain, wherever they are: each names what it rests on, and none is left that nobody applies. */
class RuleCatalogueTest {

    /** An article of a law or regulation, a notice of the State Council's office, or what the product itself lays down. */
    private static final Pattern GROUND =
            Pattern.compile("《[^》]+》第[一二三四五六七八九十百零]+条.*|国办[^〔]*〔\\d{4}〕\\d+号.*|\\p{IsHan}*台账格式|法定统计表口径");

    private static final List<String> MAIN =
            texts("src/main/java", "../projections/src/main/java", "../application/src/main/java");
    private static final List<String> TESTS = texts("src/test/java", "../application/src/test/java");

    /** Only the import meets these: two rows of one file, a number that is in no register. */
    private static final Set<String> OF_THE_IMPORT = Set.of("TWICE_IN_ONE_FILE", "REQUEST_NOT_IN_REGISTER");

    private static List<String> texts(String... roots) {
        return Arrays.stream(roots)
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(RuleCatalogueTest::texts)
                .toList();
    }

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

    static List<Rule> everyRuleButThoseOfTheImport() throws IOException, URISyntaxException {
        return everyRule().stream()
                .filter(r -> !OF_THE_IMPORT.contains(r.name()))
                .toList();
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

        assertThat(MAIN).anyMatch(text -> use.matcher(text).find());
    }

    /** By its name in a test of the rules or of what applies them: a new rule is not done until it is shown. */
    @ParameterizedTest
    @MethodSource("everyRuleButThoseOfTheImport")
    void ruleIsShownByATest(Rule rule) {
        Pattern name = Pattern.compile("\\b" + rule.name() + "\\b");

        assertThat(TESTS).anyMatch(text -> name.matcher(text).find());
    }
}
