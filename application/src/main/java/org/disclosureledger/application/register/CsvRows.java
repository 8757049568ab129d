package org.disclosureledger.application.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a CSV file (RFC 4180), which offices also export with semicolons or tabs. */
final class CsvRows {

    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int BEGINNING = 65_536;
    private static final int RECORDS_IN_BEGINNING = 5;
    private static final int MOST_FIELDS = 16_384;
    private static final int LONGEST_FIELD = 4 * RawRow.LONGEST_CELL;

    private CsvRows() {}

    static void read(Path file, Charset charset, RegisterLayout layout, Consumer<RawRow> rows) throws IOException {
        char separator = separator(file, charset, layout);
        int number = 0;
        try (Reader reader = CsvEncoding.reader(file, charset);
                CsvReader<CsvRecord> records = records(separator, reader)) {
            for (CsvRecord record : records) {
                number++;
                rows.accept(new RawRow(number, cells(record)));
            }
        } catch (CsvParseException e) {
            int row = number + 1;
            throw new UnreadableFile(
                    UnreadableFile.Reason.MALFORMED_CSV, "第" + row + "行无法按 CSV 格式读取：引号没有成对，或内容过长", row, null);
        }
    }

    private static CsvReader<CsvRecord> records(char separator, Reader reader) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .detectBomHeader(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(2 * LONGEST_FIELD)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(MOST_FIELDS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(RawRow.MOST_COLUMNS * LONGEST_FIELD)),
                        reader);
    }

    private static List<RawCell> cells(CsvRecord record) {
        return record.getFields().stream()
                .map(FormulaGuard::unguard)
                .map(RawCell::text)
                .toList();
    }

    /** The separator that makes the most headers of the first rows; a comma if none does. */
    private static char separator(Path file, Charset charset, RegisterLayout layout) throws IOException {
        char[] beginning = new char[BEGINNING];
        int length;
        try (Reader reader = CsvEncoding.reader(file, charset)) {
            length = Math.max(0, reader.read(beginning, 0, BEGINNING));
        }
        String text = new String(beginning, 0, length);
        char best = SEPARATORS[0];
        long most = 0;
        for (char separator : SEPARATORS) {
            long headers = headers(text, separator, layout);
            if (headers > most) {
                most = headers;
                best = separator;
            }
        }
        return best;
    }

    private static long headers(String beginning, char separator, RegisterLayout layout) throws IOException {
        long most = 0;
        int seen = 0;
        try (CsvReader<CsvRecord> records = records(separator, new StringReader(beginning))) {
            for (CsvRecord record : records) {
                most = Math.max(most, Header.known(layout, record.getFields()));
                if (++seen == RECORDS_IN_BEGINNING) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            return most;
        }
        return most;
    }
}
