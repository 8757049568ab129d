package org.disclosureledger.application.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.application.rebuild.RebuildJob.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the book on rebuilds. */
final class RebuildStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENDED = "结束";

    private final JdbcClient jdbc;
    private final Clock clock;

    RebuildStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    void started(UUID id, String user, RebuildSpec spec, String version) {
        jdbc.sql("""
                        insert into rebuild_job (rebuild_id, requested_by, started_at, organ, year, swap, version, state,
                            phase, run_since)
                        values (:id, :user, :now, :organ, :year, :swap, :version, 'RUNNING', '准备', :now)
                        """)
                .param("id", id)
                .param("user", user)
                .param("now", now())
                .param("organ", spec.organ())
                .param("year", spec.year())
                .param("swap", spec.swap())
                .param("version", version)
                .update();
        for (int place = 0; place < spec.projectors().size(); place++) {
            jdbc.sql("insert into rebuild_part (rebuild_id, place, projector, state) values (?, ?, ?, 'RUNNING')")
                    .param(id)
                    .param(place)
                    .param(spec.projectors().get(place))
                    .update();
        }
    }

    /** It goes on, with what it has read so far. */
    void resumed(UUID id) {
        jdbc.sql("""
                        update rebuild_job set state = 'RUNNING', phase = '准备', run_since = :now,
                            finished_at = null, refusal = null, interrupt_wanted = false,
                            read_before = (select sum(position) from rebuild_part where rebuild_id = :id)
                        where rebuild_id = :id
                        """).param("id", id).param("now", now()).update();
    }

    /** Whoever makes a shadow takes the place of the one before it. */
    void madeShadow(UUID id, String version) {
        jdbc.sql("update rebuild_job set has_shadow = (rebuild_id = :id) where has_shadow or rebuild_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update rebuild_job set version = ?, read_before = 0 where rebuild_id = ?")
                .param(version)
                .param(id)
                .update();
        jdbc.sql("update rebuild_part set position = 0, state = 'RUNNING', outcome = null where rebuild_id = ?")
                .param(id)
                .update();
    }

    void clearedShadow() {
        jdbc.sql("update rebuild_job set has_shadow = false where has_shadow").update();
    }

    /** @return whether somebody wants it to be interrupted */
    boolean progressed(UUID id, String phase, long head, Map<String, Long> positions) {
        positions.forEach((projector, position) -> jdbc.sql(
                        "update rebuild_part set position = ? where rebuild_id = ? and projector = ?")
                .param(position)
                .param(id)
                .param(projector)
                .update());
        return jdbc.sql("""
                        update rebuild_job set phase = ?, head = ? where rebuild_id = ? returning interrupt_wanted
                        """)
                .param(phase)
                .param(head)
                .param(id)
                .query(Boolean.class)
                .single();
    }

    void compared(UUID id, String projector, RebuildState state, RebuildOutcome outcome) {
        jdbc.sql("""
                        update rebuild_part set state = ?, outcome = ?, position = ? where rebuild_id = ? and projector = ?
                        """)
                .param(state.name())
                .param(JSON.writeValueAsString(outcome))
                .param(outcome.position())
                .param(id)
                .param(projector)
                .update();
    }

    void ended(UUID id, RebuildState state, @Nullable String refusal) {
        jdbc.sql("""
                        update rebuild_job set state = ?, phase = ?, refusal = ?, finished_at = ? where rebuild_id = ?
                        """)
                .param(state.name())
                .param(ENDED)
                .param(refusal)
                .param(now())
                .param(id)
                .update();
    }

    void wanted(UUID id, String user, String reason) {
        jdbc.sql("update rebuild_job set swapped_by = ?, swap_reason = ? where rebuild_id = ?")
                .param(user)
                .param(reason)
                .param(id)
                .update();
    }

    /** @return whether it is running, so that it will be interrupted */
    boolean interrupt(UUID id) {
        return jdbc.sql("update rebuild_job set interrupt_wanted = true where rebuild_id = ? and state = 'RUNNING'")
                        .param(id)
                        .update()
                > 0;
    }

    /** What is running nowhere any more; to be called by whoever holds the turn. */
    void forgetDead() {
        jdbc.sql("""
                        update rebuild_job set state = 'INTERRUPTED', phase = ?, finished_at = ?,
                            refusal = '服务在重建过程中停止；可以从中断处继续'
                        where state = 'RUNNING'
                        """).param(ENDED).param(now()).update();
    }

    boolean anyRunning() {
        return jdbc.sql("select exists (select 1 from rebuild_job where state = 'RUNNING')")
                .query(Boolean.class)
                .single();
    }

    Optional<RebuildJob> find(UUID id) {
        return jdbc.sql("select * from rebuild_job where rebuild_id = ?")
                .param(id)
                .query(this::job)
                .optional();
    }

    List<RebuildJob> latest(int limit) {
        return jdbc.sql("select * from rebuild_job order by started_at desc limit ?")
                .param(limit)
                .query(this::job)
                .list();
    }

    private List<Part> parts(UUID id) {
        return jdbc.sql("select * from rebuild_part where rebuild_id = ? order by place")
                .param(id)
                .query((row, n) -> new Part(
                        row.getString("projector"),
                        row.getLong("position"),
                        RebuildState.valueOf(row.getString("state")),
                        outcome(row.getString("outcome"))))
                .list();
    }

    private static @Nullable RebuildOutcome outcome(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, RebuildOutcome.class);
    }

    private RebuildJob job(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("rebuild_id", UUID.class);
        List<Part> parts = parts(id);
        Timestamp finished = row.getTimestamp("finished_at");
        Instant until = finished == null ? clock.instant() : finished.toInstant();
        long millis = Math.max(
                1,
                Duration.between(row.getTimestamp("run_since").toInstant(), until)
                        .toMillis());
        long read = parts.stream().mapToLong(Part::position).sum() - row.getLong("read_before");
        return new RebuildJob(
                id,
                row.getString("requested_by"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("organ"),
                row.getObject("year", Integer.class),
                row.getBoolean("swap"),
                row.getString("version"),
                RebuildState.valueOf(row.getString("state")),
                row.getString("phase"),
                row.getLong("head"),
                Math.max(0, read) * 1_000 / millis,
                row.getBoolean("has_shadow"),
                row.getString("refusal"),
                row.getString("swapped_by"),
                row.getString("swap_reason"),
                parts);
    }
}
