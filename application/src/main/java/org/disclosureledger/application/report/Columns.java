package org.disclosureledger.application.report;

/** How wide a text is in halves of a Chinese character: letters and digits are one, all else is two. */
final class Columns {

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(c -> c < 0x80 ? 1 : 2).sum();
    }

    /** How many lines a text takes when a line holds this many halves. */
    static int lines(String text, int perLine) {
        return Math.max(1, Math.ceilDiv(of(text), Math.max(2, perLine)));
    }
}
