package org.disclosureledger.application.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.disclosureledger.application.register.RegisterFiles.MAIN;
import static org.disclosureledger.application.register.RegisterFiles.SHEET_END;
import static org.disclosureledger.application.register.RegisterFiles.SHEET_START;
import static org.disclosureledger.application.register.RegisterFiles.inline;
import static org.disclosureledger.application.register.RegisterFiles.minimalWorkbook;
import static org.disclosureledger.application.register.RegisterFiles.read;
import static org.disclosureledger.application.register.RegisterFiles.refusal;
import static org.disclosureledger.application.register.RegisterFiles.row;
import static org.disclosureledger.application.register.RegisterFiles.xlsx;
import static org.disclosureledger.application.register.RegisterFiles.zip;
import static org.disclosureledger.application.register.RegisterLayout.DOCUMENTS;
import static org.disclosureledger.application.register.RegisterLayout.REMEDIES;
import static org.disclosureledger.application.register.RegisterLayout.REQUESTS;
import static org.disclosureledger.application.register.RegisterLayout.TALLIES;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.disclosureledger.application.register.UnreadableFile.Reason;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFileTest {

    private static final String[] REQUEST = {"登记编号", "收到日期", "申请渠道", "申请人类型", "申请人", "证件号码", "申请内容", "备注"};

    @TempDir
    Path folder;

    @Test
    void sharedStringsAreRead() {
        Path file = xlsx(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            row(sheet, 1, "年度", "事项", "数量");
            row(sheet, 4, "2024", "行政许可", "3");
            row(sheet, 5, "2023", "行政许可", "3");
        });

        assertThat(RegisterFile.open(file, "text/csv").format()).isEqualTo(RegisterFile.Format.XLSX);
        assertThat(read(file, TALLIES)).extracting(StatedRow::number).containsExactly(4, 5);
        assertThat(read(file, TALLIES).getLast().values())
                .isEqualTo(Map.of("year", "2023", "item", "licences", "amount", "3"));
    }

    @Test
    void realDatesAreRead() {
        StatedRow row = request((workbook, cell) -> {
            cell.setCellValue(LocalDate.of(2024, 3, 5));
            cell.setCellStyle(format(workbook, "m/d/yy"));
        });

        assertThat(row.values()).containsEntry("receivedOn", "2024-03-05");
        assertThat(row.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy\"年\"m\"月\"d\"日\"",
                "[$-804]yyyy/m/d;@",
                "yyyy-mm-dd hh:mm:ss",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@"
            })
    void dateFormatsOfChineseExcelAreDates(String format) {
        StatedRow row = request((workbook, cell) -> {
            cell.setCellValue(LocalDateTime.of(2024, 3, 5, 14, 30));
            cell.setCellStyle(format(workbook, format));
        });

        assertThat(row.values()).containsEntry("receivedOn", "2024-03-05");
    }

    @ParameterizedTest
    @ValueSource(shorts = {14, 22, 27, 31, 36, 50, 57, 58})
    void builtInDateFormatsOfChineseExcelAreDates(short format) {
        StatedRow row = request((workbook, cell) -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(format);
            cell.setCellValue(45356);
            cell.setCellStyle(style);
        });

        assertThat(row.values()).containsEntry("receivedOn", "2024-03-05");
    }

    @Test
    void datesOfThe1904SystemAreRead() {
        Path file = xlsx(folder, workbook -> {
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            XSSFSheet sheet = workbook.createSheet();
            row(sheet, 1, REQUEST);
            XSSFCell cell = sheet.createRow(1).createCell(1);
            cell.setCellValue(45356 - 1462);
            cell.setCellStyle(format(workbook, "yyyy-mm-dd"));
        });

        assertThat(read(file, REQUESTS).getFirst().values()).containsEntry("receivedOn", "2024-03-05");
    }

    @Test
    void plainNumberIsNoDate() {
        StatedRow row = request((workbook, cell) -> cell.setCellValue(45356));

        assertThat(row.findings()).extracting(Finding::rule).containsExactly("NOT_A_DATE");
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, 1.1",
        "0.1, 0.1",
        "1234567, 1234567",
        "0.0001, 0.0001",
        "0.00001, 0.00001",
        "123456789012345, 123456789012345",
        "100000000000, 100000000000",
        "0, 0",
        "12.3456, 12.3456"
    })
    void numbersArePlainDecimalsWithoutNoise(double number, String text) {
        Path file = tally(cell -> cell.setCellValue(number));

        assertThat(read(file, TALLIES).getFirst().values()).containsEntry("amount", text);
    }

    @Test
    void sumOfBinaryFractionsIsRoundedAsExcelShowsIt() {
        Path file = tally(cell -> cell.setCellValue(0.1 + 0.2));

        assertThat(read(file, TALLIES).getFirst().values()).containsEntry("amount", "0.3");
    }

    @Test
    void longNumberInATextFactIsAWarningThatDoesNotQuoteIt() {
        Path file = requestCell(5, (workbook, cell) -> cell.setCellValue(110101199001011000d));
        StatedRow row = read(file, REQUESTS).getFirst();

        assertThat(row.values()).containsEntry("identityNumber", "110101199001011000");
        assertThat(row.isFaulty()).isFalse();
        assertThat(row.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("DIGITS_LOST");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.sentence()).doesNotContain("110101");
        });
    }

    @Test
    void leadingZerosThatTheFormatShowsAreKept() {
        Path file = requestCell(0, (workbook, cell) -> {
            cell.setCellValue(42);
            cell.setCellStyle(format(workbook, "00000"));
        });

        assertThat(read(file, REQUESTS).getFirst().values()).containsEntry("registrationNumber", "00042");
    }

    @Test
    void numberThatExcelMadeADateIsAWarning() {
        Path file = requestCell(0, (workbook, cell) -> {
            cell.setCellValue(LocalDate.of(2024, 3, 1));
            cell.setCellStyle(format(workbook, "mmm-yy"));
        });
        StatedRow row = read(file, REQUESTS).getFirst();

        assertThat(row.values()).containsEntry("registrationNumber", "2024-03-01");
        assertThat(row.findings()).extracting(Finding::rule).containsExactly("DATE_IN_TEXT");
    }

    @Test
    void booleanCellIsYesOrNo() {
        Path file = xlsx(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            row(sheet, 1, "案件编号", "程序", "经过复议", "受理日期");
            row(sheet, 2, "1", "行政诉讼");
            sheet.getRow(1).createCell(2).setCellValue(true);
        });

        assertThat(read(file, REMEDIES).getFirst().values()).containsEntry("afterReconsideration", "true");
    }

    @Test
    void errorCellIsAFault() {
        Path file = tally(cell -> cell.setCellErrorValue(FormulaError.NA.getCode()));

        assertThat(read(file, TALLIES).getFirst().findings())
                .extracting(Finding::fact, Finding::rule)
                .containsExactly(tuple("amount", "ERROR_CELL"));
    }

    @Test
    void formulaGivesItsSavedResult() {
        Path file = xlsx(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            row(sheet, 1, "年度", "事项", "数量");
            row(sheet, 2, "2024", "行政许可");
            sheet.getRow(1).createCell(2).setCellFormula("1+2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        assertThat(read(file, TALLIES).getFirst().values()).containsEntry("amount", "3");
    }

    @Test
    void formulaWithoutSavedResultIsAFault() {
        String sheet = SHEET_START + inline(1, "年度", "事项", "数量")
                + "<row r=\"2\"><c r=\"A2\"><v>2024</v></c><c r=\"C2\"><f>1+2</f></c></row>" + SHEET_END;

        assertThat(read(zip(folder, minimalWorkbook(sheet)), TALLIES).getFirst().findings())
                .extracting(Finding::rule)
                .containsExactly("FORMULA_NOT_CALCULATED");
    }

    @Test
    void rowsAndCellsWithoutReferencesAndInlineStringsAreRead() {
        String sheet = SHEET_START + inline(1, "年度", "事项", "数量") + "<row>"
                + "<c><v>2024</v></c><c t=\"str\"><v>行政许可</v></c>"
                + "<c t=\"inlineStr\"><is><r><t>1</t></r><r><t>2</t></r><rPh sb=\"0\" eb=\"1\"><t>九</t></rPh></is></c></row>"
                + SHEET_END;
        StatedRow row = read(zip(folder, minimalWorkbook(sheet)), TALLIES).getFirst();

        assertThat(row.number()).isEqualTo(2);
        assertThat(row.values()).isEqualTo(Map.of("year", "2024", "item", "licences", "amount", "12"));
    }

    @Test
    void richSharedStringsAreJoinedWithoutTheirReadingAids() {
        Map<String, String> parts = minimalWorkbook(
                SHEET_START + "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>"
                        + SHEET_END);
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns=\"" + MAIN
                        + "\"><si><t>年度</t></si><si><r><t>事</t></r><r><t>项</t></r><rPh sb=\"0\" eb=\"1\">"
                        + "<t>shi</t></rPh></si><si><t>数_x000A_量</t></si></sst>");

        assertThat(read(zip(folder, parts), TALLIES)).isEmpty();
    }

    @Test
    void isoDateCellsAreRead() {
        String sheet = SHEET_START + inline(1, "类别", "文号", "标题", "制发日期")
                + "<row r=\"2\"><c r=\"D2\" t=\"d\"><v>2024-03-05T00:00:00</v></c></row>" + SHEET_END;

        assertThat(read(zip(folder, minimalWorkbook(sheet)), DOCUMENTS)
                        .getFirst()
                        .values())
                .containsEntry("issuedOn", "2024-03-05");
    }

    @Test
    void firstVisibleSheetWithContentIsTheRegister() {
        Path file = xlsx(folder, workbook -> {
            row(workbook.createSheet("隐藏"), 1, "不是", "表头");
            workbook.createSheet("空白");
            XSSFSheet sheet = workbook.createSheet("台账");
            row(sheet, 1, "年度", "事项", "数量");
            row(sheet, 2, "2024", "行政许可", "3");
            row(workbook.createSheet("说明"), 1, "填表说明");
            workbook.setSheetVisibility(0, SheetVisibility.HIDDEN);
            workbook.setActiveSheet(2);
        });

        assertThat(read(file, TALLIES)).hasSize(1);
    }

    @Test
    void workbookWithoutContentIsRefusedAsEmpty() {
        assertThat(refusal(xlsx(folder, XSSFWorkbook::createSheet), TALLIES).reason())
                .isEqualTo(Reason.EMPTY);
    }

    @Test
    void headerBelowATitleIsPointedOut() {
        Path file = xlsx(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            row(sheet, 1, "某某局处理决定统计表");
            row(sheet, 3, "年度", "事项", "数量");
        });

        assertThat(refusal(file, TALLIES)).hasMessageContaining("表头应在第1行，文件中在第3行");
    }

    @Test
    void apostrophesInWorkbooksArePartOfTheText() {
        Path file = requestCell(7, (workbook, cell) -> cell.setCellValue("'=1+1"));

        assertThat(read(file, REQUESTS).getFirst().remarks()).containsEntry("备注", "'=1+1");
    }

    @Test
    void formattedButEmptyCellsFarToTheRightDoNotMatter() {
        Path file = xlsx(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            row(sheet, 1, "年度", "事项", "数量");
            sheet.getRow(0).createCell(16_000).setCellStyle(format(workbook, "0.00"));
        });

        assertThat(read(file, TALLIES)).isEmpty();
    }

    @Test
    void filledCellsFarToTheRightAreRefused() {
        Path file = xlsx(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            row(sheet, 1, "年度", "事项", "数量");
            sheet.getRow(0).createCell(256).setCellValue("x");
        });

        assertThat(refusal(file, TALLIES).reason()).isEqualTo(Reason.TOO_MANY_COLUMNS);
    }

    private StatedRow request(BiConsumer<XSSFWorkbook, XSSFCell> receivedOn) {
        List<StatedRow> rows = read(requestCell(1, receivedOn), REQUESTS);
        return rows.getFirst();
    }

    private Path requestCell(int column, BiConsumer<XSSFWorkbook, XSSFCell> content) {
        return xlsx(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            row(sheet, 1, REQUEST);
            content.accept(workbook, sheet.createRow(1).createCell(column));
        });
    }

    private Path tally(Consumer<XSSFCell> amount) {
        return xlsx(folder, workbook -> {
            XSSFSheet sheet = workbook.createSheet();
            row(sheet, 1, "年度", "事项", "数量");
            row(sheet, 2, "2024", "行政许可");
            amount.accept(sheet.getRow(1).createCell(2));
        });
    }

    private static CellStyle format(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
