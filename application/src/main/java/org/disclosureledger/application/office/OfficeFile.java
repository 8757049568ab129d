package org.disclosureledger.application.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;

/** Writes an Office document so that the same report gives the same bytes, whenever and wherever it is written. */
public final class OfficeFile {

    public static final String CORE_PROPERTIES = "docProps/core.xml";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private OfficeFile() {}

    /** @param parts parts of the file that are given as text, in place of what the library writes */
    public static byte[] write(POIXMLDocument document, String title, String creator, Map<String, String> parts) {
        try {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            document.write(raw);
            Map<String, byte[]> entries = entries(raw.toByteArray());
            entries.put(CORE_PROPERTIES, coreProperties(title, creator));
            settleWorkbooks(entries, title, creator);
            parts.forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
            return zip(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes a document on without what tells when it was written; it may be larger than memory. */
    public static void settle(Path document, String title, String creator, OutputStream out) throws IOException {
        ZipOutputStream settled = new ZipOutputStream(out);
        try (ZipFile zip = new ZipFile(document.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                settled.putNextEntry(entry(entry.getName()));
                if (entry.getName().equals(CORE_PROPERTIES)) {
                    settled.write(coreProperties(title, creator));
                } else {
                    try (InputStream content = zip.getInputStream(entry)) {
                        content.transferTo(settled);
                    }
                }
                settled.closeEntry();
            }
        }
        settled.finish();
    }

    /** The workbooks inside a document, which hold the data of its charts, must not tell when they were made either. */
    private static void settleWorkbooks(Map<String, byte[]> entries, String title, String creator) throws IOException {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().endsWith(".xlsx")) {
                Map<String, byte[]> workbook = entries(entry.getValue());
                workbook.put(CORE_PROPERTIES, coreProperties(title, creator));
                entry.setValue(zip(workbook));
            }
        }
    }

    private static Map<String, byte[]> entries(byte[] file) throws IOException {
        // In the order of their names "[Content_Types].xml" is first, where readers that stream a document want it.
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** @param entries parts by name, to be written in this order */
    public static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(zip, entry.getKey(), entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /** Without dates: the report is of a year and a state of the ledger, not of the moment somebody downloads it. */
    public static byte[] coreProperties(String title, String creator) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                        + "<cp:coreProperties"
                        + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
                        + XmlText.escape(title)
                        + "</dc:title><dc:creator>"
                        + XmlText.escape(creator)
                        + "</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
