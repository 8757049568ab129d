package org.disclosureledger.application.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.disclosureledger.application.office.OfficeFile;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;

/**
 * Writes a list for people: above it what it is of, then the headings, then the rows as they were shown. It is not read
 * back. Every cell is text, so that nothing is rounded or run as a formula; the same list gives the same bytes.
 */
public abstract class ListWriter implements Closeable {

    private ListWriter() {}

    /**
     * What stands above a list.
     *
     * @param lines what the list is restricted to, of when it is, and the like
     */
    public record Top(String title, List<String> lines) {}

    /** CSV in UTF-8 with a byte order mark. The stream stays open. */
    public static ListWriter csv(Top top, List<Fact> columns, OutputStream out) throws IOException {
        return new Csv(top, columns, out);
    }

    /**
     * The stream stays open and receives everything on closing.
     *
     * @param scratch a file that may be written to meanwhile
     */
    public static ListWriter xlsx(Top top, List<Fact> columns, Path scratch, OutputStream out) {
        return new Xlsx(top, columns, scratch, out);
    }

    /** @param cells as many as there are columns */
    public abstract void write(List<String> cells);

    private static final class Csv extends ListWriter {

        private final Writer out;
        private final CsvWriter csv;

        Csv(Top top, List<Fact> columns, OutputStream stream) throws IOException {
            out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            out.write('\uFEFF');
            csv = CsvWriter.builder().build(out);
            write(List.of(top.title()));
            top.lines().forEach(line -> write(List.of(line)));
            write(columns.stream().map(Fact::label).toList());
        }

        @Override
        public void write(List<String> cells) {
            csv.writeRecord(cells.stream().map(FormulaGuard::guard).toList());
        }

        @Override
        public void close() throws IOException {
            csv.flush();
            out.flush();
        }
    }

    private static final class Xlsx extends ListWriter {

        private static final int KEPT_ROWS = 100;
        private static final int CHARACTER = 256;

        private final SXSSFWorkbook workbook = new SXSSFWorkbook(KEPT_ROWS);
        private final String title;
        private final Path scratch;
        private final OutputStream out;
        private final SXSSFSheet sheet;
        private final CellStyle text;
        private int rows;

        Xlsx(Top top, List<Fact> columns, Path scratch, OutputStream out) {
            this.title = top.title();
            this.scratch = scratch;
            this.out = out;
            short asText = workbook.createDataFormat().getFormat("@");
            text = workbook.createCellStyle();
            text.setDataFormat(asText);
            CellStyle bold = workbook.createCellStyle();
            Font font = workbook.createFont();
            font.setBold(true);
            bold.setFont(font);
            bold.setDataFormat(asText);
            sheet = workbook.createSheet("列表");
            for (int i = 0; i < columns.size(); i++) {
                sheet.setColumnWidth(i, CHARACTER * width(columns.get(i)));
            }
            write(List.of(top.title()), bold);
            top.lines().forEach(line -> write(List.of(line), text));
            write(columns.stream().map(Fact::label).toList(), bold);
            sheet.createFreezePane(0, rows);
        }

        private static int width(Fact fact) {
            if (fact.id().equals("title")) {
                return 60;
            }
            return fact.type() == FactType.DATE ? 14 : 26;
        }

        @Override
        public void write(List<String> cells) {
            write(cells, text);
        }

        private void write(List<String> cells, CellStyle style) {
            Row row = sheet.createRow(rows++);
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    Cell cell = row.createCell(i);
                    cell.setCellValue(ExcelText.encode(cells.get(i)));
                    cell.setCellStyle(style);
                }
            }
        }

        @Override
        public void close() throws IOException {
            try (workbook) {
                try (OutputStream raw = Files.newOutputStream(scratch)) {
                    workbook.write(raw);
                }
                OfficeFile.settle(scratch, title, "公开台账", out);
            }
        }
    }
}
