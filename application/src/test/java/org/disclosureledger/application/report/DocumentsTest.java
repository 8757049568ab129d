package org.disclosureledger.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.disclosureledger.domain.report.ReportSection;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.form.CellId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What each kind of document has besides its figures. */
class DocumentsTest {

    @Test
    void titleNamesOrganAndYear() {
        assertThat(ReportExamples.chengguan().title()).isEqualTo("城关镇人民政府2022年政府信息公开工作年度报告");
    }

    @Test
    void reportHasItsSixPartsInOrder() {
        assertThat(ReportExamples.chengguan().parts())
                .extracting(PublishableReport.Part::heading)
                .containsExactly(
                        "一、总体情况",
                        "二、主动公开政府信息情况",
                        "三、收到和处理政府信息公开申请情况",
                        "四、政府信息公开行政复议、行政诉讼情况",
                        "五、存在的主要问题及改进情况",
                        "六、其他需要报告的事项");
    }

    @Test
    void partWithoutTextIsListedAsUnfilled() {
        PublishableReport report = new PublishableReport(
                ReportExamples.chengguanTables(),
                Map.of(ReportSection.OVERVIEW, "已写。【请补充：甲】和【请补充：乙】", ReportSection.PROBLEMS, " \n"),
                ReportExamples.MARK);
        assertThat(report.unfilled()).containsExactly("【请补充：甲】", "【请补充：乙】", "【请补充：本部分尚未填写】", "【请补充：本部分尚未填写】");
        assertThat(ReportExamples.chengguan().unfilled()).isEmpty();
    }

    @Test
    void textMayHoldCharactersThatNoDocumentCan() throws IOException {
        PublishableReport report = new PublishableReport(
                ReportExamples.chengguanTables(),
                Map.of(ReportSection.OVERVIEW, "第\u0000一\u000B段\uFFFF\r\n<第>二段 & \"三\""),
                ReportExamples.MARK);
        assertThat(wordTexts(DocxReport.render(report))).contains("第一段", "<第>二段 & \"三\"");
        Document page = ReadBack.xml(HtmlReport.fullPage(report));
        assertThat(ReadBack.elements(page, "p"))
                .extracting(Element::getTextContent)
                .contains("第一段", "<第>二段 & \"三\"");
    }

