package org.disclosureledger.application.register;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Excel writes characters that XML cannot hold as {@code _x000D_}, and so an underscore before such text as well. */
final class ExcelText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LOOKS_LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private ExcelText() {}

    static String decode(String text) {
        return text.indexOf("_x") < 0
                ? text
                : ESCAPE.matcher(text)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    static String encode(String text) {
        return LOOKS_LIKE_ESCAPE.matcher(text).replaceAll("_x005F_");
    }
}
