package org.disclosureledger.application.statistics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.domain.report.AnnualReportEvent.AnnualReportPublished;
import org.disclosureledger.domain.report.AnnualReportEvent.CheckWaived;
import org.disclosureledger.domain.report.AnnualReportEvent.DifferenceNoted;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.form.CellId;

/**
 * A version of an annual report as it was published, read from its event alone.
 *
 * @param waivers the waivers that it was published with
 * @param notes differences from later tables that were noted
 */
public record PublishedVersion(
        StoredEvent stored, AnnualReportPublished published, List<CheckWaived> waivers, List<DifferenceNoted> notes) {

    public int version() {
        return published.version();
    }

    /** Number of the last event that its figures include. */
    public long knownUpTo() {
        return Long.parseLong(published.knownUpTo());
    }

    /** The figures that were published. */
    public Figures figures() {
        return figures(published.figures());
    }

    /** Figures from what an event holds. */
    public static Figures figures(String written) {
        Map<CellId, BigDecimal> values = new LinkedHashMap<>();
        lines(written).forEach((cell, figure) -> {
            String[] address = cell.split("/", -1);
            values.put(new CellId(address[0], address[1], address[2]), new BigDecimal(figure));
        });
        return Figures.of(values);
    }

    /** SHA-256 of each document in hexadecimal digits, by format. */
    public Map<String, String> documents() {
        return lines(published.documents());
    }

    /** What stands before and after the first {@code =} of each line. */
    public static Map<String, String> lines(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return values;
    }

    /** As an event holds figures: the address, {@code =}, plain decimal; a line for each. */
    public static String written(Figures figures) {
        StringBuilder lines = new StringBuilder();
        figures.values()
                .forEach((cell, figure) -> lines.append(cell)
                        .append('=')
                        .append(figure.toPlainString())
                        .append('\n'));
        return lines.toString();
    }
}
