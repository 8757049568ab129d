package org.disclosureledger.application.projection;

import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.application.eventstore.Chain;
import org.disclosureledger.application.eventstore.EventJson;
import org.disclosureledger.application.eventstore.EventName;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.application.eventstore.EventRow;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerHead;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.disclosureledger.domain.DomainEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Appends events as another version of the program might have written them: whatever they say, in a sound chain. */
final class RawLedger {

    private final JdbcTemplate template;
    private final Ledger ledger;
    private final LedgerSignal signal;
    private final TransactionTemplate transaction;
    private final Map<String, Long> sequences = new HashMap<>();

    RawLedger(ApplicationContext context) {
        template = context.getBean(JdbcTemplate.class);
        ledger = context.getBean(Ledger.class);
        signal = context.getBean(LedgerSignal.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** An event that may be anything. */
    record Raw(
            UUID id,
            String aggregateType,
            String aggregateId,
            String organ,
            String type,
            int revision,
            String payload) {

        static Raw of(String aggregateType, String aggregateId, DomainEvent event) {
            EventName name = EventNames.of(event);
            return new Raw(
                    UUID.randomUUID(),
                    aggregateType,
                    aggregateId,
                    event.organ().value(),
                    name.name(),
                    name.revision(),
                    EventJson.write(event));
        }
    }

    /** Appends in one commit and tells the numbers. */
    List<Long> append(List<Raw> events) {
        List<Long> numbers = Objects.requireNonNull(transaction.execute(status -> {
            template.queryForList("select number from ledger_head for update");
            LedgerHead head = ledger.ledgerHead();
            Chain chain = new Chain(head.hash());
            List<Long> taken = new ArrayList<>();
            EventRow row = null;
            for (Raw raw : events) {
                row = row(raw, head.number() + taken.size() + 1, head);
                insert(row, chain.next(row));
                taken.add(row.number());
            }
            template.update(
                    "update ledger_head set number = ?, recorded_at = ?, hash_algorithm = ?, hash = ?",
                    Objects.requireNonNull(row).number(),
                    Timestamp.from(row.recordedAt()),
                    row.algorithm().label(),
                    chain.hash());
            return taken;
        }));
        signal.raise();
        return numbers;
    }

    private EventRow row(Raw raw, long number, LedgerHead head) {
        long sequence = sequences.merge(raw.aggregateId(), 0L, (last, ignored) -> last + 1);
        return new EventRow(
                number,
                raw.id(),
                raw.aggregateType(),
                raw.aggregateId(),
                sequence,
                raw.organ(),
                raw.type(),
                raw.revision(),
                head.recordedAt().plus(1, ChronoUnit.MILLIS),
                raw.payload(),
                EventJson.writeMetadata(Map.of("by", "test")),
                head.algorithm());
    }

    private void insert(EventRow e, byte[] hash) {
        template.update(
                """
                insert into ledger_event (number, event_id, aggregate_type, aggregate_id, sequence, organ, type, revision,
                    recorded_at, payload, metadata, hash_algorithm, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                e.number(),
                e.eventId(),
                e.aggregateType(),
                e.aggregateId(),
                e.sequence(),
                e.organ(),
                e.type(),
                e.revision(),
                Timestamp.from(e.recordedAt()),
                e.payload(),
                e.metadata(),
                e.algorithm().label(),
                hash);
    }
}
