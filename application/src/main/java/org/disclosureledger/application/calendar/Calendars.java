package org.disclosureledger.application.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.CalendarCommand;
import org.disclosureledger.domain.calendar.CalendarEvent;
import org.disclosureledger.domain.calendar.CalendarRules;
import org.disclosureledger.domain.calendar.Days;
import org.disclosureledger.domain.calendar.OrganCalendar;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.OrganCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Enters notices of holidays and changes of single days, for API and pages alike. */
@Component
public class Calendars {

    private final Commands commands;
    private final OrganCalendars calendars;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Calendars(Commands commands, OrganCalendars calendars, ApplicationEventPublisher listeners, Clock clock) {
        this.commands = commands;
        this.calendars = calendars;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @throws org.disclosureledger.domain.CommandRejected when the notice cannot be one */
    public Recorded enterNotice(
            String organ,
            int year,
            String number,
            LocalDate noticedOn,
            Days off,
            Days worked,
            String user,
            CommandId id) {
        return send(
                organ,
                number,
                new CalendarCommand.EnterHolidayNotice(
                        new OrganCode(organ), today(), year, number, noticedOn, off, worked),
                user,
                id);
    }

    /** @throws org.disclosureledger.domain.CommandRejected when the change cannot be one */
    public Recorded changeDay(
            String organ,
            LocalDate day,
            boolean worked,
            String number,
            LocalDate noticedOn,
            @Nullable String reason,
            String user,
            CommandId id) {
        return send(
                organ,
                number,
                new CalendarCommand.ChangeDay(new OrganCode(organ), today(), day, worked, number, noticedOn, reason),
                user,
                id);
    }

    /** What the rules would say of a notice, without recording it. */
    Judgement<CalendarEvent> judge(String organ, int year, String number, LocalDate noticedOn, Days off, Days worked) {
        return CalendarRules.handle(
                new CalendarCommand.EnterHolidayNotice(
                        new OrganCode(organ), today(), year, number, noticedOn, off, worked),
                new OrganCalendar(calendars.of(organ)));
    }

    private Recorded send(String organ, String notice, CalendarCommand command, String user, CommandId id) {
        WorkingDays before = calendars.refresh(organ);
        Recorded recorded =
                commands.send(CalendarWiring.AGGREGATE, command, Map.of("by", user, "source", "typed"), id, List.of());
        if (recorded.events() > 0) {
            listeners.publishEvent(new CalendarChanged(organ, before, calendars.refresh(organ), notice, user));
        }
        return recorded;
    }

    private LocalDate today() {
        return ZonedDateTime.now(clock).toLocalDate();
    }
}
