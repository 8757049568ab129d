package org.disclosureledger.application.axon;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.application.eventstore.Appended;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.CommandLog;
import org.disclosureledger.application.eventstore.Contribution;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What commands were answered, to be said again to whoever sends one a second time. */
@Component
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CommandLog log;

    Answers(CommandLog log) {
        this.log = log;
    }

    /** @param receipt null when nothing was recorded */
    private record Stored(
            boolean rejected,
            String aggregateId,
            int events,
            List<Finding> findings,
            @Nullable Receipt receipt) {}

    /** How to answer a retry of an accepted command; null for one that nobody can retry. */
    static Contribution.@Nullable Answer accepted(
            CommandId id, String aggregateId, int events, List<Finding> findings) {
        UUID request = id.request();
        return request == null
                ? null
                : appended -> answered(
                        id,
                        request,
                        new Stored(false, aggregateId, events, findings, events == 0 ? null : Receipt.of(appended)));
    }

    /** How to answer a retry of a rejected command; null for one that nobody can retry. */
    static Contribution.@Nullable Answer rejected(CommandId id, String aggregateId, List<Finding> findings) {
        UUID request = id.request();
        return request == null
                ? null
                : (Appended nothing) -> answered(id, request, new Stored(true, aggregateId, 0, findings, null));
    }

    private static CommandLog.Answered answered(CommandId id, UUID request, Stored stored) {
        return new CommandLog.Answered(id.value(), request, stored.aggregateId(), JSON.writeValueAsString(stored));
    }

    /**
     * What the command was answered when it came before.
     *
     * @throws CommandRejected when it was rejected then
     * @throws IdentityReused when it was another command
     */
    Optional<Recorded> find(CommandId id) {
        if (id.request() == null) {
            return Optional.empty();
        }
        return log.find(id.value()).map(answered -> {
            if (!answered.request().equals(id.request())) {
                throw new IdentityReused();
            }
            Stored stored = JSON.readValue(answered.answer(), Stored.class);
            if (stored.rejected()) {
                throw new CommandRejected(stored.findings());
            }
            return new Recorded(stored.aggregateId(), stored.events(), stored.findings(), stored.receipt());
        });
    }
}
