package org.disclosureledger.application.calendar;

import org.disclosureledger.application.axon.AggregateType;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.domain.calendar.CalendarCommand;
import org.disclosureledger.domain.calendar.CalendarEvent;
import org.disclosureledger.domain.calendar.CalendarRules;
import org.disclosureledger.domain.calendar.OrganCalendar;
import org.springframework.stereotype.Component;

/** The whole of Axon for this aggregate. */
@Component
public class CalendarWiring {

    public static final String AGGREGATE = "calendar";

    private final AggregateType<CalendarCommand, CalendarEvent, OrganCalendar> type;

    CalendarWiring(Aggregates aggregates) {
        type = new AggregateType<>(
                AGGREGATE,
                CalendarCommand.class,
                CalendarEvent.class,
                c -> id(c.organ().value()),
                OrganCalendar.SHIPPED,
                OrganCalendar::evolve,
                CalendarRules::handle);
        aggregates.register(type);
    }

    public AggregateType<CalendarCommand, CalendarEvent, OrganCalendar> type() {
        return type;
    }

    static String id(String organ) {
        return AGGREGATE + ":" + organ;
    }
}
