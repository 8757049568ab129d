package org.disclosureledger.application.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.disclosureledger.application.office.DocxPage;
import org.disclosureledger.application.office.Typeface;
import org.disclosureledger.application.report.PublishableReport.Part;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHighlightColor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/**
 * The report as a word processor document, set as official documents are: A4, the title in 二号 小标宋, headings in 三号
 * 黑体, text in 三号 仿宋 on lines of 29 points, page numbers between dashes.
 */
public final class DocxReport {

    /** How many Chinese characters of the title fit on a line. */
    private static final int TITLE_LINE = 20;

    /** A table with more rows than this fills a page and begins one. */
    private static final int ROWS_OF_A_PAGE = 20;

    private DocxReport() {}

    public static byte[] render(PublishableReport report) {
        return render(report, List.of());
    }

    /** @param charts what is shown after the six parts; none for the parts alone */
    public static byte[] render(PublishableReport report, List<ReportChart> charts) {
        try (XWPFDocument document = new XWPFDocument()) {
            DocxPage.set(document);
            title(document, report);
            report.parts().forEach(part -> part(document, part));
            charts(document, charts);
            summed(document, report.summed());
            smallPrint(document, report.smallPrint());
            return DocxPage.write(document, report.title(), report.tables().organName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void title(XWPFDocument document, PublishableReport report) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        DocxPage.spacing(paragraph, DocxPage.TITLE_LINE, STLineSpacingRule.EXACT)
                .setAfter(BigInteger.valueOf(DocxPage.LINE));
        paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        String title = report.title();
        String second = report.yearAndKind();
        if (Columns.of(title) <= 2 * TITLE_LINE) {
            DocxPage.run(paragraph, title, Typeface.TITLE, DocxPage.TITLE_HALF_POINTS);
            return;
        }
        // A title that is too long is broken after the organ, not in the middle of a word.
        XWPFRun run = DocxPage.run(
                paragraph,
                title.substring(0, title.length() - second.length()),
                Typeface.TITLE,
                DocxPage.TITLE_HALF_POINTS);
        run.addBreak();
        run.setText(second);
    }

    private static void part(XWPFDocument document, Part part) {
        XWPFParagraph heading = document.createParagraph();
        DocxPage.indented(heading);
        CTSpacing around = heading.getCTP().getPPr().getSpacing();
        around.setBefore(BigInteger.valueOf(part.sheet() == null ? DocxPage.LINE / 4 : 0));
        around.setAfter(BigInteger.valueOf(part.sheet() == null ? 0 : DocxPage.LINE / 6));
        heading.setKeepNext(true);
        heading.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ONE);
        DocxPage.run(heading, part.heading(), Typeface.HEADING, DocxPage.TEXT_HALF_POINTS);
        if (part.sheet() == null) {
            part.paragraphs().forEach(text -> paragraph(document, text));
        } else {
            if (part.sheet().rowCount() > ROWS_OF_A_PAGE) {
                heading.setPageBreak(true);
            }
            DocxTable.add(document, part.sheet());
        }
    }

    private static void charts(XWPFDocument document, List<ReportChart> charts) {
        if (charts.isEmpty()) {
            return;
        }
        XWPFParagraph heading = document.createParagraph();
        DocxPage.indented(heading);
        heading.setPageBreak(true);
        heading.setKeepNext(true);
        heading.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ONE);
        DocxPage.run(heading, PublishableReport.CHARTS, Typeface.HEADING, DocxPage.TEXT_HALF_POINTS);
        charts.forEach(chart -> DocxChart.add(document, chart));
    }

    private static void summed(XWPFDocument document, @Nullable SummedOrgans summed) {
        if (summed == null) {
            return;
        }
        XWPFParagraph heading = document.createParagraph();
        DocxPage.indented(heading);
        heading.setKeepNext(true);
        heading.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ONE);
        DocxPage.run(heading, SummedOrgans.HEADING, Typeface.HEADING, DocxPage.TEXT_HALF_POINTS);
        int number = 1;
        for (SummedOrgans.SummedOrgan organ : summed.organs()) {
            paragraph(document, number++ + ". " + organ.sentence());
        }
    }

    private static void paragraph(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        DocxPage.indented(paragraph);
        boolean subheading = Subheading.is(text);
        if (subheading) {
            paragraph.setKeepNext(true);
        }
        Typeface typeface = subheading ? Typeface.SUBHEADING : Typeface.BODY;
        Matcher gaps = PublishableReport.PLACEHOLDER.matcher(text);
        int from = 0;
        while (gaps.find()) {
            DocxPage.run(paragraph, text.substring(from, gaps.start()), typeface, DocxPage.TEXT_HALF_POINTS);
            DocxPage.properties(DocxPage.run(paragraph, gaps.group(), typeface, DocxPage.TEXT_HALF_POINTS))
                    .addNewHighlight()
                    .setVal(STHighlightColor.YELLOW);
            from = gaps.end();
        }
        DocxPage.run(paragraph, text.substring(from), typeface, DocxPage.TEXT_HALF_POINTS);
    }

    /** Small and after all that is prescribed, never alone on a page. */
    private static void smallPrint(XWPFDocument document, List<String> sentences) {
        for (String sentence : sentences) {
            document.getLastParagraph().setKeepNext(true);
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.LEFT);
            DocxPage.spacing(paragraph, DocxPage.SMALL_LINE, STLineSpacingRule.EXACT)
                    .setBefore(BigInteger.valueOf(DocxPage.SMALL_LINE));
            DocxPage.run(paragraph, sentence, Typeface.TABLE, DocxPage.SMALL_HALF_POINTS);
        }
    }
}
