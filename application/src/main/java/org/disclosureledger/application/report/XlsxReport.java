package org.disclosureledger.application.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.disclosureledger.application.office.OfficeFile;
import org.disclosureledger.application.office.Typeface;
import org.disclosureledger.application.report.FormWalk.Placed;
import org.disclosureledger.application.report.FormWalk.Sheet;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.annualtables.TableCheck;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;

/**
 * The tables as a workbook: a sheet per table and one that says what they are of and how they were checked. Figures are
 * numbers, everything else is text; nothing is a formula.
 */
public final class XlsxReport {

    private static final Map<String, String> SHEET_NAMES =
            Map.of("proactive", "主动公开", "requests", "申请办理", "remedies", "复议诉讼");

    private static final String NOTES = "说明";
    private static final String MEMBERS = "汇总的机关";

    /** Width of the printed page in digits. */
    private static final int PAGE_WIDTH = 96;

    private static final float LINE_POINTS = 14f;

    /** Rows above each table: the report's title and the heading of the part. */
    static final int ABOVE = 2;

    /** China's one standard time; what a document says must not depend on the server's zone. */
    private static final DateTimeFormatter BEIJING =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));

    private final XSSFWorkbook workbook;
    private final AnnualTables tables;
    private final LedgerMark mark;
    private final String rules;
    private final @Nullable Edition edition;
    private final @Nullable SummedOrgans summed;
    private final String title;
    private final XSSFCellStyle heading;
    private final XSSFCellStyle titled;
    private final XSSFCellStyle centred;
    private final XSSFCellStyle left;
    private final Map<Integer, XSSFCellStyle> figures = new HashMap<>();

    private XlsxReport(XSSFWorkbook workbook, PublishableReport report) {
        this.workbook = workbook;
        this.tables = report.tables();
        this.mark = report.mark();
        this.rules = report.rulesSentence();
        this.edition = report.edition();
        this.summed = report.summed();
        this.title = report.title();
        this.titled = style(HorizontalAlignment.CENTER, 14, true, false);
        this.heading = style(HorizontalAlignment.LEFT, 12, true, false);
        this.centred = style(HorizontalAlignment.CENTER, 10, false, true);
        this.left = style(HorizontalAlignment.LEFT, 10, false, true);
        this.left.setIndention((short) 1);
    }

    public static byte[] render(PublishableReport published) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XlsxReport report = new XlsxReport(workbook, published);
            FormWalk.of(published.tables()).forEach(report::sheet);
            report.notes();
            report.summed();
            return OfficeFile.write(workbook, report.title, published.tables().organName(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A blank workbook of the tables alone, to be filled in by an organ that does not use the system; {@link XlsxTables} reads it. */
    public static byte[] blank(AnnualTables empty) {
        PublishableReport form = new PublishableReport(empty, Map.of(), new LedgerMark(0, null, null));
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XlsxReport report = new XlsxReport(workbook, form);
            FormWalk.of(empty).forEach(report::sheet);
            return OfficeFile.write(workbook, report.title, empty.organName(), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sheetName(String table) {
        return SHEET_NAMES.getOrDefault(table, table);
    }

    private void summed() {
        if (summed == null) {
            return;
        }
        XSSFSheet sheet = workbook.createSheet(MEMBERS);
        int[] widths = {24, 36, 36};
        begin(sheet, widths, SummedOrgans.HEADING);
        int row = ABOVE;
        cells(sheet, row++, widths, List.of("机关代码", "名称", "汇总的是"));
        for (SummedOrgans.SummedOrgan organ : summed.organs()) {
            cells(sheet, row++, widths, List.of(organ.code(), organ.name(), organ.words()));
        }
        print(sheet, 0);
    }

    private void sheet(Sheet table) {
        String id = table.table().id();
        XSSFSheet sheet = workbook.createSheet(sheetName(id));
        int[] widths = widths(table.table().widths());
        begin(sheet, widths, table.table().part());
        for (int row = 0; row < table.rowCount(); row++) {
            row(sheet, table, row, widths);
        }
        int headerRows = table.table().headerRows();
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:" + (ABOVE + headerRows)));
        if (headerRows > 0) {
            sheet.createFreezePane(0, ABOVE + headerRows);
        }
        print(sheet, 1);
    }

    private void begin(XSSFSheet sheet, int[] widths, String part) {
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        int last = widths.length - 1;
        line(sheet, 0, title, titled, last, widths);
        line(sheet, 1, part, heading, last, widths);
    }

    private static void line(XSSFSheet sheet, int row, String text, XSSFCellStyle style, int lastColumn, int[] widths) {
        XSSFRow at = sheet.createRow(row);
        int width = 0;
        for (int w : widths) {
            width += w;
        }
        at.setHeightInPoints(
                24f * Columns.lines(text, width * 10 / style.getFont().getFontHeightInPoints()));
        XSSFCell cell = at.createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
    }

    private void row(XSSFSheet sheet, Sheet table, int index, int[] widths) {
        XSSFRow row = sheet.createRow(ABOVE + index);
        boolean besideFigures = table.hasFigures(index);
        int lines = 1;
        for (Placed placed : table.startingIn(index)) {
            int rows = placed.cell().rowSpan();
            int columns = placed.cell().columnSpan();
            boolean label = placed.figure() == null && besideFigures && rows == 1;
            int width = 0;
            for (int column = placed.column(); column < placed.column() + columns; column++) {
                width += widths[column];
            }
            lines = Math.max(lines, Math.ceilDiv(Columns.lines(placed.text(), width - 2), rows));
            cell(row.createCell(placed.column()), placed, label ? left : centred);
            if (rows * columns > 1) {
                sheet.addMergedRegion(new CellRangeAddress(
                        ABOVE + index, ABOVE + index + rows - 1, placed.column(), placed.column() + columns - 1));
            }
        }
        // A merged cell has its borders from all the cells under it.
        for (Placed placed : table.touching(index)) {
            for (int column = placed.column();
                    column < placed.column() + placed.cell().columnSpan();
                    column++) {
                if (row.getCell(column) == null) {
                    row.createCell(column).setCellStyle(centred);
                }
            }
        }
        row.setHeightInPoints(Math.max(20f, lines * LINE_POINTS + 4f));
    }

    private void cell(XSSFCell cell, Placed placed, XSSFCellStyle labelStyle) {
        CellId figure = placed.figure();
        if (figure == null) {
            cell.setCellValue(placed.text());
            cell.setCellStyle(labelStyle);
            return;
        }
        BigDecimal value = tables.figures().find(figure);
        cell.setCellStyle(figureStyle(value));
        if (value != null) {
            cell.setCellValue(value.doubleValue());
            // The file holds decimal digits: written as they are, no figure loses any on the way through a double.
            cell.getCTCell().setV(value.toPlainString());
        }
    }

    private XSSFCellStyle figureStyle(@Nullable BigDecimal value) {
        int decimals = value == null ? 0 : Math.max(0, value.scale());
        return figures.computeIfAbsent(decimals, d -> {
            XSSFCellStyle style = style(HorizontalAlignment.CENTER, 10, false, true);
            style.setWrapText(false);
            style.setShrinkToFit(true);
            style.setDataFormat(workbook.createDataFormat().getFormat(d == 0 ? "0" : "0." + "0".repeat(d)));
            return style;
        });
    }

    private XSSFCellStyle style(HorizontalAlignment alignment, int points, boolean bold, boolean bordered) {
        XSSFFont font = workbook.createFont();
        font.setFontName(Typeface.TABLE.chinese());
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        if (bordered) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    private static int[] widths(List<Integer> relative) {
        int sum = relative.stream().mapToInt(Integer::intValue).sum();
        return relative.stream()
                .mapToInt(w -> Math.ceilDiv(PAGE_WIDTH * w, sum))
                .toArray();
    }

    private void print(XSSFSheet sheet, int pagesHigh) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(false);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) pagesHigh);
        sheet.setHorizontallyCenter(true);
        sheet.getFooter().setCenter("— &P —");
    }

    private void notes() {
        XSSFSheet sheet = workbook.createSheet(NOTES);
        int[] widths = {24, 12, 12, 48};
        begin(sheet, widths, NOTES);
        int row = ABOVE;
        Instant asOf = tables.asOf();
        note(sheet, row++, "行政机关", tables.organName());
        note(sheet, row++, "机关代码", tables.organCode());
        note(sheet, row++, "报告年度", tables.year() + "年");
        note(sheet, row++, "表式", tables.form().title() + "（" + tables.form().id() + "）");
        note(sheet, row++, "数据时点", asOf == null ? "最新" : BEIJING.format(asOf) + "（北京时间）");
        note(sheet, row++, "已计入的最后一条记录", "第" + mark.number() + "号");
        long failed = tables.checks().stream().filter(c -> !c.holds()).count();
        note(sheet, row++, "勾稽检查", "共" + tables.checks().size() + "项，" + (failed == 0 ? "全部通过" : failed + "项不符"));
        if (edition != null) {
            note(sheet, row++, "版本", edition.sentences().get(0));
            for (String waiver : edition.waivers()) {
                note(sheet, row++, "豁免", waiver);
            }
        }
        if (summed == null) {
            note(sheet, row++, "计数规则", rules);
        } else {
            note(sheet, row++, "汇总范围", summed.ruleSentence());
        }
        note(sheet, row++, "台账", mark.sentence());
        row++;
        cells(sheet, row++, widths, List.of("检查", "结果", "级别", "规则"));
        for (TableCheck check : tables.checks()) {
            cells(
                    sheet,
                    row++,
                    widths,
                    List.of(
                            check.id(),
                            check.holds() ? "符合" : "不符",
                            check.severity() == TableCheck.Level.ERROR ? "必须符合" : "提示",
                            sentence(check)));
        }
        print(sheet, 0);
    }

    private static String sentence(TableCheck check) {
        if (check.holds()) {
            return check.sentence();
        }
        return check.sentence() + "（应为" + orBlank(check.expected()) + "，表中为" + orBlank(check.found()) + "）";
    }

    private static String orBlank(@Nullable String figure) {
        return figure == null ? "空白" : figure;
    }

    private void note(XSSFSheet sheet, int index, String name, String value) {
        XSSFRow row = sheet.createRow(index);
        row.setHeightInPoints(Math.max(20f, Columns.lines(value, 70) * LINE_POINTS + 4f));
        for (int column = 0; column < 4; column++) {
            row.createCell(column).setCellStyle(left);
        }
        row.getCell(0).setCellValue(name);
        row.getCell(1).setCellValue(value);
        sheet.addMergedRegion(new CellRangeAddress(index, index, 1, 3));
    }

    private void cells(XSSFSheet sheet, int index, int[] widths, List<String> texts) {
        XSSFRow row = sheet.createRow(index);
        int lines = 1;
        for (int column = 0; column < texts.size(); column++) {
            XSSFCell cell = row.createCell(column);
            cell.setCellValue(texts.get(column));
            cell.setCellStyle(left);
            lines = Math.max(lines, Columns.lines(texts.get(column), widths[column] - 2));
        }
        row.setHeightInPoints(Math.max(20f, lines * LINE_POINTS + 4f));
    }
}
