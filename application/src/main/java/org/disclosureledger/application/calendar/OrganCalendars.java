package org.disclosureledger.application.calendar;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.domain.calendar.CalendarEvent;
import org.disclosureledger.domain.calendar.OrganCalendar;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * The working days of each organ, from the events of its calendar. What another node recorded is seen within a second;
 * what this one recorded, at once.
 */
@Component
public class OrganCalendars {

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Ledger ledger;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    OrganCalendars(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param next sequence of the event that would come next */
    private record Known(OrganCalendar calendar, long next, long readAt) {}

    public WorkingDays of(String organ) {
        Known now = known.get(organ);
        if (now == null || System.nanoTime() - now.readAt() > FRESH_NANOS) {
            return refresh(organ);
        }
        return now.calendar().days();
    }

    /** The working days with every event that is recorded by now. */
    public WorkingDays refresh(String organ) {
        return known.compute(organ, (o, before) -> read(o, before)).calendar().days();
    }

    /** The working days as they were known when an event was recorded: what was entered later is not among them. */
    public WorkingDays at(String organ, long number) {
        OrganCalendar calendar = OrganCalendar.SHIPPED;
        for (StoredEvent event : entered(organ)) {
            if (event.number() <= number) {
                calendar = calendar.evolve((CalendarEvent) event.event());
            }
        }
        return calendar.days();
    }

    private Known read(String organ, @org.jspecify.annotations.Nullable Known before) {
        long readAt = System.nanoTime();
        OrganCalendar calendar = before == null ? OrganCalendar.SHIPPED : before.calendar();
        long next = before == null ? 0 : before.next();
        for (StoredEvent event : ledger.ofAggregate(CalendarWiring.id(organ), next)) {
            calendar = calendar.evolve((CalendarEvent) event.event());
            next = event.sequence() + 1;
        }
        return new Known(calendar, next, readAt);
    }

    /** What was entered, with number, time and author, in the order in which it was recorded. */
    public List<StoredEvent> entered(String organ) {
        return ledger.ofAggregate(CalendarWiring.id(organ), 0);
    }
}
