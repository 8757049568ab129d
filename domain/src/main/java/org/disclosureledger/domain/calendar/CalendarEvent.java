package org.disclosureledger.domain.calendar;

import java.time.LocalDate;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What became known of the days that are worked, beyond the notices that the product brings with it. */
public sealed interface CalendarEvent extends DomainEvent {

    /**
     * The State Council's notice for a year. A later one for the same year replaces it; both stay.
     *
     * @param noticeYear the calendar year whose days it names
     * @param noticedOn date of the notice
     * @param offDays as {@link Days} writes them
     * @param workedDays as {@link Days} writes them
     */
    record HolidayNoticeEntered(
            OrganCode organ,
            Integer noticeYear,
            String noticeNumber,
            LocalDate noticedOn,
            String offDays,
            String workedDays)
            implements CalendarEvent {}

    /**
     * One day was changed after the notice of its year, as in an emergency.
     *
     * @param changedOn the day that is worked, or off, from now on
     * @param noticedOn date of the notice
     */
    record CalendarDayChanged(
            OrganCode organ,
            LocalDate changedOn,
            Boolean worked,
            String noticeNumber,
            LocalDate noticedOn,
            @Nullable String reason)
            implements CalendarEvent {}
}
