package org.disclosureledger.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.disclosureledger.application.office.Printer;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.PrintedCell;
import org.disclosureledger.projections.form.PrintedTable;
import org.disclosureledger.projections.publication.PublicationCounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints the documents with LibreOffice and reads the pages. Skipped where LibreOffice or poppler is not installed,
 * unless {@code LEDGER_BROWSER_TESTS=required}.
 */
class PrintedReportIT {

    private static final Pattern PAGE_NUMBER = Pattern.compile("^\\s*—\\s*\\d+\\s*—\\s*$", Pattern.MULTILINE);

    @TempDir
    static Path folder;

    @BeforeAll
    static void toolsAreInstalled() {
        Printer.isInstalled();
    }

    @Test
    void townshipWithNothingToReportPrintsThePublishedTables() throws IOException {
        Path pdf = pdf("township.docx", DocxReport.render(ReportExamples.chengguan()));

        assertThat(pages(pdf)).isBetween(7, 11);
        assertThat(tablesOf(printed(pdf))).isEqualTo(tablesOf(asTheFormHasIt(ReportExamples.published())));
    }

    @Test
    void townshipWithNothingToReportPrintsThePublishedTexts() throws IOException {
        Path pdf = pdf("texts.docx", DocxReport.render(ReportExamples.chengguan()));

        String printed = printed(pdf);
        assertThat(printed).startsWith("城关镇人民政府2022年政府信息公开工作年度报告一、总体情况");
        for (int part : List.of(0, 4, 5)) {
            assertThat(printed).contains(withoutSpace(ReportExamples.publishedPart(part)));
        }
        assertThat(pages(pdf)).isBetween(7, 11);
    }

    /** A table that a page break interrupted would have a page number among its cells. */
    @Test
    void everyTableOfTheDocumentStandsWholeOnOnePage() throws IOException {
        AnnualTables tables = ReportExamples.busy(2024, 17);
        PublishableReport report = new PublishableReport(
                tables,
                ReportDraft.propose(tables, ReportExamples.busy(2023, 16), PublicationCounts.NONE),
                ReportExamples.MARK);
        Path pdf = pdf("busy.docx", DocxReport.render(report));

        String withPageNumbers = withoutSpace(text(pdf));
        for (PrintedTable table : tables.form().printed()) {
            assertThat(withPageNumbers).contains(table.part() + inReadingOrder(table, tables));
        }
        assertThat(pages(pdf)).isBetween(5, 7);
    }

    /**
     * Every name and every figure of the charts is on paper, each chart whole on one page. Quotation marks come before
     * their words, in another typeface.
     */
    @Test
    void chartsArePrintedAfterTheParts() throws IOException {
        Path pdf = pdf("charts.docx", DocxReport.render(ReportExamples.chengguan(), ChartExamples.all()));

        List<String> pages = List.of(text(pdf).split("\f"));
        for (ReportChart chart : ChartExamples.all()) {
            String page = pages.stream()
                    .map(p -> withoutSpace(p).replaceAll("[“”]", ""))
                    .filter(p -> p.contains(chart.title()))
                    .findFirst()
                    .orElseThrow();
            assertThat(page).contains(chart.counted());
            chart.series()
                    .forEach(series ->
                            series.values().forEach(value -> assertThat(page).contains(value.printed())));
            chart.categories().forEach(category -> {
                String name = category.label().replaceAll("[“”]", "");
                assertThat(page).contains(name.substring(0, Math.min(6, name.length())));
            });
        }
        assertThat(pages(pdf)).isBetween(9, 14);
    }

    @Test
    void workbookPrintsEachTableOnAPageOfItsOwn() throws IOException {
        AnnualTables tables = ReportExamples.busy(2024, 17);
        Path pdf = pdf("busy.xlsx", XlsxReport.render(ReportExamples.report(tables)));

        String[] pages = text(pdf).split("\f");
        assertThat(pages).hasSize(4);
        for (int i = 0; i < 3; i++) {
            PrintedTable table = tables.form().printed().get(i);
            String page = withoutSpace(pages[i]);
            List<String> words = new ArrayList<>(Arrays.asList(pages[i].strip().split("\\s+")));
            for (PrintedCell cell : cells(table)) {
                String label = cell.label();
                CellId figure = cell.figure();
                if (label != null) {
                    assertThat(page).contains(label);
                } else if (figure != null) {
                    assertThat(words.remove(tables.figures().printed(figure)))
                            .as("%s on the page", figure)
                            .isTrue();
                }
            }
        }
        assertThat(pages[3]).contains("上海市住房和城乡建设管理委员会", "勾稽检查");
    }

    /** From the heading of the second part to the heading of the fifth. */
    private static String tablesOf(String report) {
        return report.substring(report.indexOf("二、主动公开政府信息情况"), report.indexOf("五、存在的主要问题及改进情况"));
    }

    /**
     * The text of the published report has half-width brackets, an explanation in the heading of the fees, 总计 one row
     * higher and, where a page ended, a row in two pieces and three columns of zeros too many.
     */
    private static String asTheFormHasIt(String published) {
        return withoutSpace(published)
                .replace("(", "（")
                .replace(")", "）")
                .replace("，保留4位小数", "")
                .replace("申请人情况总计自然人法人或其他组织商业企业", "申请人情况自然人法人或其他组织总计商业企业")
                .replace("不再处理其0000000政府信息公开申请3.其他0000000000", "不再处理其政府信息公开申请00000003.其他0000000")
                .replace("总计0000000000四、", "总计0000000四、")
                .replace("继续办理0000000000四、", "继续办理0000000四、");
    }

    private static String inReadingOrder(PrintedTable table, AnnualTables tables) {
        return cells(table).stream()
                .map(cell -> {
                    CellId figure = cell.figure();
                    return figure == null
                            ? String.valueOf(cell.label())
                            : tables.figures().printed(figure);
                })
                .collect(Collectors.joining());
    }

    private static List<PrintedCell> cells(PrintedTable table) {
        return table.rows().stream().flatMap(List::stream).toList();
    }

    private static String printed(Path pdf) {
        return withoutSpace(PAGE_NUMBER.matcher(text(pdf)).replaceAll(""));
    }

    private static String withoutSpace(String text) {
        return Printer.withoutSpace(text);
    }

    private static Path pdf(String name, byte[] document) throws IOException {
        Path file = Files.write(folder.resolve(name), document);
        return new Printer(folder).pdf(List.of(file)).get(0);
    }

    private static String text(Path pdf) {
        return new Printer(folder).text(pdf);
    }

    private static int pages(Path pdf) {
        return new Printer(folder).pages(pdf);
    }
}
