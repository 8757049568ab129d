package org.disclosureledger.application.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

final class CsvRegisterWriter extends RegisterWriter {

    private final Writer out;
    private final CsvWriter csv;

    CsvRegisterWriter(RegisterLayout layout, List<String> furtherColumns, OutputStream out) throws IOException {
        super(layout, furtherColumns);
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write('\uFEFF');
        this.csv = CsvWriter.builder().build(this.out);
        writeRow(headers());
    }

    @Override
    void writeRow(List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaGuard::guard).toList());
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        out.flush();
    }
}
