package org.disclosureledger.application.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.disclosureledger.application.report.PublishableReport.Part;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHighlightColor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * The report as a word processor document, set as official documents are: A4, the title in 二号 小标宋, headings in 三号
 * 黑体, text in 三号 仿宋 on lines of 29 points, page numbers between dashes.
 */
public final class DocxReport {

    /** Lengths in twentieths of a point; 1 cm is 567. */
    static final int TEXT_WIDTH = 11906 - 1587 - 1474;

    private static final int TITLE_HALF_POINTS = 44;
    private static final int TEXT_HALF_POINTS = 32;
    private static final int PAGE_NUMBER_HALF_POINTS = 28;
    private static final int LINE = 580;
    private static final int MARK_HALF_POINTS = 18;
    private static final int MARK_LINE = 260;

    /** How many Chinese characters of the title fit on a line. */
    private static final int TITLE_LINE = 20;

    /** A table with more rows than this fills a page and begins one. */
    private static final int ROWS_OF_A_PAGE = 20;

    /** Without the mode Word opens the document in the layout of its version of 2007. */
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting
            w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
            </w:settings>
            """;

    private DocxReport() {}

    public static byte[] render(PublishableReport report) {
        try (XWPFDocument document = new XWPFDocument()) {
            language(document);
            DocxFonts.declare(document);
            page(document);
            pageNumbers(document);
            title(document, report);
            report.parts().forEach(part -> part(document, part));
            smallPrint(document, List.of(report.rulesSentence(), report.mark().sentence()));
            return OfficeFile.write(
                    document, report.title(), report.tables().organName(), Map.of("word/settings.xml", SETTINGS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void language(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(Typeface.BODY.western());
        fonts.setHAnsi(Typeface.BODY.western());
        fonts.setEastAsia(Typeface.BODY.chinese());
        styles.setDefaultFonts(fonts);
        styles.setEastAsia("zh-CN");
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        size.setOrient(STPageOrientation.PORTRAIT);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setLeft(BigInteger.valueOf(1587));
        margins.setRight(BigInteger.valueOf(1474));
        margins.setHeader(BigInteger.valueOf(851));
        margins.setFooter(BigInteger.valueOf(1400));
        margins.setGutter(BigInteger.ZERO);
    }

    private static void pageNumbers(XWPFDocument document) {
        XWPFFooter footer = document.createHeaderFooterPolicy().createFooter(XWPFHeaderFooterPolicy.DEFAULT);
        XWPFParagraph paragraph = footer.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, "— ", Typeface.TABLE, PAGE_NUMBER_HALF_POINTS);
        run(paragraph, "", Typeface.TABLE, PAGE_NUMBER_HALF_POINTS)
                .getCTR()
                .addNewFldChar()
                .setFldCharType(STFldCharType.BEGIN);
        run(paragraph, "", Typeface.TABLE, PAGE_NUMBER_HALF_POINTS)
                .getCTR()
                .addNewInstrText()
                .setStringValue(" PAGE ");
        run(paragraph, "", Typeface.TABLE, PAGE_NUMBER_HALF_POINTS)
                .getCTR()
                .addNewFldChar()
                .setFldCharType(STFldCharType.SEPARATE);
        run(paragraph, "1", Typeface.TABLE, PAGE_NUMBER_HALF_POINTS);
        run(paragraph, "", Typeface.TABLE, PAGE_NUMBER_HALF_POINTS)
                .getCTR()
                .addNewFldChar()
                .setFldCharType(STFldCharType.END);
        run(paragraph, " —", Typeface.TABLE, PAGE_NUMBER_HALF_POINTS);
    }

    private static void title(XWPFDocument document, PublishableReport report) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        spacing(paragraph, 720, STLineSpacingRule.EXACT).setAfter(BigInteger.valueOf(LINE));
        paragraph.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        String title = report.title();
        String second = report.yearAndKind();
        if (Columns.of(title) <= 2 * TITLE_LINE) {
            run(paragraph, title, Typeface.TITLE, TITLE_HALF_POINTS);
            return;
        }
        // A title that is too long is broken after the organ, not in the middle of a word.
        XWPFRun run =
                run(paragraph, title.substring(0, title.length() - second.length()), Typeface.TITLE, TITLE_HALF_POINTS);
        run.addBreak();
        run.setText(second);
    }

    private static void part(XWPFDocument document, Part part) {
        XWPFParagraph heading = document.createParagraph();
        textLayout(heading);
        CTSpacing around = heading.getCTP().getPPr().getSpacing();
        around.setBefore(BigInteger.valueOf(part.sheet() == null ? LINE / 4 : 0));
        around.setAfter(BigInteger.valueOf(part.sheet() == null ? 0 : LINE / 6));
        heading.setKeepNext(true);
        heading.getCTP().getPPr().addNewOutlineLvl().setVal(BigInteger.ONE);
        run(heading, part.heading(), Typeface.HEADING, TEXT_HALF_POINTS);
        if (part.sheet() == null) {
            part.paragraphs().forEach(text -> paragraph(document, text));
        } else {
            if (part.sheet().rowCount() > ROWS_OF_A_PAGE) {
                heading.setPageBreak(true);
            }
            DocxTable.add(document, part.sheet());
        }
    }

    private static void paragraph(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        textLayout(paragraph);
        boolean subheading = Subheading.is(text);
        if (subheading) {
            paragraph.setKeepNext(true);
        }
        Typeface typeface = subheading ? Typeface.SUBHEADING : Typeface.BODY;
        Matcher gaps = PublishableReport.PLACEHOLDER.matcher(text);
        int from = 0;
        while (gaps.find()) {
            run(paragraph, text.substring(from, gaps.start()), typeface, TEXT_HALF_POINTS);
            properties(run(paragraph, gaps.group(), typeface, TEXT_HALF_POINTS))
                    .addNewHighlight()
                    .setVal(STHighlightColor.YELLOW);
            from = gaps.end();
        }
        run(paragraph, text.substring(from), typeface, TEXT_HALF_POINTS);
    }

    /** Small and after all that is prescribed, never alone on a page. */
    private static void smallPrint(XWPFDocument document, List<String> sentences) {
        for (String sentence : sentences) {
            document.getLastParagraph().setKeepNext(true);
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.LEFT);
            spacing(paragraph, MARK_LINE, STLineSpacingRule.EXACT).setBefore(BigInteger.valueOf(MARK_LINE));
            run(paragraph, sentence, Typeface.TABLE, MARK_HALF_POINTS);
        }
    }

    private static void textLayout(XWPFParagraph paragraph) {
        // Not justified: LibreOffice loses a full stop that hangs over the end of a justified line.
        paragraph.setAlignment(ParagraphAlignment.LEFT);
        spacing(paragraph, LINE, STLineSpacingRule.EXACT);
        CTInd indent = paragraph.getCTP().getPPr().addNewInd();
        indent.setFirstLineChars(BigInteger.valueOf(200));
        indent.setFirstLine(BigInteger.valueOf(2 * TEXT_HALF_POINTS * 10));
    }

    static CTSpacing spacing(XWPFParagraph paragraph, int line, STLineSpacingRule.Enum rule) {
        CTPPr properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        CTSpacing spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
        spacing.setLine(BigInteger.valueOf(line));
        spacing.setLineRule(rule);
        return spacing;
    }

    static XWPFRun run(XWPFParagraph paragraph, String text, Typeface typeface, int halfPoints) {
        XWPFRun run = paragraph.createRun();
        CTRPr properties = properties(run);
        CTFonts fonts = properties.addNewRFonts();
        fonts.setHint(STHint.EAST_ASIA);
        fonts.setAscii(typeface.western());
        fonts.setHAnsi(typeface.western());
        fonts.setEastAsia(typeface.chinese());
        properties.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        properties.addNewSzCs().setVal(BigInteger.valueOf(halfPoints));
        if (!text.isEmpty()) {
            run.setText(text);
        }
        return run;
    }

    private static CTRPr properties(XWPFRun run) {
        return run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    }
}
