package org.disclosureledger.application.report;

import java.io.IOException;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.disclosureledger.application.office.DocxPage;
import org.disclosureledger.application.office.Typeface;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/**
 * A chart in a word processor document, as the word processor's own: the office can change how it looks and, with the
 * workbook inside, what it shows. Series differ in lightness, so that they do on paper, too.
 */
final class DocxChart {

    private static final double WIDTH_POINTS = 425;
    /** In hundredths of a point. */
    private static final int LETTERS = 900;

    /** Where several figures stand beside each other. */
    private static final int SMALL_LETTERS = 700;

    /** From dark to light; the last two have a line around them. */
    private static final List<int[]> FILLS = List.of(
            new int[] {0x17, 0x32, 0x4d}, new int[] {0x6f, 0x94, 0xb8}, new int[] {0xc9, 0xd6, 0xe2}, new int[] {
                0xff, 0xff, 0xff
            });

    private final ReportChart chart;

    private DocxChart(ReportChart chart) {
        this.chart = chart;
    }

    /** A heading, the chart, and what is counted. */
    static void add(XWPFDocument document, ReportChart chart) {
        try {
            new DocxChart(chart).add(document);
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(XWPFDocument document) throws IOException, InvalidFormatException {
        XWPFParagraph heading = centred(document, DocxPage.LINE);
        heading.setKeepNext(true);
        DocxPage.run(heading, chart.title() + "（单位：件）", Typeface.HEADING, 24);
        XWPFParagraph place = centred(document, 0);
        place.setKeepNext(true);
        XWPFChart drawn =
                document.createChart(place.createRun(), Units.toEMU(WIDTH_POINTS), Units.toEMU(heightPoints()));
        place.getRuns()
                .get(0)
                .getCTR()
                .getDrawingArray(0)
                .getInlineArray(0)
                .getDocPr()
                .setDescr(chart.description());
        draw(drawn);
        XWPFParagraph counted = centred(document, 0);
        counted.setAlignment(ParagraphAlignment.LEFT);
        DocxPage.spacing(counted, DocxPage.SMALL_LINE, STLineSpacingRule.EXACT);
        DocxPage.run(counted, chart.counted(), Typeface.TABLE, DocxPage.SMALL_HALF_POINTS);
    }

    /** @param line in twentieths of a point, 0 for as much as a drawing takes */
    private static XWPFParagraph centred(XWPFDocument document, int line) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        if (line == 0) {
            DocxPage.spacing(paragraph, 240, STLineSpacingRule.AUTO);
        } else {
            DocxPage.spacing(paragraph, line, STLineSpacingRule.EXACT);
        }
        return paragraph;
    }

    private double heightPoints() {
        return switch (chart.kind().shape()) {
            case COLUMNS, PANELS -> 200;
            case BARS -> 40 + 25.0 * chart.categories().size();
        };
    }

    private void draw(XWPFChart drawn) {
        boolean lying = chart.kind().shape() == ChartKind.Shape.BARS;
        XDDFCategoryAxis names = drawn.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis figures = drawn.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        figures.setCrosses(AxisCrosses.AUTO_ZERO);
        figures.setMinimum(0);
        figures.setVisible(false);
        if (lying) {
            names.setOrientation(AxisOrientation.MAX_MIN);
        }
        XDDFBarChartData data = (XDDFBarChartData) drawn.createData(ChartTypes.BAR, names, figures);
        data.setBarDirection(lying ? BarDirection.BAR : BarDirection.COL);
        data.setVaryColors(false);
        data.setGapWidth(40);
        int rows = chart.categories().size();
        // LibreOffice does not break a long name by itself.
        String[] labels = chart.categories().stream()
                .map(category -> String.join("\n", ChartSvg.broken(category.label())))
                .toArray(String[]::new);
        for (int i = 0; i < chart.series().size(); i++) {
            ReportChart.Series series = chart.series().get(i);
            Long[] values = series.values().stream()
                    .map(value -> value.figure() == null ? Long.valueOf(0) : value.figure())
                    .toArray(Long[]::new);
            XDDFChartData.Series added = data.addSeries(
                    XDDFDataSourcesFactory.fromArray(labels, drawn.formatRange(new CellRangeAddress(1, rows, 0, 0)), 0),
                    XDDFDataSourcesFactory.fromArray(
                            values, drawn.formatRange(new CellRangeAddress(1, rows, i + 1, i + 1)), i + 1));
            added.setTitle(series.label(), drawn.setSheetTitle(series.label(), i + 1));
            added.setShapeProperties(look(i));
        }
        drawn.plot(data);
        for (CTBarSer series :
                drawn.getCTChart().getPlotArea().getBarChartArray(0).getSerArray()) {
            label(series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls());
        }
        if (chart.series().size() > 1) {
            drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        drawn.getCTChart().addNewAutoTitleDeleted().setVal(true);
        letters(drawn, chart.series().size() > 1 ? SMALL_LETTERS : LETTERS);
    }

    private static XDDFShapeProperties look(int series) {
        int[] fill = FILLS.get(series % FILLS.size());
        XDDFShapeProperties look = new XDDFShapeProperties();
        look.setFillProperties(new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) fill[0], (byte) fill[1], (byte) fill[2]})));
        XDDFLineProperties line =
                new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.BLACK)));
        line.setWidth(0.5);
        look.setLineProperties(line);
        return look;
    }

    private static void label(CTDLbls labels) {
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private static void letters(XWPFChart drawn, int size) {
        var text = drawn.getCTChartSpace().isSetTxPr()
                ? drawn.getCTChartSpace().getTxPr()
                : drawn.getCTChartSpace().addNewTxPr();
        text.addNewBodyPr();
        CTTextParagraph paragraph = text.addNewP();
        CTTextCharacterProperties letters = paragraph.addNewPPr().addNewDefRPr();
        letters.setSz(size);
        letters.addNewLatin().setTypeface(Typeface.TABLE.western());
        letters.addNewEa().setTypeface(Typeface.TABLE.chinese());
        paragraph.addNewEndParaRPr().setLang("zh-CN");
    }
}
