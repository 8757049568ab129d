package org.disclosureledger.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Charts and what they compare, before anybody draws them from a ledger. */
class ChartsTest {

    @ParameterizedTest
    @CsvSource({
        "0, upTo5",
        "5, upTo5",
        "6, 6to10",
        "10, 6to10",
        "11, 11to15",
        "15, 11to15",
        "16, 16to20",
        "20, 16to20",
        "21, 21to40",
        "40, 21to40",
        "41, over40",
        "400, over40"
    })
    void bandHoldsItsLastDay(int workingDays, String band) {
        assertThat(AnswerBand.of(workingDays).id()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "34, 30, 4, 13.3",
        "70, 90, -20, -22.2",
        "7, 7, 0, 0.0",
        "0, 4, -4, -100.0",
        "4, 0, 4,",
        "0, 0, 0,",
        "4, , ,",
        ", 4, ,",
        // Half up: 12.5 % of 8 is one, 0.05 % of 2000 is one.
        "2001, 2000, 1, 0.1",
        "0.15, 0.10, 0.05, 50.0"
    })
    void percentIsOfLastYearAndOfNothingThereIsNone(
            @Nullable BigDecimal now,
            @Nullable BigDecimal before,
            @Nullable BigDecimal change,
            @Nullable BigDecimal percent) {
        assertThat(YearOnYear.change(now, before)).isEqualTo(change);
        assertThat(YearOnYear.percent(now, before)).isEqualTo(percent);
    }

    static List<ReportChart> charts() {
        return ChartExamples.all();
    }

    /** Whatever a policy or a printer leaves out, the figures are in the drawing and in its description. */
    @ParameterizedTest
    @MethodSource("charts")
    void pictureHasEveryFigureAsTextAndNoStyle(ReportChart chart) {
        String svg = ChartSvg.draw(chart);
        Document drawn = ReadBack.xml(svg);
        List<String> texts = texts(drawn, "text");

        assertThat(svg).doesNotContain("style", "<script", "href", "url(");
        assertThat(texts(drawn, "title")).containsExactly(chart.title());
        chart.series()
                .forEach(series -> series.values()
                        .forEach(value -> assertThat(texts.remove(value.printed()))
                                .as(value.printed())
                                .isTrue()));
        assertThat(texts(drawn, "desc")).containsExactly(chart.description());
        assertThat(chart.description()).contains("件，", chart.series().get(0).label());
    }

    /** A column for each figure that is not 0, and the largest is the tallest. */
    @Test
    void columnsAreAsTallAsTheirFigures() {
        NodeList rectangles =
                ReadBack.xml(ChartSvg.draw(ChartExamples.months())).getElementsByTagName("rect");
        List<Double> heights = new ArrayList<>();
        for (int i = 1; i < rectangles.getLength(); i++) {
            heights.add(Double.valueOf(((Element) rectangles.item(i)).getAttribute("height")));
        }

        assertThat(heights).hasSize(11);
        assertThat(heights.get(5))
                .isEqualTo(heights.stream().max(Double::compare).orElseThrow());
        assertThat(heights.get(0) / heights.get(5)).isBetween(12 / 104.0 - 0.001, 12 / 104.0 + 0.001);
    }

    @Test
    void dataOpensInASpreadsheet() {
        String csv = new String(ChartCsv.render(ChartExamples.years()), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFF").contains("\r\n");
        assertThat(csv.substring(1).lines())
                .containsExactly(
                        "2020年至2024年情况,新收申请（件）,办结申请（件）,行政复议（件）,行政诉讼（件）",
                        "2020年,812,800,20,9",
                        "2021年,900,911,31,0",
                        "2022年,1001,990,44,12",
                        "2023年,1188,1150,57,28",
                        "2024年,1234,1225,60,32",
                        "说明,按法定日期计入。");
    }

    @Test
    void documentWithChartsIsTheSameEveryTimeAndWithoutThemAsBefore() {
        byte[] with = DocxReport.render(ReportExamples.chengguan(), ChartExamples.all());

        assertThat(DocxReport.render(ReportExamples.chengguan(), ChartExamples.all()))
                .isEqualTo(with);
        assertThat(DocxReport.render(ReportExamples.chengguan(), List.of()))
                .isEqualTo(DocxReport.render(ReportExamples.chengguan()))
                .isNotEqualTo(with);
        assertThat(HtmlReport.fullPage(ReportExamples.chengguan())).doesNotContain("figure", "<svg");
    }

    /** The charts are the word processor's own, with the figures in a workbook inside. */
    @Test
    void chartsOfADocumentCanBeEdited() throws IOException {
        byte[] file = DocxReport.render(ReportExamples.chengguan(), ChartExamples.all());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            List<XWPFChart> charts = document.getCharts();
            assertThat(charts).hasSize(3);
            XSSFWorkbook workbook = charts.stream()
                    .map(ChartsTest::workbook)
                    .filter(w -> w.getSheetAt(0).getRow(0).getLastCellNum() == 5)
                    .findFirst()
                    .orElseThrow();
            Row last = workbook.getSheetAt(0).getRow(5);
            assertThat(last.getCell(0).getStringCellValue()).isEqualTo("2024年");
            assertThat(last.getCell(4).getNumericCellValue()).isEqualTo(32);
            assertThat(document.getParagraphs())
                    .extracting(p -> p.getText())
                    .containsSubsequence("附：图表", "2024年各月收到的政府信息公开申请（单位：件）", "按法定日期计入。");
        }
    }

    private static XSSFWorkbook workbook(XWPFChart chart) {
        try {
            return chart.getWorkbook();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(Document drawn, String element) {
        NodeList found = drawn.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
