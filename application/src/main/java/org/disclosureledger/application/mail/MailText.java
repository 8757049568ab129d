package org.disclosureledger.application.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The lines of a mail as they were read by a person: without mark-up and signs of quotation. Linear in its length. */
final class MailText {

    private static final Set<String> BLOCKS =
            Set.of("p", "div", "tr", "li", "table", "hr", "h1", "h2", "h3", "h4", "blockquote");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> TAGS = Set.of(
            "a", "b", "body", "center", "em", "font", "head", "html", "i", "img", "meta", "o:p", "ol", "pre", "span",
            "strong", "tbody", "title", "u", "ul");
    private static final Map<String, String> ENTITIES =
            Map.of("&nbsp;", " ", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&#160;", " ", "&amp;", "&");
    private static final int LONGEST_NAME = 10;
    private static final int LONGEST_TAG = 500;
    private static final String NOT_SEEN = "\u200B\u200C\u200D\u2060\uFEFF";

    private final String text;
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private MailText(String text) {
        this.text = text;
    }

    static List<String> lines(String text) {
        MailText reader = new MailText(text.replace("\r\n", "\n").replace('\r', '\n'));
        reader.read();
        return reader.plain.toString().lines().map(MailText::unquoted).toList();
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean done = (c == '<' && tag()) || (c == '&' && entity());
            if (!done) {
                if (NOT_SEEN.indexOf(c) < 0) {
                    plain.append(c == '\u00A0' ? ' ' : c);
                }
                at++;
            }
        }
    }

    /** False where the sign is none of a tag, as before an address of e-mail. */
    private boolean tag() {
        int from = at + 1;
        boolean closes = from < text.length() && text.charAt(from) == '/';
        from += closes ? 1 : 0;
        int to = from;
        while (to < text.length() && to - from <= LONGEST_NAME && isName(text.charAt(to))) {
            to++;
        }
        String name = text.substring(from, to).toLowerCase(Locale.ROOT);
        boolean breaks = name.equals("br");
        boolean block = BLOCKS.contains(name);
        boolean cell = CELLS.contains(name);
        boolean known = breaks || block || cell || TAGS.contains(name);
        if (to == text.length() || !known || " \n\t/>".indexOf(text.charAt(to)) < 0) {
            return false;
        }
        int end = to;
        while (end < text.length() && end - to <= LONGEST_TAG && text.charAt(end) != '>') {
            end++;
        }
        if (end == text.length() || text.charAt(end) != '>') {
            return false;
        }
        boolean begun = !plain.isEmpty() && plain.charAt(plain.length() - 1) != '\n';
        if (breaks || (block && begun)) {
            plain.append('\n');
        } else if (cell && closes) {
            plain.append('\t');
        }
        at = end + 1;
        return true;
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':';
    }

    private boolean entity() {
        for (Map.Entry<String, String> entity : ENTITIES.entrySet()) {
            if (text.startsWith(entity.getKey(), at)) {
                plain.append(entity.getValue());
                at += entity.getKey().length();
                return true;
            }
        }
        return false;
    }

    private static boolean isQuote(char c) {
        return c == '>' || c == '＞';
    }

    private static String unquoted(String line) {
        int from = 0;
        while (from < line.length() && (isQuote(line.charAt(from)) || (from > 0 && line.charAt(from) == ' '))) {
            from++;
        }
        return line.substring(from).stripTrailing();
    }
}
