package org.disclosureledger.application.readtrail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Contribution;
import org.disclosureledger.application.eventstore.LedgerWriter;
import org.disclosureledger.application.eventstore.NewEvent;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.domain.access.AccessId;
import org.springframework.stereotype.Component;

/** Appends readings, exports and sign-ins. Each is an aggregate of its own: there is no history that they depend on. */
@Component
class ReadTrail {

    /** Name of the aggregates in the ledger; for ever. */
    static final String AGGREGATE = "access";

    private final LedgerWriter writer;

    ReadTrail(LedgerWriter writer) {
        this.writer = writer;
    }

    static AccessId id() {
        return new AccessId(UUID.randomUUID());
    }

    /**
     * Records them together and returns after the commit.
     *
     * @throws NotRecorded when they are not, or nobody knows whether they are
     */
    void record(List<AccessEvent> events) {
        try {
            writer.append(new Contribution(
                    CommandId.once(), events.stream().map(ReadTrail::event).toList(), null));
        } catch (RuntimeException e) {
            throw new NotRecorded(e);
        }
    }

    private static NewEvent event(AccessEvent event) {
        String account = event.account();
        return new NewEvent(
                UUID.randomUUID(),
                AGGREGATE,
                event.accessId().toString(),
                0,
                event,
                account == null ? Map.of() : Aggregates.by(account));
    }
}
