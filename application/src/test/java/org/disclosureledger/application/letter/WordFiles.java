package org.disclosureledger.application.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.disclosureledger.application.office.OfficeFile;
import org.disclosureledger.domain.letter.LetterKind;

/** Word documents part by part, as Word writes them and as it never would. */
final class WordFiles {

    static final String TYPES = "[Content_Types].xml";
    static final String DOCUMENT = "word/document.xml";
    static final String RELATIONS = "word/_rels/document.xml.rels";
    static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private WordFiles() {}

    /** A receipt with every field that it must have, and these paragraphs before them. */
    static Map<String, String> receipt(String... paragraphs) {
        String required = LetterField.requiredIn(LetterKind.RECEIPT).stream()
                .map(LetterField::placeholder)
                .collect(Collectors.joining("，"));
        return document(String.join("", paragraphs) + paragraph(required));
    }

    /** The parts of a document; a test may put in others, or change them. */
    static Map<String, String> document(String body) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                TYPES,
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + LetterTemplates.DOCX
                        + ".main+xml\"/></Types>");
        parts.put("_rels/.rels", relations(relation("officeDocument", DOCUMENT, false)));
        parts.put(DOCUMENT, xml("document", "<w:body>" + body + "</w:body>"));
        return parts;
    }

    static String xml(String root, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:" + root + " xmlns:w=\"" + WORD
                + "\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\">"
                + content + "</w:" + root + ">";
    }

    static String relations(String... relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", relations) + "</Relationships>";
    }

    static String relation(String type, String target, boolean external) {
        return "<Relationship Id=\"r" + Integer.toHexString(target.hashCode()) + "\" Type=\"" + RELATION + type
                + "\" Target=\"" + target + "\"" + (external ? " TargetMode=\"External\"" : "") + "/>";
    }

    /** A paragraph with these texts, each in a run of its own with other formatting. */
    static String paragraph(String... runs) {
        StringBuilder xml = new StringBuilder("<w:p>");
        for (int i = 0; i < runs.length; i++) {
            xml.append("<w:r><w:rPr><w:sz w:val=\"")
                    .append(20 + i)
                    .append("\"/></w:rPr><w:t>")
                    .append(runs[i])
                    .append("</w:t></w:r>");
        }
        return xml.append("</w:p>").toString();
    }

    static byte[] zip(Map<String, String> parts) {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return OfficeFile.zip(bytes);
    }

    /** The text of a part. */
    static String part(byte[] file, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no " + name);
    }

    /** The paragraphs as a word processor reads them. */
    static List<String> texts(byte[] file) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
