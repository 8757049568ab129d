package org.disclosureledger.application.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.disclosureledger.application.register.FormulaGuard;
import org.disclosureledger.application.report.FormWalk.LabelledFigure;
import org.disclosureledger.application.report.FormWalk.Sheet;
import org.disclosureledger.projections.annualtables.AppliedRule;
import org.jspecify.annotations.Nullable;

/**
 * The tables as one file for programs and spreadsheets: a line per figure in reading order. 表, 行标识 and 列标识 are the
 * address of the figure, the same as in the JSON of the tables. The last lines say which publication it is, by which rules was
 * counted what the law leaves open, and up to where the ledger was read.
 */
public final class CsvReport {

    static final List<String> COLUMNS = List.of("表", "行标识", "行名称", "列标识", "列名称", "数值");

    private static final String LEDGER = "ledger";

    /** Spreadsheets open UTF-8 as such only when the file begins so. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvReport() {}

    public static byte[] render(PublishableReport report) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(COLUMNS);
            for (Sheet sheet : FormWalk.of(report.tables())) {
                sheet.figures().forEach(figure -> csv.writeRecord(line(figure)));
            }
            edition(csv, report.edition());
            rules(csv, report.tables().rules());
            summed(csv, report.summed());
            mark(csv, report.mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void edition(CsvWriter csv, @Nullable Edition edition) {
        if (edition != null) {
            edition.sentences()
                    .forEach(sentence -> csv.writeRecord(
                            List.of(LEDGER, "edition", "发布", "sentence", "说明", FormulaGuard.guard(sentence))));
        }
    }

    private static void rules(CsvWriter csv, List<AppliedRule> rules) {
        rules.forEach(applied -> csv.writeRecord(List.of(
                LEDGER,
                "countingRules",
                "计数规则",
                applied.rule().id(),
                applied.rule().label(),
                applied.words())));
    }

    /** Whose tables were added up; the code stands where a figure has its row. */
    private static void summed(CsvWriter csv, @Nullable SummedOrgans summed) {
        if (summed != null) {
            csv.writeRecord(List.of(LEDGER, "memberRule", "汇总范围", "rule", "口径", summed.rule()));
            summed.organs()
                    .forEach(organ -> csv.writeRecord(List.of(
                            "members",
                            FormulaGuard.guard(organ.code()),
                            FormulaGuard.guard(organ.name()),
                            organ.source(),
                            "汇总的是",
                            FormulaGuard.guard(organ.words()))));
        }
    }

    /** After the figures and addressed like them, in a table of its own. */
    private static void mark(CsvWriter csv, LedgerMark mark) {
        csv.writeRecord(
                List.of(LEDGER, "readUpTo", "数据取自公开台账该号及以前的记录", "number", "记录编号", Long.toString(mark.number())));
        csv.writeRecord(List.of(
                LEDGER,
                "readUpTo",
                "数据取自公开台账该号及以前的记录",
                "hash",
                mark.hashLabel(),
                mark.hash() == null ? "" : mark.hash()));
    }

    private static List<String> line(LabelledFigure figure) {
        return List.of(
                FormulaGuard.guard(figure.id().table()),
                FormulaGuard.guard(figure.id().row()),
                FormulaGuard.guard(String.join(" · ", figure.rowLabels())),
                FormulaGuard.guard(figure.id().column()),
                FormulaGuard.guard(String.join(" · ", figure.columnLabels())),
                // Plain decimal digits, never text from outside.
                figure.text());
    }
}
