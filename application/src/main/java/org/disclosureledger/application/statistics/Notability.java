package org.disclosureledger.application.statistics;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.calendar.CalendarEvent;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.tally.TallyEvent;
import org.jspecify.annotations.Nullable;

/** Why somebody who audits a year looks at an event. */
public enum Notability implements Coded {
    LATE("late", "迟登记"),
    /** Regulation art. 50: reports are published by 31 January of the following year. */
    AFTER_THE_REPORT("afterTheReport", "报告期限以后补登"),
    CORRECTED("corrected", "更正"),
    REOPENED("reopened", "重新办理"),
    WAIVED("waived", "豁免校验"),
    AMENDED("amended", "发布以后修订或者说明");

    private static final MonthDay REPORTED_BY = MonthDay.of(1, 31);

    /** A day that follows from others is not the day on which the step happened. */
    private static final Pattern DERIVED = Pattern.compile(".*(?:Due|previous).*");

    private final String id;
    private final String label;

    Notability(String id, String label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    /** @param days how many days after its legal date an event may be recorded before it is late */
    static Set<Notability> of(DomainEvent event, Instant recordedAt, int days) {
        Set<Notability> reasons = EnumSet.noneOf(Notability.class);
        if (event.getClass().getSimpleName().endsWith("FactCorrected")) {
            reasons.add(CORRECTED);
        }
        if (event instanceof RequestEvent.RequestReopened) {
            reasons.add(REOPENED);
        }
        if (event instanceof AnnualReportEvent.CheckWaived) {
            reasons.add(WAIVED);
        }
        if (event instanceof AnnualReportEvent.DifferenceNoted
                || (event instanceof AnnualReportEvent.AnnualReportPublished e && e.version() > 1)) {
            reasons.add(AMENDED);
        }
        LocalDate happenedOn = legalDate(event);
        LocalDate recordedOn = recordedAt.atZone(ClockConfiguration.CHINA).toLocalDate();
        if (happenedOn != null && recordedOn.isAfter(happenedOn.plusDays(days))) {
            reasons.add(LATE);
        }
        LocalDate counted = event instanceof TallyEvent.TallyReported e ? LocalDate.of(e.year(), 12, 31) : happenedOn;
        if (counted != null && recordedOn.isAfter(REPORTED_BY.atYear(counted.getYear() + 1))) {
            reasons.add(AFTER_THE_REPORT);
        }
        return reasons;
    }

    /** The day on which what an event tells of happened: the first day that it states; null when it states none. */
    static @Nullable LocalDate legalDate(DomainEvent event) {
        if (event instanceof CalendarEvent) {
            return null;
        }
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            if (component.getType() == LocalDate.class
                    && !DERIVED.matcher(component.getName()).matches()
                    && value(component, event) instanceof LocalDate day) {
                return event instanceof RequestEvent.DeadlineMoved ? null : day;
            }
        }
        return null;
    }

    private static @Nullable Object value(RecordComponent component, DomainEvent event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
