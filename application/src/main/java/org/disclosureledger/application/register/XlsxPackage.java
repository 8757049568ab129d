package org.disclosureledger.application.register;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The ZIP file that a workbook is (ECMA-376 part 2), read without trust: parts are only ever streamed, through
 * {@link XmlGuard}, and all that is unpacked counts against one budget. POI's own package class is not used because it
 * loads properties and relationships as documents before anybody can limit them.
 */
final class XlsxPackage implements Closeable {

    private static final int MOST_PARTS = 1_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final long HARMLESS_BYTES = 64L << 20;
    private static final long MOST_INFLATION = 200;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private long budget;

    /** @param target name of the part that it leads to */
    record Relationship(String type, String target) {}

    private XlsxPackage(ZipFile zip, long size) {
        this.zip = zip;
        this.budget = Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, MOST_INFLATION * size));
        zip.stream().forEach(entry -> entries.put(canonical(entry.getName()), entry));
    }

    static XlsxPackage open(Path file) throws IOException, SAXException {
        refuseTooManyParts(file);
        XlsxPackage parts = new XlsxPackage(new ZipFile(file.toFile()), Files.size(file));
        try {
            parts.refuseForeignAndMacros();
            parts.refuseDocumentTypes();
            return parts;
        } catch (IOException | SAXException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    boolean contains(String part) {
        return entries.containsKey(canonical(part));
    }

    void parse(String part, XmlHandler handler) throws IOException, SAXException {
        try (InputStream in = new XmlGuard(stream(part))) {
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setEntityResolver((publicId, systemId) -> {
                throw new SAXException("external entity");
            });
            reader.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By identifier; those that lead out of the package are left out and never followed. */
    Map<String, Relationship> relationships(String part) throws IOException, SAXException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String name = folder + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Relationship> found = new HashMap<>();
        if (contains(name)) {
            parse(name, new XmlHandler() {
                @Override
                void started(String element, Attributes attributes) {
                    String id = attribute(attributes, "Id");
                    String type = attribute(attributes, "Type");
                    String target = attribute(attributes, "Target");
                    boolean external = "External".equals(attribute(attributes, "TargetMode"));
                    if (id != null && type != null && target != null && !external && found.size() < MOST_PARTS) {
                        found.put(id, new Relationship(type, resolve(folder, target)));
                    }
                }
            });
        }
        return found;
    }

    /** Null when there is none. */
    static @Nullable String targetOf(Map<String, Relationship> relationships, String type) {
        return relationships.values().stream()
                .filter(relationship -> relationship.type().endsWith("/" + type))
                .map(Relationship::target)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private InputStream stream(String part) throws IOException {
        ZipEntry entry = entries.get(canonical(part));
        if (entry == null) {
            throw UnreadableFile.damaged();
        }
        return new Counted(new BufferedInputStream(zip.getInputStream(entry), 1 << 15));
    }

    private void refuseForeignAndMacros() throws IOException, SAXException {
        if (contains("mimetype") || !contains("[Content_Types].xml") || contains("word/document.xml")) {
            throw new UnreadableFile(
                    UnreadableFile.Reason.OTHER_KIND_OF_FILE, "这是压缩包或其他文档，不是 Excel 工作簿（.xlsx），请另存为 .xlsx 再导入");
        }
        boolean[] macros = {entries.keySet().stream().anyMatch(name -> name.endsWith("vbaproject.bin"))};
        parse("[Content_Types].xml", new XmlHandler() {
            @Override
            void started(String element, Attributes attributes) {
                String type = attribute(attributes, "ContentType");
                macros[0] |= type != null && type.contains("macroEnabled");
            }
        });
        if (macros[0]) {
            throw new UnreadableFile(UnreadableFile.Reason.MACROS, "这是含宏的（.xlsm）或二进制（.xlsb）工作簿，请另存为不含宏的 .xlsx 再导入");
        }
    }

    /** In whatever part one stands, also in those that are not read: no office program writes them. */
    private void refuseDocumentTypes() throws IOException {
        for (String name : entries.keySet()) {
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                try (InputStream in = new XmlGuard(stream(name))) {
                    in.readNBytes(4096);
                } catch (UnreadableFile e) {
                    if (e.reason() == UnreadableFile.Reason.FORBIDDEN_XML) {
                        throw e;
                    }
                }
            }
        }
    }

    /**
     * Counts the signature of the directory's entries in the whole file, before any library loads a directory that
     * could be larger than memory.
     */
    private static void refuseTooManyParts(Path file) throws IOException {
        int found = 0;
        int window = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                window = window << 8 | b;
                if (window == 0x504B0102 && ++found > MOST_PARTS) {
                    throw tooFar();
                }
            }
        }
    }

    private static UnreadableFile tooFar() {
        return new UnreadableFile(UnreadableFile.Reason.EXPANDS_TOO_FAR, "文件解压后过大，不是正常的登记台账，已拒绝读取");
    }

    private static String resolve(String folder, String target) {
        Deque<String> names = new ArrayDeque<>();
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        for (String name : path.replace('\\', '/').split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.equals(".") && !name.isEmpty()) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    private static String canonical(String name) {
        return name.replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            spend(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            spend(Math.max(0, read));
            return read;
        }

        private void spend(int bytes) {
            budget -= bytes;
            if (budget < 0) {
                throw tooFar();
            }
        }
    }
}
