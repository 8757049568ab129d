package org.disclosureledger.application.publication;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.application.register.FormulaGuard;
import org.jspecify.annotations.Nullable;

/** The list of published information as a file for spreadsheets: UTF-8 with a byte order mark, no cell can be a formula. */
final class PublicationCsv implements AutoCloseable {

    private static final List<String> HEADERS = List.of(
            "编号",
            "信息名称",
            "公开内容",
            "依据",
            "本机关重点",
            "形成日期",
            "状态",
            "审查日期",
            "审查人",
            "审查结论",
            "首次公开日期",
            "现公开渠道",
            "更新次数",
            "最近变更日期",
            "最近撤回日期",
            "应公开的最后一天");

    private final Writer out;
    private final CsvWriter csv;

    PublicationCsv(OutputStream stream) {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        try {
            out.write('\uFEFF');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv = CsvWriter.builder().build(out);
        csv.writeRecord(HEADERS);
    }

    void write(PublicationSummary publication) {
        PublicationSummary.Reviewed review = publication.review();
        csv.writeRecord(Stream.of(
                        publication.number(),
                        publication.title(),
                        publication.contentClass().label(),
                        "《政府信息公开条例》" + publication.contentClass().article(),
                        publication.emphasis() == null ? "" : publication.emphasis(),
                        publication.madeOn().toString(),
                        publication.stage().label(),
                        date(review == null ? null : review.on()),
                        review == null ? "" : review.reviewer(),
                        review == null ? "" : review.verdict().label(),
                        date(publication.firstPublishedOn()),
                        publication.channels().stream()
                                .map(c -> c.channel().label() + "（" + c.since() + "）")
                                .collect(Collectors.joining("、")),
                        Integer.toString(publication.updates()),
                        date(publication.lastUpdatedOn()),
                        date(publication.lastWithdrawnOn()),
                        date(publication.lastDay()))
                .map(FormulaGuard::guard)
                .toList());
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    @Override
    public void close() {
        try {
            csv.flush();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
