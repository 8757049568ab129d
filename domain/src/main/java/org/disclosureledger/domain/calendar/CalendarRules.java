package org.disclosureledger.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Finding;

/** What a notice of holidays must say to be one; the same notice entered twice is one. */
public final class CalendarRules {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** 《全国年节及纪念日放假办法》 art. 2: eleven days until 2024, thirteen since. */
    private static final int STATUTORY_HOLIDAYS = 11;

    private CalendarRules() {}

    public static Judgement<CalendarEvent> handle(CalendarCommand command, OrganCalendar calendar) {
        return switch (command) {
            case CalendarCommand.EnterHolidayNotice c -> enter(c, calendar.days());
            case CalendarCommand.ChangeDay c -> change(c, calendar.days());
        };
    }

    private static Judgement<CalendarEvent> enter(CalendarCommand.EnterHolidayNotice c, WorkingDays known) {
        int year = c.noticeYear();
        List<Finding> findings = new ArrayList<>(notice(c.noticeNumber(), c.noticedOn(), c.today()));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            findings.add(CalendarRule.YEAR_IMPROBABLE.onField("noticeYear"));
        }
        if (c.offDays().days().isEmpty()) {
            findings.add(CalendarRule.NO_DAY_OFF.onField("offDays"));
        } else if (c.offDays().days().size() < STATUTORY_HOLIDAYS) {
            findings.add(CalendarRule.FEWER_THAN_THE_STATUTORY_HOLIDAYS.onField(
                    "offDays", c.offDays().days().size()));
        }
        findings.addAll(days("offDays", c.offDays(), year));
        findings.addAll(days("workedDays", c.workedDays(), year));
        for (LocalDate day : c.workedDays().days()) {
            if (c.offDays().days().contains(day)) {
                findings.add(CalendarRule.OFF_AND_WORKED.onField("workedDays", day));
            } else if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                findings.add(CalendarRule.WORKED_ANYWAY.onField("workedDays", day));
            }
        }
        String before = known.notices().get(year);
        if (before != null && before.equals(c.noticeNumber()) && sameDays(c, known)) {
            return Judgement.of(List.of());
        }
        if (before != null) {
            findings.add(CalendarRule.REPLACES_A_NOTICE.onField("noticeYear", year, before));
        }
        return new Judgement<>(
                List.of(new CalendarEvent.HolidayNoticeEntered(
                        c.organ(),
                        year,
                        c.noticeNumber(),
                        c.noticedOn(),
                        c.offDays().toString(),
                        c.workedDays().toString())),
                findings);
    }

    private static boolean sameDays(CalendarCommand.EnterHolidayNotice c, WorkingDays known) {
        TreeSet<LocalDate> off = new TreeSet<>();
        TreeSet<LocalDate> worked = new TreeSet<>();
        known.named(c.noticeYear()).forEach((day, named) -> (named.worked() ? worked : off).add(day));
        return off.equals(c.offDays().days()) && worked.equals(c.workedDays().days());
    }

    private static Judgement<CalendarEvent> change(CalendarCommand.ChangeDay c, WorkingDays known) {
        List<Finding> findings = new ArrayList<>(notice(c.noticeNumber(), c.noticedOn(), c.today()));
        if (c.day().getYear() < FIRST_YEAR || c.day().getYear() > LAST_YEAR) {
            findings.add(CalendarRule.YEAR_IMPROBABLE.onField("day"));
        }
        if (known.isWorkingDay(c.day()) == c.worked()) {
            findings.add(CalendarRule.NOTHING_CHANGES.onField("day", c.day()));
        }
        return new Judgement<>(
                List.of(new CalendarEvent.CalendarDayChanged(
                        c.organ(), c.day(), c.worked(), c.noticeNumber(), c.noticedOn(), c.reason())),
                findings);
    }

    private static List<Finding> notice(String number, LocalDate noticedOn, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (number.isBlank()) {
            findings.add(CalendarRule.NOTICE_NUMBER_MISSING.onField("noticeNumber"));
        }
        if (noticedOn.isAfter(today)) {
            findings.add(CalendarRule.NOTICE_IN_THE_FUTURE.onField("noticedOn", noticedOn));
        }
        return findings;
    }

    private static List<Finding> days(String field, Days days, int year) {
        return days.days().stream()
                .filter(day -> day.getYear() != year)
                .map(day -> CalendarRule.DAY_OF_ANOTHER_YEAR.onField(field, day, year))
                .toList();
    }
}
