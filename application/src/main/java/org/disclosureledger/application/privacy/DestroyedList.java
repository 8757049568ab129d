package org.disclosureledger.application.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cases whose personal data is destroyed, in a file beside the master key: a backup of the database that is restored
 * brings their keys back and knows nothing of their destruction, but this list does. Lines are only ever added, each on
 * the disk before a key goes. A line says nothing of a person: the case, the number, hash, organ and time of the event.
 */
public final class DestroyedList {

    private static final Pattern LINE = Pattern.compile(
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}) \\d+ [0-9a-f]+ (\\S+) (\\S+Z)");

    private final Path file;
    private volatile Known known = new Known(-1, Set.of(), Map.of());

    public DestroyedList(Path dataDirectory) {
        this.file = dataDirectory.resolve("keys").resolve("destroyed.log");
    }

    private record Known(long size, Set<String> cases, Map<String, Instant> latest) {}

    /**
     * A case that is destroyed.
     *
     * @param hash of the event, in hexadecimal digits
     * @param at when it was recorded
     */
    public record Line(String caseId, long event, String hash, String organ, Instant at) {

        @Override
        public String toString() {
            return String.join(" ", caseId, Long.toString(event), hash, organ, at.toString());
        }
    }

    public Path file() {
        return file;
    }

    /** All that are named in it, as the file stands now. */
    public Set<String> cases() {
        return known().cases();
    }

    /** When an organ last destroyed something, by the code of the organ. */
    public Map<String, Instant> latest() {
        return known().latest();
    }

    private Known known() {
        try {
            Known before = known;
            long size = Files.exists(file) ? Files.size(file) : 0;
            if (before.size() != size) {
                known = size == 0 ? new Known(0, Set.of(), Map.of()) : read();
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("销毁清单无法读取：" + file, e);
        }
    }

    /** A line that was not written to its end names no case, and is written again. */
    private Known read() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Set<String> cases = new HashSet<>();
        Map<String, Instant> latest = new HashMap<>();
        text.lines().forEach(line -> {
            var found = LINE.matcher(line);
            if (found.matches()) {
                cases.add(found.group(1));
                Instant at = Instant.parse(found.group(3));
                latest.merge(found.group(2), at, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        return new Known(text.getBytes(StandardCharsets.UTF_8).length, Set.copyOf(cases), Map.copyOf(latest));
    }

    /** Adds those that are not in it, and returns when they are on the disk. */
    public synchronized void add(Collection<Line> lines) {
        Set<String> there = cases();
        List<String> fresh = new ArrayList<>();
        lines.stream().filter(l -> !there.contains(l.caseId())).forEach(l -> fresh.add(l + "\n"));
        if (fresh.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                // After a line that was cut off, a new one begins.
                String text = (channel.size() > 0 ? "\n" : "") + String.join("", fresh);
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("销毁清单无法写入：" + file, e);
        }
    }
}