    /** After everything that the form prescribes stands how was counted, and where in the ledger the figures come from. */
    @Test
    void everyDocumentEndsWithCountingRulesAndNumberAndHashOfTheLedger() throws IOException {
        PublishableReport report = ReportExamples.chengguan();
        String sentence = "本报告数据取自公开台账第 18231 号及以前的记录，该号记录的校验值（SM3）："
                + "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
        String rules = "计数规则：一审、二审、再审的计数为“一案一件（第1版）”；重新答复的计数为“以首次答复为准（第1版）”。";
        assertThat(report.mark().sentence()).isEqualTo(sentence);
        assertThat(wordTexts(DocxReport.render(report))).last().isEqualTo(sentence);
        Document page = ReadBack.xml(HtmlReport.fullPage(report));
        assertThat(ReadBack.elements(page, "footer"))
                .extracting(Element::getTextContent)
                .singleElement()
                .asString()
                .isEqualTo(rules + "\n" + sentence);
        assertThat(wordTexts(DocxReport.render(report))).contains(rules);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(XlsxReport.render(report)))) {
            Set<String> notes = new LinkedHashSet<>();
            for (Row row : workbook.getSheet("说明")) {
                Cell cell = row.getCell(1);
                notes.add(cell == null ? "" : cell.getStringCellValue());
            }
            assertThat(notes).contains("第18231号", rules, sentence);
        }
        byte[] csv = CsvReport.render(report);
        assertThat(csvLine(csv, "ledger/countingRules/remedy.instances")).endsWith("一案一件（第1版）");
        assertThat(csvLine(csv, "ledger/readUpTo/number")).endsWith("记录编号", "18231");
        assertThat(csvLine(csv, "ledger/readUpTo/hash"))
                .endsWith("该号记录的校验值（SM3）", report.mark().hash());
    }

    @Test
    void reportWhoseLastEventIsGoneSaysSo() {
        assertThat(new LedgerMark(7, null, null).sentence()).isEqualTo("本报告数据取自公开台账第 7 号及以前的记录，台账中已查不到该号记录，请先校验台账。");
    }

    @Nested
    class WordDocument {

        @Test
        void readsLikeThePublishedReport() throws IOException {
            Set<String> published = new LinkedHashSet<>();
            for (int part : List.of(0, 4, 5)) {
                ReportExamples.publishedPart(part)
                        .lines()
                        .filter(l -> !l.isBlank())
                        .forEach(published::add);
            }
            assertThat(wordTexts(DocxReport.render(ReportExamples.chengguan()))).containsSubsequence(published);
        }

        @Test
        void tablesStandUnderTheirHeadings() throws IOException {
            try (XWPFDocument document = open(DocxReport.render(ReportExamples.chengguan()))) {
                List<IBodyElement> elements = document.getBodyElements();
                document.getTables()
                        .forEach(t -> assertThat(elements.get(elements.indexOf(t) - 1))
                                .isInstanceOfSatisfying(
                                        XWPFParagraph.class,
                                        p -> assertThat(p.getText()).matches("[二三四]、.*情况")));
                assertThat(document.getTables()).hasSize(3);
            }
        }

        @Test
        void namesTheOrganAsAuthorAndNoMoment() throws IOException {
            byte[] file = DocxReport.render(ReportExamples.chengguan());
            try (XWPFDocument document = open(file)) {
                var core = document.getProperties().getCoreProperties();
                assertThat(core.getTitle()).isEqualTo("城关镇人民政府2022年政府信息公开工作年度报告");
                assertThat(core.getCreator()).isEqualTo("城关镇人民政府");
                assertThat(core.getCreated()).isNull();
            }
        }

        @Test
        void sameReportGivesTheSameBytes() throws IOException {
            byte[] file = DocxReport.render(ReportExamples.chengguan());
            assertNoMoment(file);
            assertThat(DocxReport.render(ReportExamples.chengguan())).isEqualTo(file);
        }

        @Test
        void chineseTypefaceIsNamedForEveryText() throws IOException {
            String xml = entry(DocxReport.render(ReportExamples.chengguan()), "word/document.xml");
            assertThat(xml.split("<w:r>", -1).length).isEqualTo(xml.split("w:eastAsia=", -1).length);
        }
    }

    @Nested
    class Workbook {

        @Test
        void figuresAreNumbersAndAllElseIsText() throws IOException {
            AnnualTables tables = ReportExamples.random(7);
            long filled = tables.figures().values().size();
            long numbers = 0;
            try (XSSFWorkbook workbook =
                    new XSSFWorkbook(new ByteArrayInputStream(XlsxReport.render(ReportExamples.report(tables))))) {
                for (Sheet sheet : workbook) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            assertThat(cell.getCellType()).isIn(CellType.NUMERIC, CellType.STRING, CellType.BLANK);
                            numbers += cell.getCellType() == CellType.NUMERIC ? 1 : 0;
                        }
                    }
                }
                assertThat(workbook.getSheetName(0)).isEqualTo("主动公开");
                assertThat(workbook.getSheetName(1)).isEqualTo("申请办理");
                assertThat(workbook.getSheetName(2)).isEqualTo("复议诉讼");
                assertThat(workbook.getSheetName(3)).isEqualTo("说明");
                assertThat(workbook.getSheet("说明").getRow(2).getCell(1).getStringCellValue())
                        .isEqualTo(tables.organName());
            }
            assertThat(numbers).isEqualTo(filled);
        }

        @Test
        void sameTablesGiveTheSameBytes() throws IOException {
            byte[] file = XlsxReport.render(ReportExamples.report(ReportExamples.chengguanTables()));
            assertNoMoment(file);
            assertThat(XlsxReport.render(ReportExamples.report(ReportExamples.chengguanTables())))
                    .isEqualTo(file);
        }
    }

    @Nested
    class Html {

        @Test
        void figureLeadsWhereItIsToldAndBlankOneNowhere() {
            Map<CellId, BigDecimal> figures = ReportExamples.constant(BigDecimal.ONE);
            figures.keySet().removeIf(c -> c.row().equals("fees"));
            String html = HtmlReport.tablesHtml(
                    ReportExamples.tables("x", "某机关", 2023, figures),
                    cell -> cell.row().equals("granted") && !cell.column().equals("naturalPerson")
                            ? null
                            : "/c?\"><script>&r=" + cell);
            assertThat(html)
                    .contains("<td data-cell=\"requests/granted/naturalPerson\"><a"
                            + " href=\"/c?&quot;&gt;&lt;script&gt;&amp;r=requests/granted/naturalPerson\">1</a></td>")
                    .contains("<td data-cell=\"requests/granted/total\">1</td>")
                    .contains("<td data-cell=\"proactive/fees/count\" colspan=\"3\"></td>")
                    .doesNotContain("<script")
                    .doesNotContain("style=");
        }

        @Test
        void labelsAreHeadingsOfTheirRowsAndColumns() {
            String html = HtmlReport.tablesHtml(ReportExamples.chengguanTables(), cell -> null);
            assertThat(html)
                    .contains("<caption>三、收到和处理政府信息公开申请情况</caption>")
                    .contains("<th scope=\"colgroup\" colspan=\"5\">法人或其他组织</th>")
                    .contains("<th scope=\"col\">商业企业</th>")
                    .contains("<th scope=\"rowgroup\" rowspan=\"8\">（三）不予公开</th>")
                    .contains("<th scope=\"row\">1.属于国家秘密</th>")
                    .contains("<th scope=\"row\">行政许可</th>");
        }

        @Test
        void organNameIsText() {
            String html = HtmlReport.fullPage(ReportExamples.report(ReportExamples.random(1)));
            assertThat(html).contains("&lt;b&gt;&#39;机关&#39;&lt;/b&gt;").doesNotContain("<b>");
        }
    }

    @Nested
    class Csv {

        @Test
        void lineNamesRowAndColumnAsTheFormDoes() {
            byte[] file = CsvReport.render(ReportExamples.report(ReportExamples.busy(2024, 1)));
            assertThat(csvLine(file, "requests/refused.thirdPartyRights/commercialEnterprise"))
                    .containsExactly(
                            "requests",
                            "refused.thirdPartyRights",
                            "三、本年度办理结果 · （三）不予公开 · 4.保护第三方合法权益",
                            "commercialEnterprise",
                            "申请人情况 · 法人或其他组织 · 商业企业",
                            "3");
            assertThat(csvLine(file, "litigation/afterReconsideration/upheld"))
                    .containsExactly("litigation", "afterReconsideration", "行政诉讼 · 复议后起诉", "upheld", "结果维持", "8");
            assertThat(csvLine(file, "proactive/compulsoryMeasures/count"))
                    .containsExactly("proactive", "compulsoryMeasures", "行政强制", "count", "第二十条第（六）项 · 本年处理决定数量", "17");
            assertThat(csvLine(file, "proactive/fees/count")).endsWith("184302.0725");
        }
    }

    private static XWPFDocument open(byte[] file) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private static List<String> wordTexts(byte[] file) throws IOException {
        try (XWPFDocument document = open(file)) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        }
    }

    private static String entry(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    private static List<String> csvLine(byte[] file, String address) {
        return Objects.requireNonNull(ReadBack.csv(file).get(address), address).getFields();
    }

    /** Two files of the same minute may be equal by luck; then their entries tell the time. */
    private static void assertNoMoment(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo("1980-01-01T00:00:00");
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .as(entry.getName())
                        .doesNotContain("dcterms:");
            }
        }
    }
}
