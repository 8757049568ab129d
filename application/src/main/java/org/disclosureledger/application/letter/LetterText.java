package org.disclosureledger.application.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.disclosureledger.domain.letter.LetterKind;

/**
 * The words of a letter as the product brings them, in {@code letters/<kind>.txt}: one paragraph a line, with a sign and
 * a blank before all that is not plain text.
 */
record LetterText(List<Line> lines) {

    /** What a line is. */
    enum Style {
        TITLE('#'),
        NUMBER('='),
        ADDRESSEE('@'),
        /** Set off as a whole: what was asked, or a list. */
        BLOCK('-'),
        SIGNATURE('>'),
        /** Small print below the letter. */
        NOTE('.'),
        TEXT(' ');

        private final char sign;

        Style(char sign) {
            this.sign = sign;
        }

        private static Style of(String line) {
            for (Style style : values()) {
                if (line.startsWith(style.sign + " ")) {
                    return style;
                }
            }
            return TEXT;
        }
    }

    record Line(Style style, String text) {}

    static LetterText of(LetterKind kind) {
        String name = "/letters/" + kind.id() + ".txt";
        try (InputStream in = LetterText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new LetterText(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(LetterText::line)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String line) {
        Style style = Style.of(line);
        return new Line(style, style == Style.TEXT ? line : line.substring(2));
    }
}
