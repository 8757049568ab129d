package org.disclosureledger.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.application.eventstore.EventName;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The blocks of FORMAT.md say of every event what its class says. A failure shows the lines to add; an older revision
 * keeps the line that it had.
 */
class PayloadCatalogueTest {

    private static final Path FORMAT = Path.of("src", "main", "resources", "audit", "FORMAT.md");

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "text",
            SealedText.class, "sealed",
            LocalDate.class, "date",
            BigDecimal.class, "decimal",
            OrganCode.class, "organ",
            boolean.class, "boolean",
            Boolean.class, "boolean");

    @Test
    void everyEventIsDeclaredAsItIsWrittenNow() throws IOException {
        List<String> stated = block("events");
        Map<Class<?>, String> families = families(stated);
        List<String> wanted =
                EventNames.all().stream().map(name -> line(name, families)).toList();

        assertAll("events", wanted, stated);
        assertThat(stated).doesNotHaveDuplicates();
    }

    @Test
    void everyRevisionIsDeclaredAndNoOther() throws IOException {
        List<String> revisions =
                block("events").stream().map(PayloadCatalogueTest::named).toList();

        assertThat(revisions)
                .containsExactlyInAnyOrderElementsOf(EventNames.all().stream()
                        .flatMap(name ->
                                IntStream.rangeClosed(1, name.revision()).mapToObj(r -> name.name() + " " + r))
                        .toList());
    }

    @Test
    void everyCodeIsDeclared() throws IOException {
        Set<String> wanted = new LinkedHashSet<>();
        EventNames.all().stream()
                .flatMap(name -> Arrays.stream(name.type().getRecordComponents()))
                .map(RecordComponent::getType)
                .filter(Class::isEnum)
                .forEach(type -> wanted.add(listOf(type) + " "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> ((Coded) constant).id())
                                .collect(Collectors.joining(" "))));

        assertAll("codes", List.copyOf(wanted), block("codes"));
        assertThat(block("codes")).extracting(line -> line.split(" ")[0]).doesNotHaveDuplicates();
    }

    @Test
    void everyTypeOfAFieldIsExplained() throws IOException {
        String text = Files.readString(FORMAT);
        Set<String> lists =
                block("codes").stream().map(line -> line.split(" ")[0]).collect(Collectors.toSet());

        assertThat(block("events").stream()
                        .flatMap(line -> Stream.of(line.split(" ")).skip(3))
                        .map(field -> field.split(":")[1].replace("?", ""))
                        .distinct())
                .allMatch(type -> lists.contains(type) || text.contains("`" + type + "`"));
    }

    private static void assertAll(String block, List<String> wanted, List<String> stated) {
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(stated);
        assertThat(missing)
                .as("lines that the block %s of FORMAT.md lacks:%n%s%n", block, String.join("\n", missing))
                .isEmpty();
    }

    /** The aggregate of each family of events, as the lines have it. */
    private static Map<Class<?>, String> families(List<String> stated) {
        Map<String, String> aggregates = new HashMap<>();
        stated.forEach(line -> aggregates.put(line.split(" ")[1], line.split("/")[0]));
        Map<Class<?>, String> families = new HashMap<>();
        EventNames.all().forEach(name -> {
            String aggregate = aggregates.get(name.name());
            if (aggregate != null) {
                families.put(name.type().getInterfaces()[0], aggregate);
            }
        });
        return families;
    }

    private static String line(EventName name, Map<Class<?>, String> families) {
        RecordComponent[] components = name.type().getRecordComponents();
        String family = families.getOrDefault(name.type().getInterfaces()[0], lastOf(name.type()));
        StringBuilder line = new StringBuilder(family + "/" + components[0].getName() + " ");
        line.append(name.name()).append(' ').append(name.revision());
        Arrays.stream(components)
                .skip(1)
                .filter(c -> !c.getName().equals("organ"))
                .forEach(c -> line.append(' ').append(c.getName()).append(':').append(type(c)));
        return line.toString();
    }

    private static String type(RecordComponent component) {
        String optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "";
        return plain(component) + optional;
    }

    private static String plain(RecordComponent component) {
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return listOf(type);
        }
        if (type == int.class || type == Integer.class) {
            return component.getName().matches("year|.*Year") ? "year" : "integer";
        }
        if (type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class) {
            return "id";
        }
        String known = TYPES.get(type);
        assertThat(known).as("how FORMAT.md calls a %s", type).isNotNull();
        return String.valueOf(known);
    }

    private static String listOf(Class<?> codes) {
        return lastOf(codes) + "." + codes.getSimpleName();
    }

    private static String lastOf(Class<?> type) {
        return type.getPackageName().replaceFirst(".*\\.", "");
    }

    private static String named(String line) {
        String[] words = line.split(" ");
        return words[1] + " " + words[2];
    }

    private static List<String> block(String name) throws IOException {
        Matcher block = Pattern.compile("(?ms)^```" + name + "\\n(.*?)^```$").matcher(Files.readString(FORMAT));
        assertThat(block.find()).as("a block " + name + " in FORMAT.md").isTrue();
        return block.group(1).lines().toList();
    }
}
