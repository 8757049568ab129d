package org.disclosureledger.projections.trail;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.calendar.CalendarEvent;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.request.RequestEvent;
import org.jspecify.annotations.Nullable;

/** The day on which what an event tells of happened. */
final class LegalDay {

    /** A day that follows from others is not the day on which the step happened. */
    private static final Pattern DERIVED = Pattern.compile(".*(?:Due|previous).*");

    /** What moved follows from the calendar, and what is proposed has not happened. */
    private static final Set<Class<?>> WITHOUT = Set.of(
            RequestEvent.DeadlineMoved.class,
            RequestEvent.AnswerProposed.class,
            RequestEvent.ExtensionProposed.class,
            AnnualReportEvent.ReportProposed.class);

    /** What is the same for all events of a kind. */
    private record Kind(boolean corrects, List<Method> days) {}

    private static final ClassValue<Kind> KINDS = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            boolean silent = CalendarEvent.class.isAssignableFrom(type) || WITHOUT.contains(type);
            return new Kind(
                    type.getSimpleName().endsWith("FactCorrected"),
                    silent
                            ? List.of()
                            : Stream.of(type.getRecordComponents())
                                    .filter(c -> c.getType() == LocalDate.class)
                                    .filter(c -> !DERIVED.matcher(c.getName()).matches())
                                    .map(RecordComponent::getAccessor)
                                    .toList());
        }
    };

    private LegalDay() {}

    /** Whether an event corrects what another one stated. */
    static boolean corrects(DomainEvent event) {
        return KINDS.get(event.getClass()).corrects();
    }

    /** The first day that an event states; null when it states none. */
    static @Nullable LocalDate of(DomainEvent event) {
        for (Method day : KINDS.get(event.getClass()).days()) {
            if (value(day, event) instanceof LocalDate stated) {
                return stated;
            }
        }
        return null;
    }

    private static @Nullable Object value(Method accessor, DomainEvent event) {
        try {
            return accessor.invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
