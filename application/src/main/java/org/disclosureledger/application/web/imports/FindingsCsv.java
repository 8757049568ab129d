package org.disclosureledger.application.web.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.application.imports.ImportJob;
import org.disclosureledger.application.imports.ImportJobStore;
import org.disclosureledger.application.register.FormulaGuard;
import org.disclosureledger.domain.register.Severity;

/** All findings of an import as a file for Excel; no cell can be taken for a formula. */
final class FindingsCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FindingsCsv() {}

    static byte[] of(ImportJobStore jobs, ImportJob job, Severity severity) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord("行号", "列", "原因");
            String refusal = job.refusal();
            if (severity == Severity.FAULT && refusal != null) {
                csv.writeRecord(row("", "", refusal));
            }
            jobs.eachFinding(job, severity, f -> csv.writeRecord(row(String.valueOf(f.row()), f.column(), f.reason())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(String... cells) {
        return Stream.of(cells).map(FormulaGuard::guard).toList();
    }
}
