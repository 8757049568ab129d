package org.disclosureledger.application.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The names in an archive, as its central directory has them; nothing is unpacked. */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;

    private ZipDirectory() {}

    /** Empty when there is no directory, or not a whole one. */
    static Set<String> names(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int lowest = Math.max(0, content.length - END_LENGTH - LONGEST_COMMENT);
        for (int end = content.length - END_LENGTH; end >= lowest; end--) {
            if (buffer.getInt(end) == END) {
                return entries(content, buffer, buffer.getInt(end + 16), end);
            }
        }
        return Set.of();
    }

    private static Set<String> entries(byte[] content, ByteBuffer buffer, int first, int end) {
        Set<String> names = new HashSet<>();
        int at = first;
        while (at >= 0 && at <= end - ENTRY_LENGTH && buffer.getInt(at) == ENTRY) {
            int length = unsigned(buffer, at + 28);
            int next = at + ENTRY_LENGTH + length + unsigned(buffer, at + 30) + unsigned(buffer, at + 32);
            if (next > end) {
                return Set.of();
            }
            names.add(new String(content, at + ENTRY_LENGTH, length, StandardCharsets.UTF_8));
            at = next;
        }
        return names;
    }

    private static int unsigned(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & 0xFFFF;
    }
}
