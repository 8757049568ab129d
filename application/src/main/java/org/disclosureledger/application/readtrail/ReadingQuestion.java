package org.disclosureledger.application.readtrail;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of the trail; null for all.
 *
 * @param subject identity of a case or import, or the number of a case of the organ
 * @param from first day in China
 * @param to last day in China
 * @param before number of the event before which it goes on
 */
public record ReadingQuestion(
        @Nullable String organ,
        @Nullable String account,
        @Nullable String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long before) {

    public static ReadingQuestion of(
            @Nullable String organ,
            @Nullable String account,
            @Nullable String subject,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long before) {
        return new ReadingQuestion(typed(organ), typed(account), typed(subject), from, to, before);
    }

    private static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public boolean isNarrowed() {
        return organ != null || account != null || subject != null || from != null || to != null;
    }
}
