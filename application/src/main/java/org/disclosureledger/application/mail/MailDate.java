package org.disclosureledger.application.mail;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.application.register.WrittenDate;

/** The day in a mail's header: “Tue, 5 Mar 2024 09:12:33 +0800”, “2024年3月5日(星期二) 上午9:12”, “2024/3/5 9:12”. */
final class MailDate {

    private static final int LONGEST = 200;
    private static final int LONGEST_DAY = 14;

    private MailDate() {}

    /** @param zone in which a moment with a zone of its own is told */
    static Optional<LocalDate> of(String text, ZoneId zone) {
        String plain = TypedText.halfWidth(text).strip();
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<LocalDate> moment = moment(plain, zone);
        return moment.isPresent() ? moment : written(plain);
    }

    private static Optional<LocalDate> moment(String text, ZoneId zone) {
        int comment = text.indexOf(" (");
        String rfc = comment < 0 ? text : text.substring(0, comment);
        try {
            return Optional.of(ZonedDateTime.parse(rfc, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(zone)
                    .toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> written(String text) {
        for (int from = 0; from + 4 < text.length(); from++) {
            boolean year = text.startsWith("20", from) && (from == 0 || !isDigit(text.charAt(from - 1)));
            int longest = Math.min(text.length(), from + LONGEST_DAY);
            for (int to = longest; year && to > from + 7; to--) {
                boolean whole = to == text.length() || !isDigit(text.charAt(to));
                Optional<LocalDate> day = whole ? day(text.substring(from, to)) : Optional.empty();
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(WrittenDate.typed(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
