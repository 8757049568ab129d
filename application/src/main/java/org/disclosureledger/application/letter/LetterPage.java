package org.disclosureledger.application.letter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A letter as it can be shown on a page: the words of its document, one paragraph after the other, and no more of its
 * layout than where they stand.
 */
public record LetterPage(List<Paragraph> paragraphs) {

    /** Where a paragraph stands. */
    public enum Place {
        TITLE,
        CENTRE,
        LEFT,
        INDENTED,
        /** Set off as a whole. */
        BLOCK,
        RIGHT,
        NOTE;

        /** For style sheets. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param lines of a paragraph that is broken by its writer; at least one */
    public record Paragraph(Place place, List<String> lines) {}

    private static final int TITLE_HALF_POINTS = 36;
    private static final int NOTE_HALF_POINTS = 21;

    public LetterPage {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * @param document a letter as it was written by the product
     * @throws TemplateRefused when it is no Word document
     */
    static LetterPage of(byte[] document) {
        DocxPackage file = DocxPackage.open(document);
        String main = DocxGuard.inspect(file);
        List<Paragraph> paragraphs = new ArrayList<>();
        around(file, main, "header").forEach(paragraphs::add);
        paragraphs.addAll(paragraphs(file, main));
        around(file, main, "footer").forEach(paragraphs::add);
        return new LetterPage(paragraphs);
    }

    /** What stands above or below each page, once; page numbers are the printer's affair. */
    private static Set<Paragraph> around(DocxPackage file, String main, String type) {
        Set<Paragraph> once = new LinkedHashSet<>();
        file.relationships(main).stream()
                .filter(relationship -> relationship.is(type))
                .flatMap(relationship -> paragraphs(file, relationship.target()).stream())
                .filter(p -> p.lines.stream().anyMatch(line -> line.codePoints().anyMatch(Character::isLetter)))
                .forEach(once::add);
        return once;
    }

    private static List<Paragraph> paragraphs(DocxPackage file, String part) {
        Document xml = PartXml.parse(file.bytes(part));
        return PartXml.elements(xml, "p").stream()
                .map(LetterPage::paragraph)
                .filter(p -> p.lines.stream().anyMatch(line -> !line.isBlank()))
                .toList();
    }

    private static Paragraph paragraph(Element element) {
        List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
        collect(element, lines);
        return new Paragraph(
                place(element), lines.stream().map(StringBuilder::toString).toList());
    }

    /** A paragraph within, as in a text box, is told for itself. */
    private static void collect(Node parent, List<StringBuilder> lines) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            String name = node.getLocalName();
            if ("t".equals(name)) {
                lines.get(lines.size() - 1).append(node.getTextContent());
            } else if ("tab".equals(name) && !"tabs".equals(parent.getLocalName())) {
                lines.get(lines.size() - 1).append(' ');
            } else if ("br".equals(name)) {
                lines.add(new StringBuilder());
            } else if (!"p".equals(name)) {
                collect(node, lines);
            }
        }
    }

    private static Place place(Element paragraph) {
        String alignment = value(paragraph, "jc", "val");
        int size = number(value(paragraph, "sz", "val"));
        if (size > 0 && size <= NOTE_HALF_POINTS) {
            return Place.NOTE;
        }
        if (alignment.equals("center")) {
            return size >= TITLE_HALF_POINTS ? Place.TITLE : Place.CENTRE;
        }
        if (alignment.equals("right") || alignment.equals("end")) {
            return Place.RIGHT;
        }
        boolean firstLine = number(value(paragraph, "ind", "firstLine")) > 0
                || number(value(paragraph, "ind", "firstLineChars")) > 0;
        if (firstLine) {
            return Place.INDENTED;
        }
        boolean setOff = number(value(paragraph, "ind", "left")) > 0 || number(value(paragraph, "ind", "start")) > 0;
        return setOff ? Place.BLOCK : Place.LEFT;
    }

    private static String value(Element paragraph, String element, String attribute) {
        NodeList found = paragraph.getElementsByTagNameNS("*", element);
        return found.getLength() == 0
                ? ""
                : ((Element) found.item(0)).getAttributeNS(found.item(0).getNamespaceURI(), attribute);
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
