package org.disclosureledger.application.register;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;

/**
 * Writes a register as a file that {@link RegisterFile} reads back to the same values: the columns of the layout in
 * their order, 备注 where the register has it, then the further columns. Every cell is text, dates as 2024-03-05, so that
 * nothing is rounded, reformatted or run as a formula. Rows are written one by one and not kept.
 */
public abstract class RegisterWriter implements Closeable {

    private final RegisterLayout layout;
    private final List<String> remarkColumns = new ArrayList<>();

    RegisterWriter(RegisterLayout layout, List<String> furtherColumns) {
        this.layout = layout;
        if (layout.hasRemarkColumn()) {
            remarkColumns.add(RegisterLayout.REMARK_HEADER);
        }
        Set<String> taken = new HashSet<>(remarkColumns);
        layout.facts().forEach(fact -> taken.add(Text.key(fact.label())));
        for (String column : furtherColumns) {
            if (!column.equals(RegisterLayout.REMARK_HEADER) || !layout.hasRemarkColumn()) {
                if (!taken.add(column) || Text.isEmpty(column)) {
                    throw new IllegalArgumentException("further columns need names of their own");
                }
                remarkColumns.add(column);
            }
        }
    }

    /** CSV in UTF-8 with a byte order mark, which Excel needs to recognise it. The stream stays open. */
    public static RegisterWriter csv(RegisterLayout layout, List<String> furtherColumns, OutputStream out)
            throws IOException {
        return new CsvRegisterWriter(layout, furtherColumns, out);
    }

    /** The stream stays open and receives everything on closing. */
    public static RegisterWriter xlsx(RegisterLayout layout, List<String> furtherColumns, OutputStream out)
            throws IOException {
        return new XlsxRegisterWriter(layout, furtherColumns, out);
    }

    /**
     * @param values canonical values by fact identifier, in clear
     * @param remarks by column
     * @throws IllegalArgumentException when something would have no column, or a code does not exist
     */
    public final void write(Map<String, String> values, Map<String, String> remarks) throws IOException {
        List<String> cells = new ArrayList<>();
        int written = 0;
        for (Fact fact : layout.facts()) {
            String value = values.get(fact.id());
            written += value == null ? 0 : 1;
            cells.add(
                    value == null
                            ? ""
                            : fact.type() == FactType.CODE ? Codes.of(fact).label(value) : value);
        }
        for (String column : remarkColumns) {
            String remark = remarks.get(column);
            written += remark == null ? 0 : 1;
            cells.add(remark == null ? "" : remark);
        }
        if (written != values.size() + remarks.size()) {
            throw new IllegalArgumentException("a value or a remark has no column");
        }
        writeRow(cells);
    }

    final RegisterLayout layout() {
        return layout;
    }

    final List<String> headers() {
        List<String> headers = new ArrayList<>();
        layout.facts().forEach(fact -> headers.add(fact.label()));
        headers.addAll(remarkColumns);
        return headers;
    }

    abstract void writeRow(List<String> cells) throws IOException;
}
