package org.disclosureledger.application.register;

import org.jspecify.annotations.Nullable;

/**
 * A whole file is refused. The message is a Chinese sentence for the office; only of a header does it quote anything, and
 * {@link #brief} does not even that, since what stands there may be somebody's data. The parser's own words, which could
 * quote more, are left behind.
 */
public final class UnreadableFile extends RuntimeException {

    /** Why; callers compare this, never the sentence. */
    public enum Reason {
        EMPTY,
        /** OLE2: a workbook of Excel 97–2003, or an encrypted one. */
        LEGACY_OR_ENCRYPTED,
        /** A picture, a PDF, an archive, a web page: something that is no table. */
        OTHER_KIND_OF_FILE,
        BINARY,
        ENCODING,
        DAMAGED,
        MACROS,
        /** It unpacks to more than any register needs. */
        EXPANDS_TOO_FAR,
        /** A document type declaration or other XML that no workbook contains. */
        FORBIDDEN_XML,
        MISSING_HEADER,
        DUPLICATE_HEADER,
        HEADER_NOT_FIRST,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        CELL_TOO_LONG,
        MALFORMED_CSV
    }

    private final Reason reason;
    private final @Nullable Integer row;
    private final @Nullable Integer column;
    private final String brief;

    UnreadableFile(Reason reason, String sentence) {
        this(reason, sentence, null, null);
    }

    UnreadableFile(Reason reason, String sentence, @Nullable Integer row, @Nullable Integer column) {
        this(reason, sentence, sentence, row, column);
    }

    private UnreadableFile(
            Reason reason, String sentence, String brief, @Nullable Integer row, @Nullable Integer column) {
        super(sentence);
        this.brief = brief;
        this.reason = reason;
        this.row = row;
        this.column = column;
    }

    /** @param read what was found in place of the header, which is kept sealed */
    static UnreadableFile withoutHeader(String missing, String read) {
        return new UnreadableFile(Reason.MISSING_HEADER, missing + read, missing, 1, null);
    }

    static UnreadableFile damaged() {
        return new UnreadableFile(Reason.DAMAGED, "文件已损坏或不完整，无法读取，请用 Excel 打开后另存为 .xlsx 再导入");
    }

    /** The sentence without what it quotes. */
    public String brief() {
        return brief;
    }

    public Reason reason() {
        return reason;
    }

    /** As Excel numbers it, the header being 1. */
    public @Nullable Integer row() {
        return row;
    }

    /** Counted from 1. */
    public @Nullable Integer column() {
        return column;
    }
}
