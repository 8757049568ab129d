package org.disclosureledger.domain.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Which days are worked in China: Monday to Friday, less the days off and plus the make-up days (调休上班) that the State
 * Council's yearly notices name. For a year without a notice only the weekends are off, which {@link #isSettled} tells.
 */
public final class WorkingDays {

    private final Set<LocalDate> off;
    private final Set<LocalDate> worked;
    private final Set<Integer> settledYears;

    public WorkingDays(Set<LocalDate> off, Set<LocalDate> worked, Set<Integer> settledYears) {
        this.off = Set.copyOf(off);
        this.worked = Set.copyOf(worked);
        this.settledYears = Set.copyOf(settledYears);
    }

    /** The notices for 2019 to 2026, as shipped. */
    public static WorkingDays shipped() {
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        try (InputStream in = Objects.requireNonNull(WorkingDays.class.getResourceAsStream("holidays.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",", 3);
                LocalDate day = LocalDate.parse(cells[0]);
                (cells[1].equals("off") ? off : worked).add(day);
                years.add(day.getYear());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkingDays(off, worked, years);
    }

    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return worked.contains(day) || (!weekend && !off.contains(day));
    }

    /** Whether the State Council's notice for the day's year is known. */
    public boolean isSettled(LocalDate day) {
        return settledYears.contains(day.getYear());
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
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}
