package org.disclosureledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.annualtables.RegulatoryPower;
import org.disclosureledger.projections.annualtables.TableCheck;
import org.disclosureledger.projections.annualtables.TableChecks;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.junit.jupiter.api.Test;

/** What the documentation names exists, and what it promises to list is listed. */
class DocsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Types of libraries. */
    private static final Set<String> OTHERS =
            Set.of("ConcurrencyException", "EmbeddedEventStore", "SimpleCommandBus", "SpringTransactionManager");

    /** A decision names the test that confirms it, which may come after the decision. */
    private static final Set<String> MAY_BE_ABSENT = Set.of(
            "AnnualTablesProjectorTest",
            "ArchitectureTest",
            "BadInputIT",
            "EventContractTest",
            "LedgerIT",
            "NewcomerIT",
            "ProjectorContractTest",
            "PublishedTablesIT",
            "RegisterRoundTripIT",
            "SealingTest");

    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE = Pattern.compile("([A-Z]\\w*[a-z]\\w*)((?:\\.\\w+)*)(?:\\(\\))?");
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^\\s*(?:[\\w-]+ )*(?:class|record|enum|@?interface) ([A-Z]\\w*)");

    @Test
    void everyLinkLeadsToAFile() {
        List<String> broken = new ArrayList<>();
        documents()
                .forEach((file, text) -> LINK.matcher(prose(text))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !target.matches("(?:https?|mailto):.*|#.*"))
                        .filter(target -> !Files.exists(target(file, target)))
                        .forEach(target -> broken.add(file + ": " + target)));
        assertThat(broken).isEmpty();
    }

    @Test
    void everyTypeThatIsNamedExists() {
        Map<String, String> types = types("domain/src", "projections/src", "application/src");
        List<String> unknown = new ArrayList<>();
        documents()
                .forEach((file, text) -> codes(prose(text)).forEach(code -> {
                    var name = TYPE.matcher(code);
                    if (name.matches() && !OTHERS.contains(name.group(1)) && !isKnown(types, name.toMatchResult())) {
                        unknown.add(file + ": " + code);
                    }
                }));
        assertThat(unknown).isEmpty();
    }

    private static boolean isKnown(Map<String, String> types, MatchResult name) {
        String source = types.get(name.group(1));
        if (source == null) {
            return MAY_BE_ABSENT.contains(name.group(1));
        }
        return Stream.of(name.group(2).split("\\."))
                .allMatch(member ->
                        Pattern.compile("\\b" + member + "\\b").matcher(source).find());
    }

    @Test
    void glossaryHasEveryTypeOfTheDomain() throws IOException {
        Set<String> named = new LinkedHashSet<>();
        codes(read("docs/glossary.md")).forEach(code -> named.addAll(List.of(code.split("\\."))));
        assertThat(named).containsAll(types("domain/src/main").keySet());
    }

    @Test
    void tablesListEveryRowColumnAndMeasureOfTheForm() throws IOException {
        Set<String> listed = codes(read("docs/tables.md"));
        Set<String> expected = new LinkedHashSet<>();
        for (StatutoryForm form : StatutoryForms.all()) {
            form.cells().forEach((cell, source) -> {
                expected.addAll(List.of(cell.table(), cell.row(), cell.column()));
                if (!cell.table().equals("reconsideration") && !cell.table().equals("litigation")) {
                    expected.addAll(source.measures());
                }
            });
        }
        assertThat(listed).containsAll(expected);
    }

    @Test
    void tablesListEveryCheckWithItsSeverityAndNumber() throws IOException {
        Figures none = Figures.of(Map.of());
        Map<String, List<TableCheck>> checks = new LinkedHashMap<>();
        TableChecks.evaluate(none, none, RegulatoryPower.UNDECIDED, 0)
                .forEach(c ->
                        checks.computeIfAbsent(c.id(), id -> new ArrayList<>()).add(c));
        checks.put(TableChecks.UNPROCESSED, List.of(TableChecks.unprocessed(1)));
        List<String> lines = read("docs/tables.md").lines().toList();
        checks.forEach((id, of) -> {
            String severity = of.get(0).severity() == TableCheck.Level.ERROR ? "错误" : "提示";
            assertThat(lines)
                    .anyMatch(line -> line.startsWith("| `" + id + "` |")
                            && line.endsWith("| " + of.size() + " | " + severity + " |"));
        });
    }

    @Test
    void indexOfDecisionsListsEveryDecision() throws IOException {
        String index = read("docs/adr/README.md");
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/adr"))) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(name -> name.matches("\\d.*")))
                    .isNotEmpty()
                    .allMatch(name -> index.contains("](" + name + ")"));
        }
    }

    @Test
    void bothReadmesHaveTheSameParts() throws IOException {
        assertThat(headings("README.en.md")).isEqualTo(headings("README.md"));
    }

    private static List<String> headings(String file) throws IOException {
        return HEADING.matcher(prose(read(file)))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Path target(Path file, String target) {
        String path = URLDecoder.decode(target.replaceFirst("#.*", ""), StandardCharsets.UTF_8);
        return ROOT.resolve(file).resolveSibling(path);
    }

    private static Set<String> codes(String text) {
        Set<String> codes = new LinkedHashSet<>();
        CODE.matcher(text).results().forEach(code -> codes.add(code.group(1)));
        return codes;
    }

    private static String prose(String text) {
        return FENCED.matcher(text).replaceAll("");
    }

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    /** The text of each document by its place from the root. */
    private static Map<Path, String> documents() {
        Map<Path, String> documents = new LinkedHashMap<>();
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> documents.put(ROOT.relativize(file), text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(documents).containsKey(Path.of("README.md")).containsKey(Path.of("docs/glossary.md"));
        return documents;
    }

    /** The source of each type below these folders, nested ones among them, by its simple name. */
    private static Map<String, String> types(String... folders) {
        Map<String, String> types = new LinkedHashMap<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(DocsTest::text)
                        .forEach(source -> DECLARED.matcher(source)
                                .results()
                                .forEach(type -> types.merge(type.group(1), source, (a, b) -> a + b)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return types;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
