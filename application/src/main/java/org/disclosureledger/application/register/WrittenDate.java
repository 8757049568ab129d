package org.disclosureledger.application.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day as people in China write it: 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, and 20240305 where it is typed. */
public final class WrittenDate {

    private static final Pattern DATE = Pattern.compile("(\\d{4})\\s*"
            + "(?:([-/.])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{1,2})|年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日)"
            + "(?:[T\\s]\\s*(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final int LONGEST = 100;

    private WrittenDate() {}

    /**
     * The day that a cell of a file says.
     *
     * @param text in half-width signs
     * @return null when it says none
     * @throws DateTimeException when there is no such day
     */
    static @Nullable LocalDate find(String text) {
        Matcher parts = DATE.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return null;
        }
        boolean withSigns = parts.group(2) != null;
        return day(parts, withSigns ? 3 : 5, withSigns ? 4 : 6);
    }

    /**
     * The day that somebody typed; eight digits are one, too, which in a file would be a number.
     *
     * @throws DateTimeException when it is no day
     */
    public static LocalDate typed(String text) {
        String plain = Text.canonical(Text.halfWidth(text));
        Matcher digits = DIGITS.matcher(plain);
        LocalDate day = digits.matches() ? day(digits, 2, 3) : find(plain);
        if (day == null) {
            throw new DateTimeException("no date");
        }
        return day;
    }

    private static LocalDate day(Matcher parts, int month, int day) {
        return LocalDate.of(number(parts, 1), number(parts, month), number(parts, day));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
