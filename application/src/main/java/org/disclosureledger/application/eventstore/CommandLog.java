package org.disclosureledger.application.eventstore;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was answered to commands, kept beside their events. */
@Component
public class CommandLog {

    private static final int BATCH = 1_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public CommandLog(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** @param answer without personal data */
    public record Answered(UUID commandId, UUID request, String aggregateId, String answer) {}

    public Optional<Answered> find(UUID commandId) {
        return jdbc.sql("select command_id, request, aggregate_id, answer from command_log where command_id = ?")
                .param(commandId)
                .query((row, n) -> new Answered(
                        row.getObject("command_id", UUID.class),
                        row.getObject("request", UUID.class),
                        row.getString("aggregate_id"),
                        row.getString("answer")))
                .optional();
    }

    Set<UUID> answeredAmong(Collection<UUID> commandIds) {
        Set<UUID> answered = new HashSet<>();
        if (!commandIds.isEmpty()) {
            answered.addAll(jdbc.sql("select command_id from command_log where command_id = any(?)")
                    .param(commandIds.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list());
        }
        return answered;
    }

    void add(List<Answered> answers, Instant recordedAt) {
        if (answers.isEmpty()) {
            return;
        }
        template.batchUpdate(
                "insert into command_log (command_id, request, aggregate_id, answer, recorded_at) values (?, ?, ?, ?, ?)",
                answers,
                BATCH,
                (statement, a) -> {
                    statement.setObject(1, a.commandId());
                    statement.setObject(2, a.request());
                    statement.setString(3, a.aggregateId());
                    statement.setString(4, a.answer());
                    statement.setTimestamp(5, Timestamp.from(recordedAt));
                });
    }
}
