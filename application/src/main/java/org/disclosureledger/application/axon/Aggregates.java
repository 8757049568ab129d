package org.disclosureledger.application.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.disclosureledger.application.eventstore.CommandInProgress;
import org.disclosureledger.application.eventstore.Contribution;
import org.disclosureledger.application.eventstore.LedgerWriter;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;

/** Puts aggregates on Axon's command bus: read the history, let the rules judge, publish what follows. */
public final class Aggregates {

    private final CommandBus bus;
    private final EventStore store;
    private final LedgerWriter writer;
    private final Announcer announcer;

    Aggregates(CommandBus bus, EventStore store, LedgerWriter writer, Announcer announcer) {
        this.announcer = announcer;
        this.bus = bus;
        this.store = store;
        this.writer = writer;
    }

    public <C, E extends DomainEvent, S> void register(AggregateType<C, E, S> type) {
        bus.subscribe(type.name(), message -> handle(type, message));
    }

    /** The result is complete only after the commit of the unit of work. */
    private <C, E extends DomainEvent, S> Supplier<Recorded> handle(
            AggregateType<C, E, S> type, CommandMessage<?> message) {
        Envelope envelope = (Envelope) message.getPayload();
        C command = type.commands().cast(envelope.command());
        String id = type.id().apply(command);
        S state = type.initial();
        long sequence = -1;
        DomainEventStream history = store.readEvents(id);
        while (history.hasNext()) {
            DomainEventMessage<?> past = history.next();
            state = type.after(state, (DomainEvent) past.getPayload());
            sequence = past.getSequenceNumber();
        }
        Judgement<E> judgement;
        try {
            judgement = type.handle().apply(command, state);
        } catch (CommandRejected e) {
            answerOnly(envelope, Answers.rejected(envelope.id(), id, e.findings()));
            throw e;
        }
        if (judgement.faulty()) {
            answerOnly(envelope, Answers.rejected(envelope.id(), id, judgement.findings()));
            throw new CommandRejected(judgement.findings());
        }
        List<Finding> findings = new ArrayList<>(judgement.findings());
        findings.addAll(envelope.remarks());
        List<Finding> announced = announcer.announce(judgement.events());
        if (Announcements.first() && !announced.isEmpty()) {
            throw new CommandRejected(announced);
        }
        findings.addAll(Announcements.asWarnings(announced));
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (E event : judgement.events()) {
            messages.add(new GenericDomainEventMessage<>(type.name(), id, ++sequence, event, message.getMetaData()));
        }
        Contribution.Answer answer = Answers.accepted(envelope.id(), id, messages.size(), findings);
        if (messages.isEmpty()) {
            answerOnly(envelope, answer);
            return () -> new Recorded(id, 0, findings, null);
        }
        CommandInProgress progress = new CommandInProgress(envelope.id(), answer);
        progress.begin();
        store.publish(messages);
        return () -> new Recorded(id, messages.size(), findings, Receipt.of(progress.appended()));
    }

    private void answerOnly(Envelope envelope, Contribution.@Nullable Answer answer) {
        if (answer != null) {
            writer.append(new Contribution(envelope.id(), List.of(), answer));
        }
    }

    /** Metadata that says who acts. */
    public static Map<String, String> by(String user) {
        return Map.of("by", user);
    }
}
