package org.disclosureledger.application.axon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.Judgement;

/** Puts aggregates on Axon's command bus: read the history, let the rules judge, publish what follows. */
public final class Aggregates {

    private final CommandBus bus;
    private final EventStore store;

    Aggregates(CommandBus bus, EventStore store) {
        this.bus = bus;
        this.store = store;
    }

    public <C, E extends DomainEvent, S> void register(AggregateType<C, E, S> type) {
        bus.subscribe(type.name(), message -> handle(type, message));
    }

    private <C, E extends DomainEvent, S> Recorded handle(AggregateType<C, E, S> type, CommandMessage<?> message) {
        C command = type.commands().cast(message.getPayload());
        String id = type.id().apply(command);
        S state = type.initial();
        long sequence = -1;
        DomainEventStream history = store.readEvents(id);
        while (history.hasNext()) {
            DomainEventMessage<?> past = history.next();
            state = type.after(state, (DomainEvent) past.getPayload());
            sequence = past.getSequenceNumber();
        }
        Judgement<E> judgement = type.handle().apply(command, state);
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (E event : judgement.eventsOrRejection()) {
            messages.add(new GenericDomainEventMessage<>(type.name(), id, ++sequence, event, message.getMetaData()));
        }
        store.publish(messages);
        return new Recorded(id, messages.size(), judgement.findings());
    }

    /** Metadata that says who acts. */
    public static Map<String, String> by(String user) {
        return Map.of("by", user);
    }
}
