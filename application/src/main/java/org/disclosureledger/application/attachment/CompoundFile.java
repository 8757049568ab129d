package org.disclosureledger.application.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The names in a compound file ([MS-CFB]), as older Word, Excel, WPS and Outlook write it. */
final class CompoundFile {

    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int NAME_LENGTH = 64;
    private static final int KIND = 66;

    private CompoundFile() {}

    /**
     * Entries of the directory lie at multiples of their length wherever the directory is, so that neither it nor the
     * table of sectors has to be followed. Other bytes that look like an entry add a name that nobody looks for.
     */
    static Set<String> names(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Set<String> names = new HashSet<>();
        for (int entry = HEADER; entry + ENTRY <= content.length; entry += ENTRY) {
            int length = buffer.getShort(entry + NAME_LENGTH);
            int kind = buffer.get(entry + KIND);
            if (length >= 4 && length <= NAME_LENGTH && length % 2 == 0 && (kind == 1 || kind == 2 || kind == 5)) {
                names.add(new String(content, entry, length - 2, StandardCharsets.UTF_16LE));
            }
        }
        return names;
    }
}
