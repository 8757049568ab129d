package org.disclosureledger.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.disclosureledger.application.audit.PayloadCatalogue.Field;
import org.disclosureledger.application.audit.PayloadCatalogue.Shape;
import org.disclosureledger.application.eventstore.EventName;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Both verifiers know every event in every revision in which it may be stored – the golden files – and refuse the same
 * payloads: whatever is wrong with one field of one of them.
 */
class EveryPayloadTest {

    private static final PayloadCatalogue CATALOGUE = PayloadCatalogue.shipped();

    /** Fewer than the faults that a verifier names. */
    private static final int PER_PACKAGE = 300;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @TempDir
    private Path directory;

    /** One event as the golden files have it. */
    private record Golden(String event, int revision, ObjectNode payload) {

        Shape shape() {
            return CATALOGUE.shape(event, revision);
        }
    }

    @BeforeEach
    void python() {
        PythonVerifier.require();
    }

    private static List<Golden> golden() {
        return EventNames.all().stream()
                .flatMap(name -> IntStream.rangeClosed(1, name.revision()).mapToObj(r -> golden(name, r)))
                .toList();
    }

    private static Golden golden(EventName name, int revision) {
        Path file = Path.of("src/test/resources/events/" + name.name() + ".v" + revision + ".json");
        try {
            return new Golden(name.name(), revision, (ObjectNode) StrictJson.read(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyEventInEveryRevisionIsAcceptedWithAndWithoutWhatMayBeAbsent() throws IOException {
        List<EventLine> events = new ArrayList<>();
        for (Golden golden : golden()) {
            events.add(line(golden, golden.payload()));
            golden.shape().fields().forEach((name, field) -> {
                if (field.optional()) {
                    ObjectNode without = golden.payload().deepCopy();
                    without.remove(name);
                    events.add(line(golden, without));
                }
            });
        }
        LoosePackage loose = packed(events);
        loose.recount();
        Path file = Files.write(directory.resolve("honest.zip"), loose.listed().zip());

        assertThat(PackageVerifier.verify(file, List.of(), List.of()).faults()).isEmpty();
        PythonVerifier.Run run = PythonVerifier.verify(file, List.of());
        assertThat(run.exit()).as(run.output()).isZero();
    }

    @Test
    void bothRefuseTheSamePayloads() throws IOException {
        Map<String, EventLine> wrong = new LinkedHashMap<>();
        for (Golden golden : golden()) {
            String event = golden.event() + " " + golden.revision();
            EventLine right = line(golden, golden.payload());
            wrong.put(event + " in a later revision", Edits.of(right, "revision", "99"));
            wrong.put(event + " in revision 0", Edits.of(right, "revision", "0"));
            wrong.put(event + " of another aggregate", Edits.of(right, "aggregateType", "nothing"));
            wrong.put(event + " of another case", Edits.of(right, "aggregateId", "nobody's"));
            wrong.put(event + " of another organ", Edits.of(right, "organ", "elsewhere"));
            wrong.put(event + " with one field more", changed(golden, "nobodyKnowsThis", JSON.stringNode("1")));
            golden.shape()
                    .fields()
                    .forEach((name, field) -> wrongValues(field).forEach((what, value) -> {
                        String where = event + ", " + name + ": " + what;
                        wrong.put(where, changed(golden, name, value));
                    }));
        }
        Map<String, String> accepted = new TreeMap<>();
        List<String> names = List.copyOf(wrong.keySet());
        for (int from = 0; from < names.size(); from += PER_PACKAGE) {
            judge(wrong, names.subList(from, Math.min(names.size(), from + PER_PACKAGE)), accepted);
        }
        System.out.println("payloads with one thing wrong: " + names.size());
        assertThat(accepted).isEmpty();
    }

    /** Both verifiers upon one package; what one of them did not refuse is put into the last parameter. */
    private void judge(Map<String, EventLine> wrong, List<String> names, Map<String, String> accepted)
            throws IOException {
        LoosePackage loose = packed(
                names.stream().map(wrong::get).map(Objects::requireNonNull).toList());
        Path file = Files.write(directory.resolve("wrong.zip"), loose.listed().zip());
        Set<String> java =
                places(StrictJson.read(StrictJson.write(PackageVerifier.verify(file, List.of(), List.of()))));
        Set<String> python = places(
                StrictJson.read(PythonVerifier.verify(file, List.of("--json")).output()));
        for (int i = 0; i < names.size(); i++) {
            String place = "事件 " + (i + 1);
            if (!java.contains(place) || !python.contains(place)) {
                accepted.put(
                        names.get(i),
                        "refused by Java: " + java.contains(place) + ", by Python: " + python.contains(place));
            }
        }
    }

    /** Values that a field of this type must not have, a missing node among them where it must not be absent. */
    private static Map<String, JsonNode> wrongValues(Field field) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("null", JSON.nullNode());
        values.put("an object", JSON.objectNode());
        if (!field.optional()) {
            values.put("absent", JSON.missingNode());
        }
        if (!field.type().equals("boolean")) {
            values.put("true", JSON.booleanNode(true));
        }
        if (!List.of("integer", "year").contains(field.type())) {
            values.put("a number", JSON.numberNode(7));
        } else {
            values.put("too large a number", JSON.numberNode(12_345_678_901L));
            values.put("a fraction", JSON.numberNode(7.5));
            values.put("a number as a text", JSON.stringNode("7"));
        }
        if (!List.of("text", "sealed", "organ").contains(field.type())) {
            values.put("another text", JSON.stringNode("martian"));
        }
        if (!field.type().equals("text")) {
            values.put("an empty text", JSON.stringNode(""));
        }
        if (field.type().equals("date")) {
            values.put("an impossible day", JSON.stringNode("2024-02-30"));
            values.put("another spelling", JSON.stringNode("20240229"));
            values.put("a long year", JSON.stringNode("+12024-01-01"));
        }
        return values;
    }

    private static EventLine changed(Golden golden, String name, JsonNode value) {
        ObjectNode payload = golden.payload().deepCopy();
        if (value.isMissingNode()) {
            payload.remove(name);
        } else {
            payload.set(name, value);
        }
        return line(golden, payload);
    }

    /** In a place of its own as the right payload would have it, whatever this one says. */
    private static EventLine line(Golden golden, ObjectNode payload) {
        Shape shape = golden.shape();
        String own = golden.payload().path(shape.own()).asString();
        return new EventLine(
                1,
                UUID.nameUUIDFromBytes(payload.toString().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                shape.aggregateType(),
                shape.own().equals("organ") ? shape.aggregateType() + ":" + own : own,
                0,
                golden.payload().path("organ").asString(),
                golden.event(),
                golden.revision(),
                "2026-01-05T01:02:03.456789Z",
                payload.toString(),
                "{}",
                "SHA-256",
                "");
    }

    private static LoosePackage packed(List<EventLine> events) {
        LoosePackage loose = LoosePackage.blank(
                UUID.fromString("00000000-0000-4000-8000-000000000009"), Instant.parse("2026-02-01T00:00:00Z"));
        loose.rechain(events, 1, HashAlgorithm.SHA_256);
        return loose;
    }

    private static Set<String> places(JsonNode report) {
        Set<String> places = new HashSet<>();
        report.path("faults").forEach(fault -> places.add(fault.path("where").asString()));
        return places;
    }
}
