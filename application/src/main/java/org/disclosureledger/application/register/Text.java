package org.disclosureledger.application.register;

/** How text in files is brought to one form, so that the same words are the same value whoever typed them. */
final class Text {

    private Text() {}

    /**
     * The form in which text is recorded: without leading and trailing white space of any width (the full-width space
     * and the zero-width ones among it) and with line feeds as line breaks. What stands between is kept as it is.
     */
    static String canonical(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        String trimmed = text.substring(from, to);
        return trimmed.indexOf('\r') < 0
                ? trimmed
                : trimmed.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** For matching only: half-width ASCII, no white space at all. */
    static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                key.append(halfWidth(text.charAt(i)));
            }
        }
        return key.toString();
    }

    /** Full-width digits, letters and signs as their ASCII counterparts. */
    static String halfWidth(String text) {
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            half.append(text.charAt(i) == '\u3000' ? ' ' : halfWidth(text.charAt(i)));
        }
        return half.toString();
    }

    static boolean isEmpty(String text) {
        return text.chars().allMatch(c -> isBlank((char) c));
    }

    static boolean hasControlCharacter(String text) {
        return text.codePoints().anyMatch(Text::isForbidden);
    }

    private static boolean isForbidden(int c) {
        boolean lineOrTab = c == '\n' || c == '\t';
        boolean halfOfAPair = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return (Character.isISOControl(c) && !lineOrTab) || halfOfAPair || (c & 0xFFFE) == 0xFFFE;
    }

    private static char halfWidth(char c) {
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\uFEFF'
                || c == '\u200B'
                || c == '\u200C'
                || c == '\u200D'
                || c == '\u2060';
    }
}
