package org.disclosureledger.domain;

import java.time.LocalDate;
import java.util.Arrays;

/** Days as they are written in Chinese sentences. */
public final class DayWords {

    private DayWords() {}

    /** A day in figures and signs: 2024年3月5日. */
    public static String of(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** The days of a week as the calendar names them, without 星期 or 周 before them: 一 to 六, and 日. */
    public static char weekday(LocalDate day) {
        return "一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1);
    }

    /** A sentence whose {@code %s} take details; a day among them is written as a day. */
    public static String sentence(String pattern, Object... details) {
        return pattern.formatted(Arrays.stream(details)
                .map(detail -> detail instanceof LocalDate day ? of(day) : detail)
                .toArray());
    }
}
