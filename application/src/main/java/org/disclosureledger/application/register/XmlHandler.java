package org.disclosureledger.application.register;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads elements by their local names, and bounds what a hostile part could make the parser remember. */
abstract class XmlHandler extends DefaultHandler {

    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 1_000;
    /** Seven characters of {@code _x000D_} stand for one. */
    private static final int LONGEST_TEXT = 8 * RawRow.LONGEST_CELL;

    private final Set<String> names = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private boolean collecting;
    private int depth;

    @Override
    public final void startElement(String uri, String localName, String qName, Attributes attributes) {
        depth++;
        names.add(qName);
        for (int i = 0; i < attributes.getLength(); i++) {
            names.add(attributes.getQName(i));
        }
        if (depth > DEEPEST || names.size() > MOST_NAMES) {
            throw new UnreadableFile(UnreadableFile.Reason.EXPANDS_TOO_FAR, "文件内部的结构不是正常的工作簿");
        }
        started(localName, attributes);
    }

    @Override
    public final void endElement(String uri, String localName, String qName) {
        depth--;
        ended(localName);
    }

    @Override
    public final void characters(char[] characters, int start, int length) {
        if (collecting) {
            text.append(characters, start, length);
            if (text.length() > LONGEST_TEXT) {
                throw tooLong();
            }
        }
    }

    abstract void started(String name, Attributes attributes);

    void ended(String name) {}

    /** The cell that is too long, as far as the part tells. */
    UnreadableFile tooLong() {
        return new UnreadableFile(UnreadableFile.Reason.CELL_TOO_LONG, "有单元格的内容超过" + RawRow.LONGEST_CELL + "个字符");
    }

    final void collect(boolean on) {
        collecting = on;
    }

    /** What was collected since the last call. */
    final String takeText() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    static @Nullable String attribute(Attributes attributes, String localName) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(localName)) {
                return attributes.getValue(i);
            }
        }
        return null;
    }
}
