package org.disclosureledger.application.report;

import static org.disclosureledger.application.office.XmlText.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disclosureledger.application.report.ReportChart.Series;
import org.disclosureledger.application.report.ReportChart.Value;

/**
 * A chart as a picture in SVG: one dark colour on white and the figure at every bar, so that it says the same in black and
 * white and to whoever sees no colours. Nothing but presentation attributes, which any content security policy lets pass.
 * Lengths are in units of the view box.
 */
public final class ChartSvg {

    private static final int WIDTH = 720;
    private static final int COLUMN_CHART = 300;
    private static final int PANEL_HEIGHT = 220;
    private static final int LINE = 18;

    /** Room at the left of bars for their names, and how many halves of a character it takes. */
    private static final int NAMES = 300;

    private static final int HALVES_OF_A_NAME = 40;

    private static final int FIGURES = 60;
    private static final String INK = "#1b2733";
    private static final String BAR = "#17324d";
    private static final String FONTS =
            "Source Han Sans SC, Noto Sans CJK SC, Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif";

    private final StringBuilder svg = new StringBuilder();
    private final ReportChart chart;

    private ChartSvg(ReportChart chart) {
        this.chart = chart;
    }

    /** The drawing as an element for a page, or a file of its own. */
    public static String draw(ReportChart chart) {
        return new ChartSvg(chart).draw();
    }

    private String draw() {
        int height = switch (chart.kind().shape()) {
            case COLUMNS -> {
                columns(chart.series().get(0), 0, 0, WIDTH, COLUMN_CHART);
                yield COLUMN_CHART;
            }
            case BARS -> bars(chart.series().get(0));
            case PANELS -> panels();
        };
        String id = "chart-" + chart.kind().id();
        return element(
                "svg",
                "\n" + element("title", escape(chart.title()), "id", id + "-title")
                        + element("desc", escape(chart.description()), "id", id + "-desc")
                        + element("rect", "", "width", WIDTH, "height", height, "fill", "#ffffff")
                        + svg,
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc",
                "font-family",
                FONTS,
                "font-size",
                14,
                "fill",
                INK);
    }

    private void columns(Series series, int left, int top, int width, int height) {
        int count = chart.categories().size();
        int base = top + height - LINE - 10;
        int room = height - 3 * LINE - 16;
        double step = (width - 40.0) / Math.max(1, count);
        double bar = Math.min(48, step * 0.62);
        for (int i = 0; i < count; i++) {
            double centre = left + 20 + step * (i + 0.5);
            Value value = series.values().get(i);
            double tall = share(value, series) * room;
            rectangle(centre - bar / 2, base - tall, bar, tall);
            text(centre, base - tall - 6, "middle", value.printed());
            text(centre, base + LINE, "middle", chart.categories().get(i).label());
        }
        line(left + 20, base, left + width - 20, base);
    }

    private int bars(Series series) {
        int y = 10;
        for (int i = 0; i < chart.categories().size(); i++) {
            List<String> name = broken(chart.categories().get(i).label());
            int row = Math.max(28, name.size() * LINE + 8);
            double middle = y + row / 2.0;
            for (int n = 0; n < name.size(); n++) {
                text(NAMES - 10, middle + 5 + (n - (name.size() - 1) / 2.0) * LINE, "end", name.get(n));
            }
            Value value = series.values().get(i);
            double wide = share(value, series) * (WIDTH - NAMES - FIGURES);
            rectangle(NAMES, middle - 9, wide, 18);
            text(NAMES + wide + 6, middle + 5, "start", value.printed());
            y += row;
        }
        line(NAMES, 6, NAMES, y + 4);
        return y + 10;
    }

    private int panels() {
        int perRow = 2;
        int width = WIDTH / perRow;
        for (int i = 0; i < chart.series().size(); i++) {
            Series series = chart.series().get(i);
            int left = i % perRow * width;
            int top = i / perRow * PANEL_HEIGHT;
            text(left + width / 2.0, top + LINE + 4, "middle", series.label() + "（件）");
            columns(series, left, top + LINE, width, PANEL_HEIGHT - LINE - 4);
        }
        return Math.ceilDiv(chart.series().size(), perRow) * PANEL_HEIGHT;
    }

    private static double share(Value value, Series series) {
        Long figure = value.figure();
        return figure == null || series.largest() == 0 ? 0 : (double) figure / series.largest();
    }

    /** A long name in lines that fit beside the bars. */
    static List<String> broken(String name) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char next = name.charAt(i);
            if (Columns.of(line.toString() + next) > HALVES_OF_A_NAME && "、，。：”".indexOf(next) < 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(next);
        }
        lines.add(line.toString());
        return lines;
    }

    private void rectangle(double x, double y, double width, double height) {
        if (width > 0 && height > 0) {
            svg.append(element("rect", "", "x", x, "y", y, "width", width, "height", height, "fill", BAR));
        }
    }

    private void line(double x1, double y1, double x2, double y2) {
        svg.append(element("line", "", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", INK));
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(element("text", escape(text), "x", x, "y", y, "text-anchor", anchor));
    }

    /**
     * An element on a line of its own.
     *
     * @param content as it stands between the tags; empty for an element without any
     * @param attributes names and values in turn, none of which needs escaping; fractions to one decimal
     */
    private static String element(String name, String content, Object... attributes) {
        StringBuilder element = new StringBuilder("<").append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            element.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(value instanceof Double length ? number(length) : value)
                    .append('"');
        }
        return element.append(content.isEmpty() ? "/>" : ">" + content + "</" + name + ">")
                .append('\n')
                .toString();
    }

    /** One decimal, the same on every machine. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
