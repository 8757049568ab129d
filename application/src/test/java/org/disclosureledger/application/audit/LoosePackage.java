package org.disclosureledger.application.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.disclosureledger.application.eventstore.Chain;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.annualtables.TablesOfEvents;
import org.disclosureledger.projections.form.StatutoryForms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A package taken apart, to be changed and put together again, by an honest hand or a forger's. */
final class LoosePackage {

    final Map<String, byte[]> files = new TreeMap<>();

    private LoosePackage() {}

    static LoosePackage of(Path file) {
        LoosePackage loose = new LoosePackage();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    loose.files.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return loose;
    }

    /** A package of a ledger in which nothing has happened yet. */
    static LoosePackage blank(UUID ledger, Instant exportedAt) {
        LoosePackage loose = new LoosePackage();
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        String genesis = HexFormat.of().formatHex(Chain.genesis(ledger));
        manifest.put("format", PackageLayout.FORMAT)
                .put("version", PackageLayout.VERSION)
                .put("ledger", ledger.toString())
                .put("genesis", genesis)
                .put("firstNumber", 1)
                .put("lastNumber", 0)
                .put("lastHash", genesis)
                .put("exportedAt", EventLine.time(exportedAt))
                .put("programVersion", "test")
                .put("countingRules", PackageLayout.COUNTING_RULES)
                .put(
                        "form",
                        StatutoryForms.forYear(PackageLayout.FIRST_YEAR)
                                .orElseThrow()
                                .id());
        manifest.putArray("hashAlgorithms");
        loose.json(PackageLayout.MANIFEST, manifest);
        loose.files.put(PackageLayout.EVENTS, new byte[0]);
        return loose.listed();
    }

    LoosePackage copy() {
        LoosePackage copy = new LoosePackage();
        copy.files.putAll(files);
        return copy;
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    void unpack(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path to = directory.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
    }

    byte[] bytes(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    List<String> lines() {
        return new ArrayList<>(new String(bytes(PackageLayout.EVENTS), StandardCharsets.UTF_8)
                .lines()
                .toList());
    }

    void lines(List<String> lines) {
        files.put(PackageLayout.EVENTS, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    List<EventLine> events() {
        return new ArrayList<>(lines().stream().map(EventLine::read).toList());
    }

    void events(List<EventLine> events) {
        lines(events.stream().map(EventLine::json).toList());
    }

    List<String> names(String folder) {
        return files.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }

    ObjectNode json(String name) {
        return (ObjectNode) StrictJson.read(bytes(name));
    }

    void json(String name, JsonNode json) {
        files.put(name, StrictJson.write(json));
    }

    UUID ledger() {
        return UUID.fromString(json(PackageLayout.MANIFEST).path("ledger").asString());
    }

    /** What a clever forger does last: the manifest agrees with the files again. */
    LoosePackage listed() {
        ObjectNode manifest = json(PackageLayout.MANIFEST);
        ArrayNode list = manifest.putArray("files");
        files.forEach((name, content) -> {
            if (!name.equals(PackageLayout.MANIFEST)) {
                list.addObject()
                        .put("path", name)
                        .put(
                                "sha256",
                                HexFormat.of()
                                        .formatHex(
                                                HashAlgorithm.SHA_256.digest().digest(content)))
                        .put("size", content.length);
            }
        });
        json(PackageLayout.MANIFEST, manifest);
        return this;
    }

    /** Gives the events from a number on their right numbers, sequences and hashes, and the manifest the new end. */
    void rechain(List<EventLine> events, long from, HashAlgorithm algorithm) {
        Chain chain = new Chain(Chain.genesis(ledger()));
        Map<String, Long> sequences = new HashMap<>();
        List<EventLine> right = new ArrayList<>();
        TreeSet<String> algorithms = new TreeSet<>();
        for (EventLine e : events) {
            long number = right.size() + 1L;
            long sequence = sequences.merge(e.aggregateId(), 0L, (a, b) -> a + 1);
            EventLine next = number < from ? e : rehashed(chain, e, number, sequence, algorithm.label());
            chain = new Chain(HexFormat.of().parseHex(next.hash()));
            algorithms.add(next.hashAlgorithm());
            right.add(next);
        }
        end(right, algorithms);
    }

    /** As {@link #rechain}, with everything but the hashes left as it is. */
    void rehash(List<EventLine> events) {
        Chain chain = new Chain(Chain.genesis(ledger()));
        List<EventLine> right = new ArrayList<>();
        TreeSet<String> algorithms = new TreeSet<>();
        for (EventLine e : events) {
            EventLine next = rehashed(chain, e, e.number(), e.sequence(), e.hashAlgorithm());
            algorithms.add(next.hashAlgorithm());
            right.add(next);
        }
        end(right, algorithms);
    }

    private void end(List<EventLine> right, Set<String> algorithms) {
        events(right);
        ObjectNode manifest = json(PackageLayout.MANIFEST);
        manifest.put("lastNumber", right.size());
        manifest.put("lastHash", right.get(right.size() - 1).hash());
        ArrayNode list = manifest.putArray("hashAlgorithms");
        algorithms.forEach(list::add);
        json(PackageLayout.MANIFEST, manifest);
    }

    private static EventLine rehashed(Chain chain, EventLine e, long number, long sequence, String algorithm) {
        EventLine moved = with(e, number, sequence, algorithm, e.hash());
        return with(moved, number, sequence, algorithm, HexFormat.of().formatHex(chain.next(moved.row())));
    }

    private static EventLine with(EventLine e, long number, long sequence, String algorithm, String hash) {
        return new EventLine(
                number,
                e.eventId(),
                e.aggregateType(),
                e.aggregateId(),
                sequence,
                e.organ(),
                e.type(),
                e.revision(),
                e.recordedAt(),
                e.payload(),
                e.metadata(),
                algorithm,
                hash);
    }

    /** Counts the tables anew from what the events now say. */
    void recount() {
        names(PackageLayout.TABLES).forEach(files::remove);
        TablesOfEvents tables = new TablesOfEvents();
        Map<String, String> organs = new HashMap<>();
        List<EventLine> events = events();
        for (EventLine e : events) {
            if (List.of("OrganEstablished", "OrganRenamed").contains(e.type())) {
                organs.put(e.organ(), StrictJson.read(e.payload()).path("name").asString());
            }
            tables.apply(new RecordedEvent(e.number(), Instant.parse(e.recordedAt()), PayloadForm.read(e)));
        }
        int lastYear = PackageLayout.yearOf(
                Instant.parse(json(PackageLayout.MANIFEST).path("exportedAt").asString()));
        TablesOfEvents.Counted counted = tables.count(PackageLayout.FIRST_YEAR, lastYear);
        counted.firstYears().forEach((organ, first) -> {
            for (int year = Math.max(first, PackageLayout.FIRST_YEAR); year <= lastYear; year++) {
                var form = StatutoryForms.forYear(year).orElseThrow();
                files.put(
                        PackageLayout.tables(organ, year),
                        StrictJson.write(PackageLayout.json(
                                organ,
                                organs.get(organ),
                                year,
                                form,
                                events.size(),
                                counted.rules(organ, year),
                                counted.figures(organ, year, form))));
            }
        });
    }
}
