package org.disclosureledger.application.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A paragraph of a template: its own text as one line, however Word has split it over runs, and the fields in it. Braces
 * may be full-width, as a Chinese keyboard gives them; white space around a name does not count.
 */
final class LetterParagraph {

    private static final Pattern BRACES = Pattern.compile("[{｛]{2}|[}｝]{2}");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u200B\\u3000]+");
    private static final int LONGEST_QUOTE = 16;

    /** Stands for a line break between the two steps of replacing; Word gives it the same meaning. */
    private static final char BREAK = '\u2028';

    private final Element paragraph;
    private final List<Element> texts = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private @Nullable String unclosed;
    private @Nullable String unopened;

    /** @param to after the closing braces */
    record Field(int from, int to, String name) {}

    LetterParagraph(Element paragraph) {
        this.paragraph = paragraph;
        collect(paragraph);
        find(text());
    }

    static List<LetterParagraph> all(Document part) {
        return PartXml.elements(part, "p").stream()
                .filter(LetterParagraph::isParagraph)
                .map(LetterParagraph::new)
                .toList();
    }

    List<Field> fields() {
        return fields;
    }

    /** The beginning of a field that does not end in this paragraph; null when there is none. */
    @Nullable String unclosed() {
        return unclosed;
    }

    /** The end of one that does not begin here. */
    @Nullable String unopened() {
        return unopened;
    }

    /** Text boxes hold paragraphs of their own. */
    private void collect(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Element element)) {
                continue;
            }
            if (isWord(element, "t")) {
                texts.add(element);
            } else if (!isParagraph(element)) {
                collect(element);
            }
        }
    }

    /** Of WordprocessingML, as Office or as the ISO standard names it; drawings have paragraphs, too. */
    private static boolean isWord(Element element, String localName) {
        String namespace = element.getNamespaceURI();
        return namespace != null
                && namespace.contains("wordprocessingml")
                && element.getLocalName().equals(localName);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        texts.forEach(t -> text.append(t.getTextContent()));
        return text.toString();
    }

    private void find(String text) {
        int open = -1;
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            boolean opens = "{｛".indexOf(text.charAt(braces.start())) >= 0;
            if (opens) {
                unclosed = open < 0 ? unclosed : quoted(text.substring(open, braces.start()));
                open = braces.start();
            } else if (open < 0) {
                unopened = quoted(text.substring(Math.max(0, braces.start() - LONGEST_QUOTE), braces.end()));
            } else {
                String name = text.substring(open + 2, braces.start());
                fields.add(new Field(open, braces.end(), SPACE.matcher(name).replaceAll("")));
                open = -1;
            }
        }
        if (open >= 0) {
            unclosed = quoted(text.substring(open));
        }
    }

    private static String quoted(String text) {
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }

    /**
     * Puts values in the place of the fields, each in the run in which its field begins. A paragraph all of whose values
     * are empty goes, with whatever words introduce them.
     *
     * @param values by name; lines end with a line feed
     */
    void fill(Function<String, String> values) {
        if (fields.isEmpty()) {
            return;
        }
        if (fields.stream().allMatch(field -> values.apply(field.name()).isEmpty())) {
            drop();
            return;
        }
        List<StringBuilder> filled = new ArrayList<>();
        int[] ends = new int[texts.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            filled.add(new StringBuilder(texts.get(i).getTextContent()));
            end += filled.get(i).length();
            ends[i] = end;
        }
        // From the last to the first, so that the places of those before stay as they were found.
        for (int f = fields.size() - 1; f >= 0; f--) {
            Field field = fields.get(f);
            replace(filled, ends, field, values.apply(field.name()).replace('\n', BREAK));
        }
        for (int i = 0; i < ends.length; i++) {
            write(texts.get(i), filled.get(i).toString());
        }
    }

    private static void replace(List<StringBuilder> filled, int[] ends, Field field, String value) {
        for (int i = ends.length - 1; i >= 0; i--) {
            int begin = i == 0 ? 0 : ends[i - 1];
            int from = Math.max(field.from(), begin);
            int to = Math.min(field.to(), ends[i]);
            if (from < to) {
                filled.get(i).replace(from - begin, to - begin, from == field.from() ? value : "");
            }
        }
    }

    /** Beside another paragraph it leaves no trace; alone in a cell, for one, it has to stay, as an empty one. */
    private void drop() {
        Node parent = paragraph.getParentNode();
        boolean section = paragraph.getElementsByTagNameNS("*", "sectPr").getLength() > 0;
        if (parent != null && !section && (isParagraph(next(paragraph)) || isParagraph(previous(paragraph)))) {
            parent.removeChild(paragraph);
        } else {
            texts.forEach(text -> write(text, ""));
        }
    }

    private static @Nullable Node next(Node node) {
        Node next = node.getNextSibling();
        return next == null || next instanceof Element ? next : next(next);
    }

    private static @Nullable Node previous(Node node) {
        Node previous = node.getPreviousSibling();
        return previous == null || previous instanceof Element ? previous : previous(previous);
    }

    private static boolean isParagraph(@Nullable Node node) {
        return node instanceof Element element && isWord(element, "p");
    }

    private static void write(Element text, String content) {
        if (content.equals(text.getTextContent())) {
            return;
        }
        Node run = text.getParentNode();
        String[] lines = content.split(String.valueOf(BREAK), -1);
        for (int i = 0; i < lines.length - 1; i++) {
            Element before = (Element) text.cloneNode(false);
            set(before, lines[i]);
            run.insertBefore(before, text);
            run.insertBefore(sibling(text, "br"), text);
        }
        set(text, lines[lines.length - 1]);
    }

    private static void set(Element text, String content) {
        text.setTextContent(content);
        text.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }

    private static Element sibling(Element text, String localName) {
        String prefix = text.getPrefix();
        return text.getOwnerDocument()
                .createElementNS(text.getNamespaceURI(), prefix == null ? localName : prefix + ":" + localName);
    }
}
