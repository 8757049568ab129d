package org.disclosureledger.application.register;

/** A cell as the file has it, before anybody knows which fact it states. */
record RawCell(Kind kind, String text) {

    static final RawCell EMPTY = new RawCell(Kind.TEXT, "");

    enum Kind {
        TEXT,
        /** A number of a workbook, in plain decimal notation. */
        NUMBER,
        /** A number of a workbook with more digits than Excel keeps. */
        LONG_NUMBER,
        /** A real Excel date, ISO-8601, followed by the time unless it is midnight. */
        DATE,
        ERROR,
        UNCALCULATED
    }

    static RawCell text(String text) {
        return new RawCell(Kind.TEXT, text);
    }

    boolean isEmpty() {
        return kind == Kind.TEXT && Text.isEmpty(text);
    }
}
