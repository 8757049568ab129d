package org.disclosureledger.domain.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.disclosureledger.domain.DayWords;

/**
 * Which days are worked in China: Monday to Friday, less the days off and plus the make-up days (调休上班) that the State
 * Council's yearly notices name. For a year without a notice only the weekends are off, which {@link #isSettled} tells.
 */
public final class WorkingDays {

    private static final WorkingDays SHIPPED = read();

    private final NavigableMap<LocalDate, NamedDay> named;
    private final Map<Integer, String> notices;

    /** A day that a notice speaks of. */
    public record NamedDay(boolean worked, String notice) {}

    private WorkingDays(NavigableMap<LocalDate, NamedDay> named, Map<Integer, String> notices) {
        this.named = named;
        this.notices = notices;
    }

    /** The notices for 2019 to 2026, as shipped. */
    public static WorkingDays shipped() {
        return SHIPPED;
    }

    private static WorkingDays read() {
        NavigableMap<LocalDate, NamedDay> named = new TreeMap<>();
        Map<Integer, String> notices = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(WorkingDays.class.getResourceAsStream("holidays.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",", 3);
                LocalDate day = LocalDate.parse(cells[0]);
                named.put(day, new NamedDay(cells[1].equals("worked"), cells[2]));
                notices.put(day.getYear(), cells[2]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkingDays(named, notices);
    }

    /** The calendar after a notice for a whole year: what was named for that year before no longer holds. */
    WorkingDays with(int year, String notice, Days off, Days worked) {
        NavigableMap<LocalDate, NamedDay> days = new TreeMap<>(named);
        days.keySet().removeIf(day -> day.getYear() == year);
        off.days().forEach(day -> days.put(day, new NamedDay(false, notice)));
        worked.days().forEach(day -> days.put(day, new NamedDay(true, notice)));
        Map<Integer, String> years = new HashMap<>(notices);
        years.put(year, notice);
        return new WorkingDays(days, years);
    }

    /** The calendar after a change of one day, as in an emergency. */
    WorkingDays with(LocalDate day, boolean worked, String notice) {
        NavigableMap<LocalDate, NamedDay> days = new TreeMap<>(named);
        days.put(day, new NamedDay(worked, notice));
        return new WorkingDays(days, notices);
    }

    public boolean isWorkingDay(LocalDate day) {
        NamedDay known = named.get(day);
        return known == null ? !isWeekend(day) : known.worked();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether the State Council's notice for the day's year is known. */
    public boolean isSettled(LocalDate day) {
        return notices.containsKey(day.getYear());
    }

    /** Why the day is worked or not, in Chinese, with the notice that says so. */
    public String why(LocalDate day) {
        NamedDay known = named.get(day);
        if (known != null) {
            return (known.worked() ? "调休上班" : "放假") + "（" + known.notice() + "）";
        }
        String weekday = "星期" + DayWords.weekday(day);
        return isSettled(day) ? weekday : weekday + "（该年尚无放假通知，按星期推定）";
    }

    /** The days of a year that notices name, in their order. */
    public Map<LocalDate, NamedDay> named(int year) {
        Map<LocalDate, NamedDay> days = new TreeMap<>();
        named.forEach((day, of) -> {
            if (day.getYear() == year) {
                days.put(day, of);
            }
        });
        return days;
    }

    /** The notice that settles each year. */
    public Map<Integer, String> notices() {
        return new TreeMap<>(notices);
    }

    /** The last of {@code days} working days counted from the day after {@code start}. */
    public LocalDate after(LocalDate start, int days) {
        LocalDate day = start;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        if (!to.isAfter(from)) {
            return 0;
        }
        int count = (int) (weekdaysUpTo(to) - weekdaysUpTo(from));
        for (Map.Entry<LocalDate, NamedDay> entry :
                named.subMap(from, false, to, true).entrySet()) {
            LocalDate day = entry.getKey();
            if (entry.getValue().worked() == isWeekend(day)) {
                count += isWeekend(day) ? 1 : -1;
            }
        }
        return count;
    }

    /** Mondays to Fridays from the Monday before 1970 up to and including a day. */
    private static long weekdaysUpTo(LocalDate day) {
        long days = day.toEpochDay() + 4;
        return Math.floorDiv(days, 7) * 5 + Math.min(5, Math.floorMod(days, 7));
    }
}
