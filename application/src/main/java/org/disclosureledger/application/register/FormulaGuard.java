package org.disclosureledger.application.register;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet program from running text in a CSV file as a formula: such text gets one apostrophe in front when
 * written and loses exactly one when read. Text that already has apostrophes there is covered too, so nothing that went
 * out comes back different.
 */
public final class FormulaGuard {

    private static final Pattern RISKY = Pattern.compile("^'*[=+\\-@\t\r＝＋－＠]");
    private static final Pattern GUARDED = Pattern.compile("^'+[=+\\-@\t\r＝＋－＠]");

    private FormulaGuard() {}

    public static String guard(String text) {
        return RISKY.matcher(text).find() ? "'" + text : text;
    }

    public static String unguard(String cell) {
        return GUARDED.matcher(cell).find() ? cell.substring(1) : cell;
    }
}
