package org.disclosureledger.application.statistics;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.register.FormulaGuard;
import org.disclosureledger.projections.annualtables.CellCase;

/** A comparison as a sheet: one line for each case that makes a difference, and for each cell that has none. */
final class ComparisonCsv {

    private static final List<String> HEADER = List.of("格", "先前的数", "后来的数", "变化", "台账编号", "案件标识", "事件编号", "校验值");

    private ComparisonCsv() {}

    static String of(TableComparison comparison, Map<Long, StoredEvent> events) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            line(csv, HEADER);
            comparison.differences().forEach(difference -> lines(csv, difference, events));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void lines(CsvWriter csv, CellDifference difference, Map<Long, StoredEvent> events) {
        difference.entered().forEach(c -> line(csv, cells(difference, "计入", c, events)));
        difference.left().forEach(c -> line(csv, cells(difference, "不再计入", c, events)));
        if (difference.entered().isEmpty() && difference.left().isEmpty()) {
            line(csv, List.of(difference.label(), before(difference), after(difference), "", "", "", "", ""));
        }
    }

    private static List<String> cells(
            CellDifference difference, String change, CellCase counted, Map<Long, StoredEvent> events) {
        return List.of(
                difference.label(),
                before(difference),
                after(difference),
                change,
                Objects.requireNonNullElse(counted.number(), ""),
                counted.caseId(),
                counted.events().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                counted.events().stream()
                        .map(events::get)
                        .filter(Objects::nonNull)
                        .map(e -> e.row().algorithm().label() + ":" + e.hex())
                        .collect(Collectors.joining(" ")));
    }

    private static String before(CellDifference difference) {
        return difference.before() == null ? "" : difference.before().toPlainString();
    }

    private static String after(CellDifference difference) {
        return difference.after() == null ? "" : difference.after().toPlainString();
    }

    private static void line(CsvWriter csv, List<String> cells) {
        csv.writeRecord(cells.stream().map(FormulaGuard::guard).toList());
    }
}
