package org.disclosureledger.application.faults;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Contribution;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerEventStorageEngine;
import org.disclosureledger.application.eventstore.LedgerWriter;
import org.disclosureledger.application.eventstore.NewEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product's ledger: by transactions that anybody may hold open, and by its own writer, which commits together. */
final class LedgerStorage implements EventStorage {

    private static final OrganEvent.OrganRenamed EVENT = new OrganEvent.OrganRenamed(new OrganCode("faults"), "甲", "乙");

    private final Ledger ledger;
    private final EventStorageEngine engine;
    private final JdbcClient jdbc;
    private final long before;

    LedgerStorage(Ledger ledger, LedgerWriter writer, JdbcClient jdbc) {
        this.ledger = ledger;
        this.engine = new LedgerEventStorageEngine(ledger, writer);
        this.jdbc = jdbc;
        this.before = ledger.head();
    }

    /** Number of the last event that was there before. */
    long before() {
        return before;
    }

    @Override
    public void append(List<UUID> events, Instant timestamp) {
        String aggregate = "faults-" + events.get(0);
        List<NewEvent> appended = IntStream.range(0, events.size())
                .mapToObj(i -> new NewEvent(events.get(i), "organ", aggregate, i, EVENT, Map.of("by", "faults")))
                .toList();
        Ledger.Outcome outcome = ledger.append(List.of(new Contribution(CommandId.once(), appended, null)))
                .get(0);
        if (!(outcome instanceof Ledger.Outcome.Recorded)) {
            throw new IllegalStateException("not recorded: " + outcome);
        }
    }

    @Override
    public boolean appendAtOnce(List<UUID> events, Instant timestamp) {
        String aggregate = "faults-" + events.get(0);
        engine.appendEvents(IntStream.range(0, events.size())
                .mapToObj(i -> new GenericDomainEventMessage<>(
                        "organ",
                        aggregate,
                        i,
                        EVENT,
                        MetaData.with("by", "faults"),
                        events.get(i).toString(),
                        timestamp))
                .toList());
        return true;
    }

    @Override
    public List<Read> after(@Nullable String token, int limit) {
        long number = token == null ? before : Long.parseLong(token);
        try (var events = engine.readEvents(new GlobalSequenceTrackingToken(number), false)) {
            return events.limit(limit)
                    .map(e -> new Read(
                            UUID.fromString(e.getIdentifier()),
                            Long.toString(e.trackingToken().position().orElseThrow())))
                    .toList();
        }
    }

    @Override
    public List<Numbered> scan() {
        return jdbc.sql("select number - ? as number, event_id from ledger_event where number > ? order by number")
                .param(before)
                .param(before)
                .query((row, n) -> new Numbered(row.getLong("number"), row.getObject("event_id", UUID.class)))
                .list();
    }
}
