package org.disclosureledger.application.office;

import java.math.BigInteger;
import java.util.Map;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A word processor document set as official documents are: A4, the title in 二号 小标宋, text in 三号 仿宋 on lines of 29
 * points, page numbers between dashes. Lengths are in twentieths of a point; 1 cm is 567.
 */
public final class DocxPage {

    public static final int TITLE_HALF_POINTS = 44;
    public static final int TITLE_LINE = 720;
    public static final int TEXT_HALF_POINTS = 32;
    public static final int LINE = 580;
    public static final int SMALL_HALF_POINTS = 18;
    public static final int SMALL_LINE = 260;

    private static final int WIDTH = 11906;
    private static final int LEFT = 1587;
    private static final int RIGHT = 1474;
    private static final int PAGE_NUMBER_HALF_POINTS = 28;

    public static final int TEXT_WIDTH = WIDTH - LEFT - RIGHT;

    /** Without the mode Word opens the document in the layout of its version of 2007. */
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting
            w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
            </w:settings>
            """;

    private DocxPage() {}

    /** Fonts, paper and page numbers of a document that is still empty. */
    public static void set(XWPFDocument document) {
        language(document);
        DocxFonts.declare(document);
        page(document);
        pageNumbers(document);
    }

    /** The document as a file; the same content gives the same bytes. */
    public static byte[] write(XWPFDocument document, String title, String creator) {
        return OfficeFile.write(document, title, creator, Map.of("word/settings.xml", SETTINGS));
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
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(16838));
        size.setOrient(STPageOrientation.PORTRAIT);
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setLeft(BigInteger.valueOf(LEFT));
        margins.setRight(BigInteger.valueOf(RIGHT));
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

    /** A paragraph of text whose first line begins two characters in. */
    public static void indented(XWPFParagraph paragraph) {
        // Not justified: LibreOffice loses a full stop that hangs over the end of a justified line.
        paragraph.setAlignment(ParagraphAlignment.LEFT);
        spacing(paragraph, LINE, STLineSpacingRule.EXACT);
        CTInd indent = paragraph.getCTP().getPPr().addNewInd();
        indent.setFirstLineChars(BigInteger.valueOf(200));
        indent.setFirstLine(BigInteger.valueOf(2 * TEXT_HALF_POINTS * 10));
    }

    /** @param line height in twentieths of a point; nothing before and after */
    public static CTSpacing spacing(XWPFParagraph paragraph, int line, STLineSpacingRule.Enum rule) {
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

    /** @param halfPoints size of the characters */
    public static XWPFRun run(XWPFParagraph paragraph, String text, Typeface typeface, int halfPoints) {
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

    public static CTRPr properties(XWPFRun run) {
        return run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    }
}
