package org.disclosureledger.domain;

import java.util.List;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Severity;

/**
 * What the rules make of one command: the events that follow from it, and what they found on the way. With a fault
 * there are no events.
 */
public record Judgement<E extends DomainEvent>(List<E> events, List<Finding> findings) {

    public Judgement {
        findings = List.copyOf(findings);
        events = findings.stream().anyMatch(f -> f.severity() == Severity.FAULT) ? List.of() : List.copyOf(events);
    }

    public static <E extends DomainEvent> Judgement<E> of(List<E> events) {
        return new Judgement<>(events, List.of());
    }

    public boolean faulty() {
        return findings.stream().anyMatch(f -> f.severity() == Severity.FAULT);
    }

    /**
     * The events, for callers that accept all or nothing.
     *
     * @throws CommandRejected when there is a fault
     */
    public List<E> eventsOrRejection() {
        if (faulty()) {
            throw new CommandRejected(findings);
        }
        return events;
    }
}
