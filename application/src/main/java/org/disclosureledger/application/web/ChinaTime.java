package org.disclosureledger.application.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.domain.DayWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days and instants as people in China read and type them: what a page shows comes from here. Templates know it as {@code @chinaTime}. */
@Component
public class ChinaTime {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Clock clock;

    public ChinaTime(Clock clock) {
        this.clock = clock;
    }

    /** An instant to the second: 2024年3月5日 14:30:05. */
    public String shown(Instant instant) {
        ZonedDateTime time = instant.atZone(ClockConfiguration.CHINA);
        return DayWords.of(time.toLocalDate()) + " " + TIME.format(time);
    }

    /** An instant as it was typed into a field of type datetime-local, to the second: 2024年3月5日 14:30. */
    public String moment(String typed) {
        LocalDateTime time = LocalDateTime.parse(typed.strip());
        return DayWords.of(time.toLocalDate()) + " " + time.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
    }

    /** As a field of type datetime-local has it. */
    public String typed(Instant instant) {
        return TYPED.format(instant.atZone(ClockConfiguration.CHINA));
    }

    /** A day: 2024年3月5日; nothing for none. */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : DayWords.of(day);
    }

    /** A day with its weekday: 2024年3月5日（周二）. */
    public String day(LocalDate day) {
        return DayWords.of(day) + "（周" + DayWords.weekday(day) + "）";
    }

    /** A day with its weekday in full: 2024年3月5日（星期二）. */
    public String words(LocalDate day) {
        return DayWords.of(day) + "（星期" + DayWords.weekday(day) + "）";
    }

    public int thisYear() {
        return today().getYear();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ClockConfiguration.CHINA);
    }

    /** How long it is between two instants, or until now. */
    public String lasted(Instant from, @Nullable Instant to) {
        long seconds = Duration.between(from, to == null ? clock.instant() : to).toSeconds();
        if (seconds < 1) {
            return "不到 1 秒";
        }
        return seconds < 60 ? seconds + " 秒" : seconds / 60 + " 分 " + seconds % 60 + " 秒";
    }

    /**
     * An instant from a datetime-local field, to the end of the minute or second that was typed.
     *
     * @return ISO-8601, null when nothing was typed
     */
    public @Nullable String instant(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(typed.strip());
            boolean toTheMinute = time.getSecond() == 0 && time.getNano() == 0;
            LocalDateTime end = toTheMinute ? time.plus(59, ChronoUnit.SECONDS) : time;
            Instant instant = end.atZone(ClockConfiguration.CHINA).toInstant();
            Instant now = clock.instant();
            boolean thisMinute = instant.isAfter(now)
                    && !time.atZone(ClockConfiguration.CHINA).toInstant().isAfter(now);
            if (instant.isAfter(now) && !thisMinute) {
                throw Problem.badRequest("asOf", "要查看的时刻不能晚于现在。");
            }
            return (thisMinute ? now : instant).toString();
        } catch (DateTimeException e) {
            throw Problem.badRequest("asOf", "“" + typed + "”不是可以识别的时刻，请按“年-月-日 时:分”填写。");
        }
    }
}
