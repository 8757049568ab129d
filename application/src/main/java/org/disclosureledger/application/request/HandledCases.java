package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.request.AnswerTime;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When requests were received and answered, and how long that took: told from their events, a thousand at a time. */
@Component
public class HandledCases {

    private static final int BLOCK = 1_000;

    private final Ledger ledger;
    private final CaseFiles files;

    HandledCases(Ledger ledger, CaseFiles files) {
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
        Answered first =
                new Answered(course.answers().get(0).decidedOn(), AnswerTime.ofFirst(receivedOn, course, workingDays));
        OptionalLong anew = file.events().stream()
                .filter(e -> e.event() instanceof RequestEvent.RequestDecidedAnew)
                .mapToLong(CaseFile.Numbered::number)
                .max();
        if (anew.isEmpty()) {
            return new Handled(file.caseId(), receivedOn, first, first);
        }
        Course then = file.until(anew.getAsLong()).course();
        Course.Answer last = then.answers().get(then.answers().size() - 1);
        return new Handled(
                file.caseId(),
                receivedOn,
                first,
                new Answered(last.decidedOn(), AnswerTime.ofLatest(receivedOn, then, workingDays)));
    }
}
