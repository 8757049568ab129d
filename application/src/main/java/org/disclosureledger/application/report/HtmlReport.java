package org.disclosureledger.application.report;

import static org.disclosureledger.application.office.XmlText.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.disclosureledger.application.office.XmlText;
import org.disclosureledger.application.report.FormWalk.Placed;
import org.disclosureledger.application.report.FormWalk.Sheet;
import org.disclosureledger.application.report.PublishableReport.Part;
import org.disclosureledger.projections.annualtables.AnnualTables;
import org.disclosureledger.projections.form.CellId;
import org.jspecify.annotations.Nullable;

/** The tables as HTML for a page, and the whole report as one file that needs nothing else. */
public final class HtmlReport {

    /** The same file that the preview of the report is shown with. */
    private static final String STYLE = read("/static/assets/report.css");

    /** Only where there are charts, so that a report without them stays as it is. */
    private static final String CHART_STYLE = read("/static/assets/report-charts.css");

    private HtmlReport() {}

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tables of the form, one after another.
     *
     * @param hrefOfCell where a figure leads to, null for a figure that is not a link
     */
    public static String tablesHtml(AnnualTables tables, Function<CellId, @Nullable String> hrefOfCell) {
        StringBuilder html = new StringBuilder();
        for (Sheet sheet : FormWalk.of(tables)) {
            table(html, sheet, escape(sheet.table().part()), hrefOfCell);
        }
        return html.toString();
    }

