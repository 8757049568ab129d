package org.disclosureledger.domain.calendar;

import java.time.LocalDate;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;

/** What can be asked of an organ's calendar. */
public sealed interface CalendarCommand {

    OrganCode organ();

    /** The day on which it is entered, in China. */
    LocalDate today();

    /** Enter the State Council's notice for a year. */
    record EnterHolidayNotice(
            OrganCode organ,
            LocalDate today,
            int noticeYear,
            String noticeNumber,
            LocalDate noticedOn,
            Days offDays,
            Days workedDays)
            implements CalendarCommand {}

    /** Change one day. */
    record ChangeDay(
            OrganCode organ,
            LocalDate today,
            LocalDate day,
            boolean worked,
            String noticeNumber,
            LocalDate noticedOn,
            @Nullable String reason)
            implements CalendarCommand {}
}
