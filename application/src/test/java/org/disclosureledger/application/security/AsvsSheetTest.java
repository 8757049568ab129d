package org.disclosureledger.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs/asvs.md names is there, its rows are the requirements of the standard, its summary counts them, and its list
 * of gaps leaves none out. Whether an answer is right is for people to say.
 */
class AsvsSheetTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Requirements of levels 1 and 2 in ASVS 5.0.0, chapter by chapter. */
    private static final List<Long> OF_CHAPTERS =
            List.of(27L, 11L, 19L, 10L, 9L, 35L, 18L, 7L, 7L, 29L, 14L, 9L, 13L, 9L, 13L, 16L, 7L);

    private static final String PARTLY = "部分";
    private static final String NOT = "没有";
    private static final Set<String> STATUSES = Set.of("满足", PARTLY, NOT, "不适用");
    private static final String TOTAL = "合计";
    private static final String GAPS = "\n## 还没有做到的，按轻重\n";

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+)(\\.\\d+\\.\\d+) \\| [^|\n]+ \\| ([^|\n]+) \\| [^|\n]+ \\|$");
    private static final Pattern COUNT = Pattern.compile("(?m)^\\| (\\S+) \\| (\\d+) \\|$");
    private static final Pattern ID = Pattern.compile("(?<![\\d.])\\d+\\.\\d+\\.\\d+(?![\\d.])");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE = Pattern.compile("([A-Z]\\w*[a-z]\\w*)((?:\\.\\w+)*)(?:\\(\\))?");
    private static final Pattern FILE = Pattern.compile("[\\w-]+(?:\\.[\\w-]+)*\\.(?:html|js|md|sql|xml|ya?ml)");

    private record Row(int chapter, String id, String status) {

        boolean isGap() {
            return status.equals(PARTLY) || status.equals(NOT);
        }
    }

    @Test
    void everyRequirementHasOneRow() {
        assertThat(rows()).extracting(Row::id).doesNotHaveDuplicates();
        Map<Integer, Long> ofChapters =
                rows().stream().collect(Collectors.groupingBy(Row::chapter, TreeMap::new, Collectors.counting()));
        assertThat(ofChapters.values()).containsExactlyElementsOf(OF_CHAPTERS);
    }

    @Test
    void statusIsOneOfFourWords() {
        assertThat(rows()).extracting(Row::status).isSubsetOf(STATUSES);
    }

    @Test
    void summaryCountsTheRows() {
        Map<String, Long> counted = new TreeMap<>();
        rows().forEach(row -> counted.merge(row.status(), 1L, Long::sum));
        counted.put(TOTAL, (long) rows().size());
        Map<String, Long> stated = new TreeMap<>();
        COUNT.matcher(sheet()).results().forEach(line -> stated.put(line.group(1), Long.valueOf(line.group(2))));
        assertThat(stated).isEqualTo(counted);
    }

    @Test
    void everyGapIsListedOnceAndNothingElse() {
        int from = sheet().indexOf(GAPS);
        assertThat(from).isPositive();
        List<String> listed = ID.matcher(sheet().substring(from))
                .results()
                .map(MatchResult::group)
                .toList();
        List<String> gaps = rows().stream().filter(Row::isGap).map(Row::id).toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(gaps);
    }

    @Test
    void everyClassAndMethodThatIsNamedExists() {
        Map<String, String> sources = sources();
        List<String> named = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String code : codes()) {
            var name = TYPE.matcher(code);
            if (name.matches()) {
                named.add(code);
                String source = sources.getOrDefault(name.group(1) + ".java", "");
                if (source.isEmpty() || !hasAll(source, name.group(2))) {
                    unknown.add(code);
                }
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyFileThatIsNamedExists() {
        Set<String> files = files();
        List<String> named = new ArrayList<>(codes());
        named.removeIf(code -> !FILE.matcher(code).matches());
        assertThat(named).isNotEmpty().allMatch(files::contains);
    }

    private static boolean hasAll(String source, String members) {
        return Stream.of(members.split("\\."))
                .allMatch(member ->
                        Pattern.compile("\\b" + member + "\\b").matcher(source).find());
    }

    private static List<Row> rows() {
        return ROW.matcher(sheet())
                .results()
                .map(row -> new Row(Integer.parseInt(row.group(1)), row.group(1) + row.group(2), row.group(3)))
                .toList();
    }

    private static Set<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        CODE.matcher(sheet()).results().forEach(code -> codes.add(code.group(1)));
        return codes;
    }

    private static String sheet() {
        return text(ROOT.resolve("docs/asvs.md"));
    }

    /** The text of each Java file, main or test, by its name. */
    private static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String folder : List.of("domain/src", "projections/src", "application/src")) {
            below(folder).stream()
                    .filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> sources.merge(file.getFileName().toString(), text(file), String::concat));
        }
        return sources;
    }

    /** The names of the files that are written by people. */
    private static Set<String> files() {
        Set<String> names = new LinkedHashSet<>();
        try (Stream<Path> root = Files.list(ROOT)) {
            root.forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String folder : List.of(".github", "docs", "projections/src", "application/src")) {
            below(folder).forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    private static List<Path> below(String folder) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
