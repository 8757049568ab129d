package org.disclosureledger.application.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.disclosureledger.application.letter.LetterText.Line;
import org.disclosureledger.application.letter.LetterText.Style;
import org.disclosureledger.application.office.DocxPage;
import org.disclosureledger.application.office.Typeface;
import org.disclosureledger.domain.letter.LetterKind;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/** The template of a letter as long as an organ has none of its own, set as official documents are. */
final class DefaultTemplate {

    private static final int CHARACTER = DocxPage.TEXT_HALF_POINTS * 10;
    private static final Map<LetterKind, byte[]> TEMPLATES = new ConcurrentHashMap<>();

    private DefaultTemplate() {}

    static byte[] of(LetterKind kind) {
        return TEMPLATES.computeIfAbsent(kind, DefaultTemplate::render).clone();
    }

    private static byte[] render(LetterKind kind) {
        try (XWPFDocument document = new XWPFDocument()) {
            DocxPage.set(document);
            List<Line> lines = LetterText.of(kind).lines();
            Style before = Style.NOTE;
            for (Line line : lines) {
                if (line.style() == Style.SIGNATURE && before != Style.SIGNATURE) {
                    keepWithSignature(document.getParagraphs());
                }
                XWPFParagraph paragraph = document.createParagraph();
                set(paragraph, line, before);
                if (line.style() == Style.SIGNATURE) {
                    paragraph.setKeepNext(true);
                }
                before = line.style();
            }
            return DocxPage.write(document, kind.label(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A signature never stands alone on a page, nor does it when the line before it has no value and goes. */
    private static void keepWithSignature(List<XWPFParagraph> before) {
        before.subList(before.size() - 2, before.size()).forEach(paragraph -> paragraph.setKeepNext(true));
    }

    private static void set(XWPFParagraph paragraph, Line line, Style before) {
        switch (line.style()) {
            case TITLE -> {
                layout(paragraph, ParagraphAlignment.CENTER, DocxPage.TITLE_LINE);
                DocxPage.run(paragraph, line.text(), Typeface.TITLE, DocxPage.TITLE_HALF_POINTS);
            }
            case NUMBER -> {
                layout(paragraph, ParagraphAlignment.CENTER, DocxPage.LINE)
                        .setBefore(BigInteger.valueOf(CHARACTER / 2));
                text(paragraph, line);
            }
            case ADDRESSEE -> {
                layout(paragraph, ParagraphAlignment.LEFT, DocxPage.LINE).setBefore(BigInteger.valueOf(DocxPage.LINE));
                text(paragraph, line);
            }
            case TEXT -> {
                DocxPage.indented(paragraph);
                text(paragraph, line);
            }
            case BLOCK -> {
                layout(paragraph, ParagraphAlignment.LEFT, DocxPage.LINE);
                CTInd indent = paragraph.getCTP().getPPr().addNewInd();
                indent.setLeftChars(BigInteger.valueOf(200));
                indent.setLeft(BigInteger.valueOf(2L * CHARACTER));
                text(paragraph, line);
            }
            case SIGNATURE -> {
                CTSpacing around = layout(paragraph, ParagraphAlignment.RIGHT, DocxPage.LINE);
                around.setBefore(BigInteger.valueOf(before == Style.SIGNATURE ? 0 : 2 * DocxPage.LINE));
                CTInd indent = paragraph.getCTP().getPPr().addNewInd();
                indent.setRightChars(BigInteger.valueOf(400));
                indent.setRight(BigInteger.valueOf(4L * CHARACTER));
                text(paragraph, line);
            }
            case NOTE -> {
                layout(paragraph, ParagraphAlignment.LEFT, DocxPage.SMALL_LINE)
                        .setBefore(BigInteger.valueOf(DocxPage.LINE));
                DocxPage.run(paragraph, line.text(), Typeface.TABLE, DocxPage.SMALL_HALF_POINTS);
            }
        }
    }

    private static CTSpacing layout(XWPFParagraph paragraph, ParagraphAlignment alignment, int line) {
        paragraph.setAlignment(alignment);
        return DocxPage.spacing(paragraph, line, STLineSpacingRule.EXACT);
    }

    private static void text(XWPFParagraph paragraph, Line line) {
        DocxPage.run(paragraph, line.text(), Typeface.BODY, DocxPage.TEXT_HALF_POINTS);
    }
}
