package org.disclosureledger.application.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The payloads that {@code FORMAT.md} declares, by event and revision: the fields of each, and what their values look
 * like. {@code verify_ledger.py} reads the same two blocks of that document.
 */
final class PayloadCatalogue {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(events|codes)\\n(.*?)^```$");
    private static final String OPTIONAL = "?";

    static final String DATE = "date";

    private static final Set<String> NUMBERS = Set.of("integer", "year");
    private static final Map<String, Pattern> FORMS = Map.of(
            "id",
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
            "organ",
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}"),
            DATE,
            Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}"),
            "year",
            Pattern.compile("[1-9][0-9]{0,3}"),
            "integer",
            Pattern.compile("0|-?[1-9][0-9]{0,8}"),
            "decimal",
            Pattern.compile("[0-9]{1,60}(\\.[0-9]{1,60})?"),
            "sealed",
            Pattern.compile("(?s).+"));

    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    /** @param type {@code text}, {@code boolean}, one of the forms, or the name of a list of codes */
    record Field(String type, boolean optional) {}

    /**
     * What one revision of an event tells.
     *
     * @param own the field that identifies the aggregate
     */
    record Shape(String aggregateType, String own, Map<String, Field> fields) {}

    /** @param format the text of {@code FORMAT.md} */
    PayloadCatalogue(String format) {
        Matcher blocks = BLOCK.matcher(format);
        while (blocks.find()) {
            List<String> lines = blocks.group(2).lines().toList();
            lines.forEach(blocks.group(1).equals("events") ? this::event : this::code);
        }
    }

    /** The document that this program ships. */
    static PayloadCatalogue shipped() {
        try (InputStream in =
                Objects.requireNonNull(PayloadCatalogue.class.getResourceAsStream("/audit/FORMAT.md"), "FORMAT.md")) {
            return new PayloadCatalogue(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void event(String line) {
        String[] words = line.split(" ");
        String[] aggregate = words[0].split("/");
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put(aggregate[1], new Field("id", false));
        fields.put("organ", new Field("organ", false));
        for (String word : Arrays.copyOfRange(words, 3, words.length)) {
            String[] field = word.split(":");
            boolean optional = field[1].endsWith(OPTIONAL);
            String type = optional ? field[1].substring(0, field[1].length() - OPTIONAL.length()) : field[1];
            fields.put(field[0], new Field(type, optional));
        }
        shapes.put(words[1] + " " + words[2], new Shape(aggregate[0], aggregate[1], fields));
    }

    private void code(String line) {
        String[] words = line.split(" ");
        codes.put(words[0], Set.of(Arrays.copyOfRange(words, 1, words.length)));
    }

    /** @throws IllegalArgumentException when the document does not declare this revision of this event */
    Shape shape(String event, int revision) {
        Shape shape = shapes.get(event + " " + revision);
        if (shape == null) {
            throw new IllegalArgumentException("事件类型或版本不认识");
        }
        return shape;
    }

    /** @throws RuntimeException when a field is missing, too many, or not what it must be */
    void check(Shape shape, JsonNode payload) {
        if (!payload.isObject()) {
            throw new IllegalArgumentException("事件内容不合规定");
        }
        payload.properties().forEach(p -> {
            Field field = shape.fields().get(p.getKey());
            if (field == null) {
                throw new IllegalArgumentException("事件内容多出字段");
            }
            check(p.getKey(), p.getValue(), field.type());
        });
        shape.fields().forEach((name, field) -> {
            if (!field.optional() && !payload.has(name)) {
                throw new IllegalArgumentException("事件内容缺少 " + name);
            }
        });
    }

    /** @throws RuntimeException when a value does not have the form of its type */
    void check(String name, JsonNode value, String type) {
        Set<String> allowed = codes.get(type);
        Pattern form = FORMS.get(type);
        boolean typed = type.equals("boolean")
                ? value.isBoolean()
                : NUMBERS.contains(type) ? value.isIntegralNumber() : value.isString();
        if (!typed
                || (allowed != null && !allowed.contains(value.asString()))
                || (form != null && !form.matcher(value.asString()).matches())) {
            throw new IllegalArgumentException(name + " 的值不合规定");
        }
        if (type.equals(DATE)) {
            LocalDate.parse(value.asString());
        }
    }
}
