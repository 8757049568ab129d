package org.disclosureledger.domain.calendar;

/** The calendar of an organ: the shipped notices and what the organ entered. */
public record OrganCalendar(WorkingDays days) {

    public static final OrganCalendar SHIPPED = new OrganCalendar(WorkingDays.shipped());

    public OrganCalendar evolve(CalendarEvent event) {
        return new OrganCalendar(
                switch (event) {
                    case CalendarEvent.HolidayNoticeEntered e ->
                        days.with(e.noticeYear(), e.noticeNumber(), Days.of(e.offDays()), Days.of(e.workedDays()));
                    case CalendarEvent.CalendarDayChanged e -> days.with(e.changedOn(), e.worked(), e.noticeNumber());
                });
    }
}
