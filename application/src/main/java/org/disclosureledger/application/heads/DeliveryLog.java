package org.disclosureledger.application.heads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which heads have arrived at a sink: a file beside the heads, one name a line. Names and not one position, because an
 * older copy of the database brings heads with smaller numbers, and just these must not be missed.
 */
final class DeliveryLog {

    private final Path file;
    private final Set<String> delivered = new HashSet<>();
    private boolean loaded;

    DeliveryLog(Path file) {
        this.file = file;
    }

    /** Those of these heads that have not arrived, in their order. */
    List<HeadName> missing(List<HeadName> heads) throws IOException {
        load();
        return heads.stream().filter(h -> !delivered.contains(h.fileName())).toList();
    }

    void add(HeadName head) throws IOException {
        load();
        append(head.fileName() + "\n");
        delivered.add(head.fileName());
    }

    private void load() throws IOException {
        if (loaded) {
            return;
        }
        if (Files.exists(file)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int whole = text.lastIndexOf('\n') + 1;
            text.substring(0, whole).lines().forEach(delivered::add);
            if (whole < text.length()) {
                // The machine stopped in the middle of a line: that head is sent again.
                append("\n");
            }
        }
        loaded = true;
    }

    private void append(String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
