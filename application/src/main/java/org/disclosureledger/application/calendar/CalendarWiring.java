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

    CalendarWiring(Aggregates aggregates) {
        aggregates.register(new AggregateType<>(
                AGGREGATE,
                CalendarCommand.class,
                CalendarEvent.class,
                c -> id(c.organ().value()),
                OrganCalendar.SHIPPED,
                OrganCalendar::evolve,
                CalendarRules::handle));
    }

    static String id(String organ) {
        return AGGREGATE + ":" + organ;
    }
}
