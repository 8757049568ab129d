package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.request.AnswerTime;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.projections.ParkedEventStore;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.caseload.CaseloadProjector;
import org.disclosureledger.projections.caseload.CaseloadStore;
import org.disclosureledger.projections.handling.HandlingProjector;
import org.disclosureledger.projections.handling.HandlingStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When requests were received and answered, and how long that took: told from rows, and of requests that have changed
 * since, or that a projection could not handle, from their events, a thousand at a time.
 */
@Component
public class HandledCases {

    private static final int BLOCK = 1_000;

    private final CaseloadStore caseload;
    private final HandlingStore handling;
    private final Positions positions;
    private final ParkedEventStore parkedEvents;
    private final Ledger ledger;
    private final CaseFiles files;

    HandledCases(
            CaseloadStore caseload,
            HandlingStore handling,
            Positions positions,
            ParkedEventStore parkedEvents,
            Ledger ledger,
            CaseFiles files) {
        this.caseload = caseload;
        this.handling = handling;
        this.positions = positions;
        this.parkedEvents = parkedEvents;
        this.ledger = ledger;
        this.files = files;
    }

    /** A legal date of an answer, and the working days that it took as {@link AnswerTime} counts them. */
    public record Answered(LocalDate on, int workingDays) {}

    /**
     * @param first null while there is no answer
     * @param latest the first answer, where there is no other
     */
    public record Handled(
            String caseId,
            LocalDate receivedOn,
            @Nullable Answered first,
            @Nullable Answered latest) {}

    /** By case; what cannot be read is left out. By the calendar that was known at that point of the ledger. */
    public Map<String, Handled> at(String organ, List<String> caseIds, ReadPoint at) {
        Map<String, Handled> handled = haveRead(at) ? fromRows(organ, caseIds, at) : new LinkedHashMap<>();
        handled.putAll(fromEvents(
                organ, caseIds.stream().filter(id -> !handled.containsKey(id)).toList(), at));
        return handled;
    }

    /** Without those that have changed since, and those that a projection could not handle. */
    private Map<String, Handled> fromRows(String organ, List<String> caseIds, ReadPoint at) {
        WorkingDays workingDays = files.workingDays(organ, at);
        Map<String, Handled> handled = new LinkedHashMap<>();
        Set<String> parked = new HashSet<>(parkedEvents.aggregates(CaseloadProjector.NAME));
        parked.addAll(parkedEvents.aggregates(HandlingProjector.NAME));
        Map<String, List<RequestEvent>> steps = handling.steps(organ, caseIds, at.number());
        for (CaseloadStore.Dates dates : caseload.dates(organ, caseIds)) {
            if (dates.lastEvent() <= at.number() && !parked.contains(dates.caseId())) {
                handled.put(dates.caseId(), handled(dates, steps.getOrDefault(dates.caseId(), List.of()), workingDays));
            }
        }
        return handled;
    }

    /** A projection that begins anew, as after an update, does not know everything for a while. */
    private boolean haveRead(ReadPoint at) {
        return positions.of(CaseloadProjector.NAME) >= at.number()
                && positions.of(HandlingProjector.NAME) >= at.number();
    }

    private static Handled handled(CaseloadStore.Dates dates, List<RequestEvent> steps, WorkingDays workingDays) {
        LocalDate answeredOn = dates.firstAnsweredOn();
        Course answered = answeredOn == null ? Course.NONE : Course.answered(answeredOn);
        Course course = answered.after(steps);
        if (course.answers().isEmpty()) {
            return new Handled(dates.caseId(), dates.receivedOn(), null, null);
        }
        Answered first = first(dates.receivedOn(), course, workingDays);
        for (int last = steps.size(); last > 0; last--) {
            if (steps.get(last - 1) instanceof RequestEvent.RequestDecidedAnew) {
                Course then = answered.after(steps.subList(0, last));
                return new Handled(
                        dates.caseId(), dates.receivedOn(), first, latest(dates.receivedOn(), then, workingDays));
            }
        }
        return new Handled(dates.caseId(), dates.receivedOn(), first, first);
    }

    private static Answered first(LocalDate receivedOn, Course course, WorkingDays workingDays) {
        return new Answered(course.answers().get(0).decidedOn(), AnswerTime.ofFirst(receivedOn, course, workingDays));
    }

    /** @param then as it was when the latest answer was given */
    private static Answered latest(LocalDate receivedOn, Course then, WorkingDays workingDays) {
        return new Answered(
                then.answers().get(then.answers().size() - 1).decidedOn(),
                AnswerTime.ofLatest(receivedOn, then, workingDays));
    }

    Map<String, Handled> fromEvents(String organ, List<String> caseIds, ReadPoint at) {
        WorkingDays workingDays = files.workingDays(organ, at);
        Map<String, Handled> handled = new LinkedHashMap<>();
        for (int from = 0; from < caseIds.size(); from += BLOCK) {
            List<String> block = caseIds.subList(from, Math.min(from + BLOCK, caseIds.size()));
            histories(block, at).forEach((caseId, history) -> {
                try {
                    handled.put(caseId, handled(CaseFile.of(history), workingDays));
                } catch (UnreadableEvent e) {
                    handled.remove(caseId);
                }
            });
        }
        return handled;
    }

    private Map<String, List<StoredEvent>> histories(List<String> caseIds, ReadPoint at) {
        Map<String, List<StoredEvent>> histories = new LinkedHashMap<>();
        for (StoredEvent event : ledger.ofAggregates(caseIds)) {
            if (event.number() <= at.number()) {
                histories
                        .computeIfAbsent(event.aggregateId(), id -> new ArrayList<>())
                        .add(event);
            }
        }
        return histories;
    }

    private static Handled handled(CaseFile file, WorkingDays workingDays) {
        LocalDate receivedOn = file.receivedOn();
        Course course = file.course();
        if (course.answers().isEmpty()) {
            return new Handled(file.caseId(), receivedOn, null, null);
        }
        Answered first = first(receivedOn, course, workingDays);
        OptionalLong anew = file.events().stream()
                .filter(e -> e.event() instanceof RequestEvent.RequestDecidedAnew)
                .mapToLong(CaseFile.Numbered::number)
                .max();
        if (anew.isEmpty()) {
            return new Handled(file.caseId(), receivedOn, first, first);
        }
        Course then = file.until(anew.getAsLong()).course();
        return new Handled(file.caseId(), receivedOn, first, latest(receivedOn, then, workingDays));
    }
}
