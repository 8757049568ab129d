package org.disclosureledger.application.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.disclosureledger.application.office.DocxPage;
import org.disclosureledger.application.office.Typeface;
import org.disclosureledger.application.report.FormWalk.Placed;
import org.disclosureledger.application.report.FormWalk.Sheet;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHeight;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHeightRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** One printed table in a word processor document, with truly merged cells. */
final class DocxTable {

    /** From this many columns on, the small type (小五) is needed; below, 五号. */
    private static final int MANY_COLUMNS = 8;

    private static final int MANY_ROWS = 20;
    private static final int CELL_MARGIN = 57;

    private final Sheet sheet;
    private final int[] widths;
    private final int halfPoints;
    private final int line;
    private final int rowHeight;

    private DocxTable(Sheet sheet) {
        this.sheet = sheet;
        this.widths = widths(sheet.table().widths());
        boolean dense = widths.length >= MANY_COLUMNS;
        this.halfPoints = dense ? 18 : 21;
        this.line = dense ? 240 : 300;
        this.rowHeight = sheet.rowCount() > MANY_ROWS ? 370 : 520;
    }

    static void add(XWPFDocument document, Sheet sheet) {
        new DocxTable(sheet).add(document);
    }

    private void add(XWPFDocument document) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        look(table);
        for (int row = 0; row < sheet.rowCount(); row++) {
            row(table.insertNewTableRow(row), row);
        }
    }

    private static int[] widths(List<Integer> relative) {
        int sum = relative.stream().mapToInt(Integer::intValue).sum();
        int[] widths = new int[relative.size()];
        int left = DocxPage.TEXT_WIDTH;
        int remaining = sum;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.round((float) left * relative.get(i) / remaining);
            left -= widths[i];
            remaining -= relative.get(i);
        }
        return widths;
    }

    private void look(XWPFTable table) {
        CTTblPr properties = table.getCTTbl().getTblPr() == null
                ? table.getCTTbl().addNewTblPr()
                : table.getCTTbl().getTblPr();
        width(properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW(), DocxPage.TEXT_WIDTH);
        (properties.isSetJc() ? properties.getJc() : properties.addNewJc()).setVal(STJcTable.CENTER);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblBorders borders =
                properties.isSetTblBorders() ? properties.getTblBorders() : properties.addNewTblBorders();
        border(borders.isSetTop() ? borders.getTop() : borders.addNewTop());
        border(borders.isSetBottom() ? borders.getBottom() : borders.addNewBottom());
        border(borders.isSetLeft() ? borders.getLeft() : borders.addNewLeft());
        border(borders.isSetRight() ? borders.getRight() : borders.addNewRight());
        border(borders.isSetInsideH() ? borders.getInsideH() : borders.addNewInsideH());
        border(borders.isSetInsideV() ? borders.getInsideV() : borders.addNewInsideV());
        CTTblCellMar margins =
                properties.isSetTblCellMar() ? properties.getTblCellMar() : properties.addNewTblCellMar();
        width(margins.isSetLeft() ? margins.getLeft() : margins.addNewLeft(), CELL_MARGIN);
        width(margins.isSetRight() ? margins.getRight() : margins.addNewRight(), CELL_MARGIN);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        for (int width : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
    }

    private void row(XWPFTableRow row, int index) {
        CTTrPr properties = row.getCtRow().isSetTrPr()
                ? row.getCtRow().getTrPr()
                : row.getCtRow().addNewTrPr();
        properties.addNewCantSplit();
        CTHeight height = properties.addNewTrHeight();
        height.setVal(BigInteger.valueOf(rowHeight));
        height.setHRule(STHeightRule.AT_LEAST);
        if (index < sheet.table().headerRows()) {
            properties.addNewTblHeader();
        }
        boolean besideFigures = sheet.hasFigures(index);
        for (Placed placed : sheet.touching(index)) {
            cell(row.createCell(), placed, index, besideFigures);
        }
    }

    private void cell(XWPFTableCell cell, Placed placed, int row, boolean besideFigures) {
        int columnSpan = placed.cell().columnSpan();
        int width = 0;
        for (int i = 0; i < columnSpan; i++) {
            width += widths[placed.column() + i];
        }
        CTTcPr properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        width(properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW(), width);
        if (columnSpan > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(columnSpan));
        }
        boolean first = placed.row() == row;
        if (placed.cell().rowSpan() > 1) {
            properties.addNewVMerge().setVal(first ? STMerge.RESTART : STMerge.CONTINUE);
        }
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph paragraph = cell.getParagraphs().isEmpty()
                ? cell.addParagraph()
                : cell.getParagraphs().get(0);
        boolean label =
                placed.figure() == null && besideFigures && placed.cell().rowSpan() == 1;
        paragraph.setAlignment(label ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER);
        DocxPage.spacing(paragraph, line, STLineSpacingRule.EXACT);
        // Keeps the table on one page where it fits.
        if (row < sheet.rowCount() - 1) {
            paragraph.setKeepNext(true);
        }
        if (first) {
            DocxPage.run(paragraph, placed.text(), Typeface.TABLE, halfPoints);
        }
    }

    private static void width(CTTblWidth width, int twips) {
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
    }

    private static void border(CTBorder border) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(4));
        border.setSpace(BigInteger.ZERO);
        border.setColor("000000");
    }
}
