package org.disclosureledger.application.report;

import static org.disclosureledger.application.office.XmlText.escape;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
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

    private static final String STYLE = """
            body{max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff;
            font:1.125rem/1.9 "仿宋_GB2312","仿宋",FangSong,"Noto Serif CJK SC",serif}
            h1{font:400 1.9rem/1.5 "方正小标宋简体","华文中宋","Noto Serif CJK SC",serif;text-align:center;margin:1em 0}
            h2{font:400 1.25rem/1.9 "黑体",SimHei,"Noto Sans CJK SC",sans-serif;text-indent:2em;margin:1em 0 .3em;text-align:left}
            p{text-indent:2em;margin:0;text-align:justify}
            p.subheading{font-family:"楷体_GB2312","楷体",KaiTi,"Noto Serif CJK SC",serif}
            table{border-collapse:collapse;table-layout:fixed;width:100%;font:.9rem/1.5 "宋体",SimSun,"Noto Serif CJK SC",serif}
            caption{text-align:left}
            th,td{border:1px solid #333;padding:.3em .4em;font-weight:400;text-align:center;overflow-wrap:anywhere}
            th{text-wrap:balance}th[scope=row]{text-align:left}
            mark{background:#ff0}
            footer{margin-top:2em;font:.75rem/1.6 "宋体",SimSun,"Noto Serif CJK SC",serif;overflow-wrap:anywhere}
            @page{size:A4 portrait;margin:25mm 20mm}
            @media print{body{max-width:none;margin:0;padding:0}tr{break-inside:avoid}thead{display:table-header-group}
            h2{break-after:avoid}caption{break-after:avoid}}
            """;

    private HtmlReport() {}

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
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"UTF-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
                .append(escape(report.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escape(report.title()))
                .append("</h1>\n");
        report.parts().forEach(part -> part(html, part));
        html.append("<footer>")
                .append(report.smallPrint().stream().map(XmlText::escape).collect(Collectors.joining("<br/>\n")))
                .append("</footer>\n");
        return html.append("</body>\n</html>\n").toString();
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