    /** A text part paragraph by paragraph, with the gaps that are still to be filled marked. */
    public static String textHtml(String text) {
        StringBuilder html = new StringBuilder();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> paragraph(html, line));
        return html.toString();
    }

    /** The report as a file to download or print; its style is inside. */
    public static String fullPage(PublishableReport report) {
        return fullPage(report, List.of());
    }

    /** @param charts what is shown after the six parts; none for the parts alone */
    public static String fullPage(PublishableReport report, List<ReportChart> charts) {
        return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"UTF-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"
                + escape(report.title())
                + "</title>\n<style>\n"
                + STYLE
                + (charts.isEmpty() ? "" : CHART_STYLE)
                + "</style>\n</head>\n<body>\n"
                + body(report, charts)
                + "</body>\n</html>\n";
    }

    /** What stands in the body of that file. */
    public static String body(PublishableReport report, List<ReportChart> charts) {
        StringBuilder html =
                new StringBuilder("<h1>").append(escape(report.title())).append("</h1>\n");
        report.parts().forEach(part -> part(html, part));
        charts(html, charts);
        summed(html, report.summed());
        html.append("<footer>")
                .append(report.smallPrint().stream().map(XmlText::escape).collect(Collectors.joining("<br/>\n")))
                .append("</footer>\n");
        return html.toString();
    }

    private static void charts(StringBuilder html, List<ReportChart> charts) {
        if (charts.isEmpty()) {
            return;
        }
        html.append("<section class=\"charts\">\n<h2>")
                .append(PublishableReport.CHARTS)
                .append("</h2>\n");
        for (ReportChart chart : charts) {
            html.append("<figure>\n<h3>")
                    .append(escape(chart.title()))
                    .append("（单位：件）</h3>\n")
                    .append(ChartSvg.draw(chart))
                    .append("<figcaption>")
                    .append(escape(chart.counted()))
                    .append("</figcaption>\n</figure>\n");
        }
        html.append("</section>\n");
    }

    private static void summed(StringBuilder html, @Nullable SummedOrgans summed) {
        if (summed != null) {
            html.append("<section>\n<h2>").append(SummedOrgans.HEADING).append("</h2>\n<ol>\n");
            summed.organs()
                    .forEach(organ ->
                            html.append("<li>").append(escape(organ.sentence())).append("</li>\n"));
            html.append("</ol>\n</section>\n");
        }
    }

    private static void part(StringBuilder html, Part part) {
        String heading = "<h2>" + escape(part.heading()) + "</h2>";
        html.append("<section>\n");
        Sheet sheet = part.sheet();
        if (sheet != null) {
            table(html, sheet, heading, cell -> null);
        } else {
            html.append(heading).append('\n');
            part.paragraphs().forEach(p -> paragraph(html, p));
        }
        html.append("</section>\n");
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append(Subheading.is(text) ? "<p class=\"subheading\">" : "<p>");
        Matcher gaps = PublishableReport.PLACEHOLDER.matcher(text);
        int from = 0;
        while (gaps.find()) {
            html.append(escape(text.substring(from, gaps.start())))
                    .append("<mark>")
                    .append(escape(gaps.group()))
                    .append("</mark>");
            from = gaps.end();
        }
        html.append(escape(text.substring(from))).append("</p>\n");
    }

    private static void table(
            StringBuilder html, Sheet sheet, String caption, Function<CellId, @Nullable String> hrefOfCell) {
        int headerRows = sheet.table().headerRows();
        html.append("<table class=\"statutory\" data-table=\"")
                .append(escape(sheet.table().id()))
                .append("\">\n<caption>")
                .append(caption)
                .append("</caption>\n");
        columns(html, sheet.table().widths());
        if (headerRows > 0) {
            html.append("<thead>\n");
            rows(html, sheet, 0, headerRows, hrefOfCell);
            html.append("</thead>\n");
        }
        html.append("<tbody>\n");
        rows(html, sheet, headerRows, sheet.rowCount(), hrefOfCell);
        html.append("</tbody>\n</table>\n");
    }

    private static void columns(StringBuilder html, List<Integer> widths) {
        int sum = widths.stream().mapToInt(Integer::intValue).sum();
        html.append("<colgroup>");
        widths.forEach(w -> html.append("<col width=\"")
                .append(BigDecimal.valueOf(100L * w).divide(BigDecimal.valueOf(sum), 2, RoundingMode.HALF_UP))
                .append("%\"/>"));
        html.append("</colgroup>\n");
    }

    private static void rows(
            StringBuilder html, Sheet sheet, int from, int to, Function<CellId, @Nullable String> hrefOfCell) {
        for (int row = from; row < to; row++) {
            html.append("<tr>");
            for (Placed cell : sheet.startingIn(row)) {
                CellId figure = cell.figure();
                if (figure == null) {
                    label(html, cell, sheet.hasFigures(row));
                } else {
                    figure(html, cell, figure, hrefOfCell.apply(figure));
                }
            }
            html.append("</tr>\n");
        }
    }

    private static void label(StringBuilder html, Placed cell, boolean besideFigures) {
        boolean group = (besideFigures ? cell.cell().rowSpan() : cell.cell().columnSpan()) > 1;
        html.append("<th scope=\"")
                .append(besideFigures ? "row" : "col")
                .append(group ? "group" : "")
                .append('"');
        spans(html, cell);
        html.append('>').append(escape(cell.text())).append("</th>");
    }

    private static void figure(StringBuilder html, Placed cell, CellId id, @Nullable String href) {
        html.append("<td data-cell=\"").append(escape(id.toString())).append('"');
        spans(html, cell);
        html.append('>');
        if (href == null || cell.text().isEmpty()) {
            html.append(escape(cell.text()));
        } else {
            html.append("<a href=\"")
                    .append(escape(href))
                    .append("\">")
                    .append(escape(cell.text()))
                    .append("</a>");
        }
        html.append("</td>");
    }

    private static void spans(StringBuilder html, Placed cell) {
        if (cell.cell().rowSpan() > 1) {
            html.append(" rowspan=\"").append(cell.cell().rowSpan()).append('"');
        }
        if (cell.cell().columnSpan() > 1) {
            html.append(" colspan=\"").append(cell.cell().columnSpan()).append('"');
        }
    }
}
