package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Real files for the tests of this package, and short ways to read them. */
final class RegisterFiles {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String SHEET_START = "<worksheet xmlns=\"" + MAIN + "\"><sheetData>";
    static final String SHEET_END = "</sheetData></worksheet>";

    private RegisterFiles() {}

    static Path bytes(Path folder, byte[] content) {
        try {
            return Files.write(Files.createTempFile(folder, "register", ".upload"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path csv(Path folder, String content) {
        return bytes(folder, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path xlsx(Path folder, Consumer<XSSFWorkbook> content) {
        Path file = bytes(folder, new byte[0]);
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(workbook);
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static void row(XSSFSheet sheet, int number, String... cells) {
        var row = sheet.createRow(number - 1);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    /** The least that is a workbook; parts can be replaced or added. */
    static Map<String, String> minimalWorkbook(String sheet) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                        + " Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN
                        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\""
                        + " Target=\"sharedStrings.xml\"/></Relationships>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si><t>年度</t></si></sst>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return parts;
    }

    static Path zip(Path folder, Map<String, String> parts) {
        Path file = bytes(folder, new byte[0]);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** A row of inline strings, as other programs write them. */
    static String inline(int row, String... cells) {
        StringBuilder xml = new StringBuilder("<row r=\"" + row + "\">");
        for (String cell : cells) {
            xml.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return xml.append("</row>").toString();
    }

    static List<StatedRow> read(Path file, RegisterLayout layout) {
        List<StatedRow> rows = new ArrayList<>();
        RegisterFile.open(file, null).read(layout, rows::add);
        return rows;
    }

    static UnreadableFile refusal(Path file, RegisterLayout layout) {
        return catchThrowableOfType(UnreadableFile.class, () -> read(file, layout));
    }
}
