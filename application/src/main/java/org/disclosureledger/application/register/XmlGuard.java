package org.disclosureledger.application.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Stands between the XML of an office document and the parser, which keeps whole tags and comments in memory: ends the reading when
 * one of them is longer than any office program writes, at a document type declaration (the way to external entities
 * and to entities that multiply), and at an encoding in which these checks would not see what the parser sees.
 */
public final class XmlGuard extends InputStream {

    private static final int LONGEST_CONSTRUCT = 1 << 20;
    private static final int DECLARATION = 200;

    /** Bytes after the first of {@code <!---->}: the dashes of {@code <!-->} do not end the comment that they begin. */
    private static final int SHORTEST_COMMENT = 6;

    private enum State {
        CONTENT,
        MARKUP,
        EXCLAMATION,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private final InputStream in;
    private final StringBuilder declaration = new StringBuilder(DECLARATION);
    private State state = State.CONTENT;
    private int length;
    private int last;
    private int beforeLast;

    public XmlGuard(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = in.read(buffer, offset, count);
        for (int i = offset; i < offset + read; i++) {
            check(buffer[i] & 0xFF);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void check(int b) {
        if (++length > LONGEST_CONSTRUCT) {
            throw new UnreadableFile(UnreadableFile.Reason.EXPANDS_TOO_FAR, "文件内部有过长的内容，不是正常的工作簿");
        }
        if (b == 0) {
            throw forbidden();
        }
        if (declaration.length() < DECLARATION) {
            checkDeclaration(b);
        }
        state = switch (state) {
            case CONTENT -> b == '<' ? begin() : State.CONTENT;
            case MARKUP -> b == '!' ? State.EXCLAMATION : b == '?' ? State.INSTRUCTION : State.CONTENT;
            case EXCLAMATION -> b == '-' ? State.COMMENT : b == '[' ? State.CDATA : refuseDoctype();
            case COMMENT ->
                b == '>' && last == '-' && beforeLast == '-' && length >= SHORTEST_COMMENT ? end() : State.COMMENT;
            case CDATA -> b == '>' && last == ']' && beforeLast == ']' ? end() : State.CDATA;
            case INSTRUCTION -> b == '>' && last == '?' ? end() : State.INSTRUCTION;
        };
        beforeLast = last;
        last = b;
    }

    private State begin() {
        length = 0;
        return State.MARKUP;
    }

    private State end() {
        length = 0;
        return State.CONTENT;
    }

    /** Only UTF-8 passes: every office program writes it. */
    private void checkDeclaration(int b) {
        declaration.append((char) b);
        if (declaration.length() == 1 && b != '<' && b != 0xEF) {
            throw UnreadableFile.damaged();
        }
        if (b == '>' && declaration.indexOf("<?xml") >= 0) {
            String text = declaration.toString().toLowerCase(Locale.ROOT);
            if (text.contains("encoding") && !text.matches("(?s).*encoding\\s*=\\s*[\"']utf-8[\"'].*")) {
                throw forbidden();
            }
            declaration.setLength(DECLARATION);
        }
    }

    private static State refuseDoctype() {
        throw forbidden();
    }

    private static UnreadableFile forbidden() {
        return new UnreadableFile(
                UnreadableFile.Reason.FORBIDDEN_XML, "文件内部含有文档类型声明（DOCTYPE）等正常工作簿没有的内容，已拒绝读取；请用 Excel 打开后另存为 .xlsx");
    }
}
