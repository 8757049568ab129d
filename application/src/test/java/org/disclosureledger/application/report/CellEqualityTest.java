package org.disclosureledger.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.form.PrintedCell;
import org.disclosureledger.projections.form.PrintedTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Whatever the tables hold, every document and file holds, cell by cell. */
class CellEqualityTest {

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wordDocumentHasEveryCellInItsPlace(long seed) {
        AnnualTables tables = ReportExamples.random(seed);
        byte[] file = DocxReport.render(ReportExamples.report(tables));
        assertSame(ReadBack.docx(file), tables);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void workbookHasEveryCellInItsPlace(long seed) {
        AnnualTables tables = ReportExamples.random(seed);
        assertSame(ReadBack.xlsx(XlsxReport.render(ReportExamples.report(tables)), 3, 2), tables);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void htmlPageHasEveryCellInItsPlace(long seed) {
        AnnualTables tables = ReportExamples.random(seed);
        assertSame(ReadBack.html(HtmlReport.fullPage(ReportExamples.report(tables))), tables);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void htmlTablesHaveEveryFigureUnderItsAddress(long seed) {
        AnnualTables tables = ReportExamples.random(seed);
        String html = "<div>" + HtmlReport.tablesHtml(tables, cell -> "/cells?a=1&b=" + cell) + "</div>";
        assertSame(ReadBack.html(html), tables);
        Map<String, String> figures = new LinkedHashMap<>();
        for (Element td : ReadBack.elements(ReadBack.xml(html), "td")) {
            figures.put(td.getAttribute("data-cell"), td.getTextContent());
        }
        assertThat(figures).containsExactlyEntriesOf(expected(tables));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void csvHasEveryFigureUnderItsAddress(long seed) {
        AnnualTables tables = ReportExamples.random(seed);
        Map<String, String> figures = new LinkedHashMap<>();
        Map<String, NamedCsvRecord> lines = ReadBack.csv(CsvReport.render(ReportExamples.report(tables)));
        lines.forEach((address, line) -> figures.put(address, line.getField("数值")));
        figures.keySet().removeIf(address -> address.startsWith("ledger/"));
        assertThat(figures).containsExactlyEntriesOf(expected(tables));
    }

    /** Every figure of the form in the order in which it is printed. */
    private static Map<String, String> expected(AnnualTables tables) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (PrintedTable table : tables.form().printed()) {
            for (List<PrintedCell> row : table.rows()) {
                for (PrintedCell cell : row) {
                    CellId figure = cell.figure();
                    if (figure != null) {
                        figures.put(figure.toString(), tables.figures().printed(figure));
                    }
                }
            }
        }
        assertThat(figures).hasSameSizeAs(tables.form().cells().keySet());
        return figures;
    }

    private static void assertSame(List<@Nullable String[][]> found, AnnualTables tables) {
        List<@Nullable String[][]> expected = new ArrayList<>();
        tables.form().printed().forEach(t -> expected.add(grid(t, tables)));
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i)).isDeepEqualTo(expected.get(i));
        }
    }

    /** Lays the form out anew, not with the code under test. */
    private static @Nullable String[][] grid(PrintedTable table, AnnualTables tables) {
        int columns = table.widths().size();
        int[] coveredUntil = new int[columns];
        @Nullable String[][] grid = new String[table.rows().size()][columns];
        for (int r = 0; r < grid.length; r++) {
            int column = 0;
            for (PrintedCell cell : table.rows().get(r)) {
                while (coveredUntil[column] > r) {
                    column++;
                }
                CellId figure = cell.figure();
                grid[r][column] =
                        figure == null ? cell.label() : tables.figures().printed(figure);
                for (int i = 0; i < cell.columnSpan(); i++) {
                    coveredUntil[column + i] = r + cell.rowSpan();
                }
            }
        }
        return grid;
    }
}
