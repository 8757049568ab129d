package org.disclosureledger.application.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The data of a chart for a spreadsheet: a line for each category, a column for each series, then what is counted. */
public final class ChartCsv {

    private ChartCsv() {}

    public static byte[] render(ReportChart chart) {
        StringWriter text = new StringWriter();
        text.write(CsvReport.BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<String> head = new ArrayList<>(List.of(chart.title()));
            chart.series().forEach(series -> head.add(series.label() + "（件）"));
            csv.writeRecord(head);
            for (int i = 0; i < chart.categories().size(); i++) {
                List<String> line =
                        new ArrayList<>(List.of(chart.categories().get(i).label()));
                for (ReportChart.Series series : chart.series()) {
                    Long figure = series.values().get(i).figure();
                    line.add(figure == null ? "" : Long.toString(figure));
                }
                csv.writeRecord(line);
            }
            csv.writeRecord(List.of("说明", chart.counted()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
