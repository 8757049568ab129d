package org.disclosureledger.application.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.disclosureledger.domain.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * The ledger behind Axon's interface. A tracking token is one number, since numbers have no gaps. There are no
 * snapshots: a case has a handful of events.
 */
public final class LedgerEventStorageEngine implements EventStorageEngine {

    private static final int PAGE = 1_000;

    private final Ledger ledger;
    private final LedgerWriter writer;

    public LedgerEventStorageEngine(Ledger ledger, LedgerWriter writer) {
        this.ledger = ledger;
        this.writer = writer;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        List<NewEvent> appended = new ArrayList<>(events.size());
        for (EventMessage<?> message : events) {
            if (!(message instanceof DomainEventMessage<?> domain)) {
                throw new IllegalArgumentException(
                        "only events of aggregates are recorded: " + message.getPayloadType());
            }
            Map<String, String> metadata = new TreeMap<>();
            domain.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
            appended.add(new NewEvent(
                    UUID.fromString(domain.getIdentifier()),
                    domain.getType(),
                    domain.getAggregateIdentifier(),
                    domain.getSequenceNumber(),
                    (DomainEvent) domain.getPayload(),
                    metadata));
        }
        CommandInProgress command = inProgress();
        Appended place = writer.append(new Contribution(command.id(), appended, command.answer()));
        command.appended(place);
    }

    private static CommandInProgress inProgress() {
        Object bound = CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().resources().get(CommandInProgress.RESOURCE)
                : null;
        return bound instanceof CommandInProgress command ? command : new CommandInProgress(CommandId.once(), null);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("the ledger keeps no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(ledger.ofAggregate(aggregateIdentifier, firstSequenceNumber).stream()
                .map(LedgerEventStorageEngine::message));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        List<StoredEvent> events = ledger.ofAggregate(aggregateIdentifier, 0);
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(events.get(events.size() - 1).sequence());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Pages(number(token)), Spliterator.ORDERED), false);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(ledger.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(ledger.numberAt(dateTime.minusNanos(1_000)));
    }

    private static long number(@Nullable TrackingToken token) {
        return token == null ? 0 : ((GlobalSequenceTrackingToken) token).getGlobalIndex();
    }

    private static GenericDomainEventMessage<DomainEvent> message(StoredEvent e) {
        return new GenericDomainEventMessage<>(
                e.aggregateType(),
                e.aggregateId(),
                e.sequence(),
                e.event(),
                MetaData.from(e.metadata()),
                e.eventId().toString(),
                e.recordedAt());
    }

    /** Reads the ledger page by page up to its present end. */
    private final class Pages implements Iterator<TrackedEventMessage<?>> {

        private long last;
        private Iterator<StoredEvent> page = List.<StoredEvent>of().iterator();

        private Pages(long last) {
            this.last = last;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext()) {
                page = ledger.after(last, PAGE).iterator();
            }
            return page.hasNext();
        }

        @Override
        public TrackedEventMessage<?> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            StoredEvent event = page.next();
            last = event.number();
            return new GenericTrackedDomainEventMessage<>(
                    new GlobalSequenceTrackingToken(event.number()), message(event));
        }
    }
}
