package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.Request;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestFact;

/** A request as its events tell it. */
public record CaseFile(String organ, String caseId, Request request, List<Numbered> events) {

    /** An event with its number in the ledger. */
    public record Numbered(long number, RequestEvent event) {}

    public CaseFile {
        events = List.copyOf(events);
    }

    /** @throws org.disclosureledger.application.eventstore.UnreadableEvent when an event cannot be read */
    static CaseFile of(List<StoredEvent> history) {
        StoredEvent first = history.get(0);
        return of(
                first.row().organ(),
                first.aggregateId(),
                history.stream()
                        .map(e -> new Numbered(e.number(), (RequestEvent) e.event()))
                        .toList());
    }

    private static CaseFile of(String organ, String caseId, List<Numbered> events) {
        Request request = new Request.Unreceived();
        for (Numbered numbered : events) {
            request = request.evolve(numbered.event());
        }
        return new CaseFile(organ, caseId, request, events);
    }

    /** The case as it was when this event was its last. */
    public CaseFile until(long number) {
        return of(
                organ, caseId, events.stream().filter(e -> e.number() <= number).toList());
    }

    public String number() {
        return request.facts().text(RequestFact.REGISTRATION_NUMBER);
    }

    public LocalDate receivedOn() {
        return request.facts().date(RequestFact.RECEIVED_ON);
    }

    public Course course() {
        return request.course();
    }

    /** What was noted about the paper; empty for what a register tells of. */
    public Optional<RequestEvent.ReceiptDocumented> receipt() {
        return events.stream()
                .map(Numbered::event)
                .filter(RequestEvent.ReceiptDocumented.class::isInstance)
                .map(RequestEvent.ReceiptDocumented.class::cast)
                .findFirst();
    }

    /** Number of the event that told the latest answer; empty while an answer is due. */
    OptionalLong answeredBy() {
        return course().isAnswered()
                ? events.stream()
                        .filter(e -> e.event() instanceof RequestEvent.RequestDecided
                                || e.event() instanceof RequestEvent.RequestDecidedAnew)
                        .mapToLong(Numbered::number)
                        .max()
                : OptionalLong.empty();
    }

    public long firstEvent() {
        return events.get(0).number();
    }
}
