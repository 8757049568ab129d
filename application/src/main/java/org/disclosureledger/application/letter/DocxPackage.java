package org.disclosureledger.application.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.disclosureledger.application.office.OfficeFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The ZIP file that a Word document is (ECMA-376 part 2), read without trust: everything that is unpacked counts against
 * one budget, and XML is parsed only behind a guard. Parts that nobody changes are written again as they were.
 */
final class DocxPackage {

    static final int MOST_MEGABYTES = 5;

    private static final int MOST_UNPACKED = 32 << 20;
    private static final int MOST_PARTS = 500;
    private static final String ZIP = "PK\3\4";
    private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    /** Names differ in more than case (ECMA-376 part 2, 6.2.2.3); "[Content_Types].xml" comes first. */
    private final Map<String, byte[]> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param target a name of a part, or whatever an external one leads to */
    record Relationship(String type, String target, boolean external) {

        boolean is(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private DocxPackage() {}

    /** @throws TemplateRefused when this is no package, or one that no office program writes */
    static DocxPackage open(byte[] file) {
        if (file.length > MOST_MEGABYTES << 20) {
            throw TemplateRule.TOO_LARGE.refuse(MOST_MEGABYTES);
        }
        String start = new String(file, 0, Math.min(8, file.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith(OLE2)) {
            throw TemplateRule.LEGACY_OR_ENCRYPTED.refuse();
        }
        if (!start.startsWith(ZIP)) {
            throw TemplateRule.NOT_A_DOCX.refuse();
        }
        DocxPackage document = new DocxPackage();
        try {
            document.unpack(file);
        } catch (IOException | IllegalArgumentException e) {
            throw TemplateRule.DAMAGED.refuse();
        }
        return document;
    }

    private void unpack(byte[] file) throws IOException {
        int left = MOST_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || parts.size() == MOST_PARTS) {
                    throw TemplateRule.EXPANDS_TOO_FAR.refuse();
                }
                if (parts.put(entry.getName().replace('\\', '/'), content) != null) {
                    throw TemplateRule.DAMAGED.refuse();
                }
            }
        }
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    boolean contains(String part) {
        return parts.containsKey(part);
    }

    /** @throws TemplateRefused when there is no such part */
    byte[] bytes(String part) {
        byte[] content = parts.get(part);
        if (content == null) {
            throw TemplateRule.DAMAGED.refuse();
        }
        return content;
    }

    void replace(String part, byte[] content) {
        parts.put(part, content);
    }

    /** Of a part, or of the whole package for the empty name. */
    List<Relationship> relationships(String part) {
        int slash = part.lastIndexOf('/') + 1;
        String rels = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        return contains(rels) ? relationshipsIn(rels) : List.of();
    }

    /** @param rels name of a part that holds relationships */
    List<Relationship> relationshipsIn(String rels) {
        String folder = rels.substring(0, rels.lastIndexOf("_rels/"));
        Document xml = PartXml.parse(bytes(rels));
        List<Relationship> found = new ArrayList<>();
        for (Element element : PartXml.elements(xml, "Relationship")) {
            boolean external = element.getAttribute("TargetMode").equals("External");
            String target = element.getAttribute("Target");
            found.add(new Relationship(
                    element.getAttribute("Type"), external ? target : resolve(folder, target), external));
        }
        return found;
    }

    private static String resolve(String folder, String target) {
        try {
            String path = URI.create("/" + folder).resolve(target).getPath();
            return path == null ? target : path.replaceFirst("^/", "");
        } catch (IllegalArgumentException e) {
            throw TemplateRule.DAMAGED.refuse();
        }
    }

    byte[] write() {
        return OfficeFile.zip(parts);
    }
}
