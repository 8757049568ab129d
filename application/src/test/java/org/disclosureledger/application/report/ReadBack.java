package org.disclosureledger.application.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads tables out of finished documents with no help from the code that wrote them: as texts in a grid, where a
 * merged cell has its text at its upper left corner and the other places that it covers are null.
 */
final class ReadBack {

    private ReadBack() {}

    static List<@Nullable String[][]> docx(byte[] file) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            List<@Nullable String[][]> tables = new ArrayList<>();
            document.getTables().forEach(t -> tables.add(docx(t)));
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String[][] docx(XWPFTable table) {
        int columns = table.getCTTbl().getTblGrid().sizeOfGridColArray();
        @Nullable String[][] grid = new String[table.getNumberOfRows()][columns];
        for (int r = 0; r < grid.length; r++) {
            XWPFTableRow row = table.getRow(r);
            int column = 0;
            for (XWPFTableCell cell : row.getTableCells()) {
                CTTcPr properties = cell.getCTTc().getTcPr();
                boolean continued =
                        properties.isSetVMerge() && properties.getVMerge().getVal() != STMerge.RESTART;
                if (!continued) {
                    grid[r][column] = cell.getText();
                }
                column += properties.isSetGridSpan()
                        ? properties.getGridSpan().getVal().intValue()
                        : 1;
            }
            if (column != columns) {
                throw new AssertionError("row " + r + " covers " + column + " of " + columns + " columns");
            }
        }
        return grid;
    }

    /** @param above rows above the table in each sheet */
    static List<@Nullable String[][]> xlsx(byte[] file, int sheets, int above) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<@Nullable String[][]> tables = new ArrayList<>();
            for (int i = 0; i < sheets; i++) {
                tables.add(xlsx(workbook.getSheetAt(i), above));
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String[][] xlsx(XSSFSheet sheet, int above) {
        int columns = sheet.getRow(above).getLastCellNum();
        @Nullable String[][] grid = new String[sheet.getLastRowNum() + 1 - above][columns];
        for (int r = 0; r < grid.length; r++) {
            for (int c = 0; c < columns; c++) {
                XSSFCell cell = sheet.getRow(r + above).getCell(c);
                grid[r][c] = covered(sheet, r + above, c) ? null : text(cell);
            }
        }
        return grid;
    }

    private static boolean covered(XSSFSheet sheet, int row, int column) {
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            if (merged.isInRange(row, column)) {
                return row != merged.getFirstRow() || column != merged.getFirstColumn();
            }
        }
        return false;
    }

    private static String text(XSSFCell cell) {
        if (cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() == CellType.STRING) {
            return cell.getStringCellValue();
        }
        if (cell.getCellType() != CellType.NUMERIC) {
            throw new AssertionError(cell.getReference() + " is a " + cell.getCellType());
        }
        String format = cell.getCellStyle().getDataFormatString();
        int decimals = format.contains(".") ? format.length() - format.indexOf('.') - 1 : 0;
        return new BigDecimal(Objects.requireNonNull(cell.getRawValue()))
                .setScale(decimals)
                .toPlainString();
    }

    static List<@Nullable String[][]> html(String html) {
        List<@Nullable String[][]> tables = new ArrayList<>();
        for (Element table : elements(xml(html), "table")) {
            tables.add(html(table));
        }
        return tables;
    }

    static Document xml(String html) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html.replaceFirst("<!DOCTYPE html>", ""))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String[][] html(Element table) {
        List<Element> rows = elements(table, "tr");
        int columns = elements(table, "col").size();
        @Nullable String[][] grid = new String[rows.size()][columns];
        boolean[][] taken = new boolean[rows.size()][columns];
        for (int r = 0; r < grid.length; r++) {
            int column = 0;
            for (Element cell : children(rows.get(r))) {
                while (taken[r][column]) {
                    column++;
                }
                grid[r][column] = cell.getTextContent();
                for (int i = 0; i < span(cell, "rowspan"); i++) {
                    for (int j = 0; j < span(cell, "colspan"); j++) {
                        taken[r + i][column + j] = true;
                    }
                }
            }
        }
        return grid;
    }

    private static int span(Element cell, String attribute) {
        return cell.hasAttribute(attribute) ? Integer.parseInt(cell.getAttribute(attribute)) : 1;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element e) {
                children.add(e);
            }
        }
        return children;
    }

    static List<Element> elements(Node in, String name) {
        NodeList nodes =
                in instanceof Document d ? d.getElementsByTagName(name) : ((Element) in).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The figures of the file by table/row/column. */
    static Map<String, NamedCsvRecord> csv(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        if (text.charAt(0) != '\uFEFF') {
            throw new AssertionError("the file does not begin with a byte order mark");
        }
        Map<String, NamedCsvRecord> lines = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new StringReader(text.substring(1)))) {
            csv.forEach(line ->
                    lines.put(line.getField("表") + "/" + line.getField("行标识") + "/" + line.getField("列标识"), line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
