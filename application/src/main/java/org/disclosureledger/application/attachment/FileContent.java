package org.disclosureledger.application.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, told by its bytes, never by its name or by what its sender says of it. What is in an archive or in a
 * message is not looked at.
 *
 * @param type null when it is none that a case can have
 * @param objection null when a case can have it
 */
record FileContent(@Nullable AttachmentType type, @Nullable AttachmentRule objection) {

    private static final List<byte[]> PROGRAMS = List.of(
            ascii("MZ"),
            bytes(0x7F, 'E', 'L', 'F'),
            bytes(0xFE, 0xED, 0xFA, 0xCE),
            bytes(0xFE, 0xED, 0xFA, 0xCF),
            bytes(0xCE, 0xFA, 0xED, 0xFE),
            bytes(0xCF, 0xFA, 0xED, 0xFE),
            bytes(0xCA, 0xFE, 0xBA, 0xBE),
            ascii("#!"));

    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] JPEG = bytes(0xFF, 0xD8, 0xFF);
    private static final byte[] PNG = bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    private static final List<byte[]> TIFF = List.of(bytes('I', 'I', 0x2A, 0), bytes('M', 'M', 0, 0x2A));
    private static final byte[] COMPOUND = bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
    private static final byte[] ARCHIVE = bytes('P', 'K', 3, 4);

    /** How much of a text a browser may look at to find out that it is a page, and then some. */
    private static final int HEAD = 4096;

    private static final Pattern MARKUP =
            Pattern.compile("<(!doctype|html|head|body|script|iframe|svg|object|embed|\\?xml)\\b");

    private static final Pattern HEADER = Pattern.compile("[\\x21-\\x39\\x3b-\\x7e]+:.*");
    private static final Set<String> OF_A_MESSAGE = Set.of("date", "message-id", "received", "mime-version");

    private static final Charset GB18030 = Charset.forName("GB18030");

    static FileContent of(byte[] content) {
        if (content.length == 0) {
            return refused(AttachmentRule.EMPTY);
        }
        if (PROGRAMS.stream().anyMatch(p -> begins(content, p))) {
            return refused(AttachmentRule.PROGRAM);
        }
        if (begins(content, PDF)) {
            return is(AttachmentType.PDF);
        }
        if (begins(content, JPEG)) {
            return is(AttachmentType.JPEG);
        }
        if (begins(content, PNG)) {
            return is(AttachmentType.PNG);
        }
        if (TIFF.stream().anyMatch(p -> begins(content, p))) {
            return is(AttachmentType.TIFF);
        }
        if (begins(content, COMPOUND)) {
            return compound(CompoundFile.names(content));
        }
        if (begins(content, ARCHIVE)) {
            return archive(ZipDirectory.names(content));
        }
        if (isMessage(content)) {
            return is(AttachmentType.MAIL);
        }
        if (!isText(content)) {
            return refused(AttachmentRule.UNKNOWN_CONTENT);
        }
        return isMarkup(content) ? refused(AttachmentRule.WEB_PAGE) : is(AttachmentType.TEXT);
    }

    /** Installers are compound files, too; they have none of the streams that are looked for. */
    private static FileContent compound(Set<String> names) {
        if (names.contains("__properties_version1.0")) {
            return is(AttachmentType.OUTLOOK);
        }
        if (names.contains("_VBA_PROJECT") || names.contains("_VBA_PROJECT_CUR") || names.contains("Macros")) {
            return refused(AttachmentRule.PROGRAM);
        }
        if (names.contains("WordDocument")) {
            return is(AttachmentType.WORD);
        }
        return names.contains("Workbook") || names.contains("Book")
                ? is(AttachmentType.EXCEL)
                : refused(AttachmentRule.UNKNOWN_CONTENT);
    }

    private static FileContent archive(Set<String> names) {
        if (names.stream().anyMatch(n -> n.endsWith("/vbaProject.bin"))
                || names.contains("META-INF/MANIFEST.MF")
                || names.contains("AndroidManifest.xml")) {
            return refused(AttachmentRule.PROGRAM);
        }
        if (names.contains("[Content_Types].xml")) {
            return names.contains("word/document.xml")
                    ? is(AttachmentType.WORD_XML)
                    : names.contains("xl/workbook.xml")
                            ? is(AttachmentType.EXCEL_XML)
                            : refused(AttachmentRule.UNKNOWN_CONTENT);
        }
        if (names.contains("OFD.xml")) {
            return is(AttachmentType.OFD);
        }
        return names.isEmpty() ? refused(AttachmentRule.UNKNOWN_CONTENT) : is(AttachmentType.ZIP);
    }

    /** Fields of a header from the first line on, with a sender and what only a message has. */
    private static boolean isMessage(byte[] content) {
        Set<String> fields = new HashSet<>();
        for (String line : head(content).split("\\r?\\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            boolean continued = (line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty();
            if (!continued) {
                if (!HEADER.matcher(line).matches()) {
                    return false;
                }
                fields.add(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
            }
            if (fields.contains("from") && OF_A_MESSAGE.stream().anyMatch(fields::contains)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMarkup(byte[] content) {
        return MARKUP.matcher(head(content).replace("\0", "").toLowerCase(Locale.ROOT))
                .find();
    }

    private static String head(byte[] content) {
        return new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.ISO_8859_1);
    }

    private static boolean isText(byte[] content) {
        if (begins(content, bytes(0xFF, 0xFE)) || begins(content, bytes(0xFE, 0xFF))) {
            return decodes(content, StandardCharsets.UTF_16);
        }
        for (byte b : content) {
            if ((b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') || b == 0x7F) {
                return false;
            }
        }
        return decodes(content, StandardCharsets.UTF_8) || decodes(content, GB18030);
    }

    private static boolean decodes(byte[] content, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static FileContent is(AttachmentType type) {
        return new FileContent(type, null);
    }

    private static FileContent refused(AttachmentRule objection) {
        return new FileContent(null, objection);
    }

    private static boolean begins(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
