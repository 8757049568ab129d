package org.disclosureledger.application.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.application.verification.VerificationJob.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of the book on verifications. */
@Component
public class VerificationStore {

    private static final String COLUMNS = "verification_id, requested_by, started_at, finished_at, status, phase, done,"
            + " of_events, refusal, findings";

    private final JdbcClient jdbc;
    private final Clock clock;

    public VerificationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void started(UUID id, String user) {
        jdbc.sql("""
                        insert into verification (verification_id, requested_by, started_at, status, phase)
                        values (?, ?, ?, 'RUNNING', ?)
                        """)
                .param(id)
                .param(user)
                .param(Timestamp.from(clock.instant()))
                .param(Progress.Phase.BEGINNING.label())
                .update();
    }

    void progressed(UUID id, Progress progress) {
        jdbc.sql("update verification set phase = ?, done = ?, of_events = ? where verification_id = ?")
                .param(progress.phase().label())
                .param(progress.done())
                .param(progress.of())
                .param(id)
                .update();
    }

    void finished(UUID id, VerificationReport report) {
        long findings = report.checks().stream().mapToLong(Check::total).sum();
        jdbc.sql("""
                        update verification set status = ?, phase = ?, done = ?, of_events = ?, findings = ?, report = ?,
                            finished_at = ?
                        where verification_id = ?
                        """)
                .param((report.ok() ? Status.SOUND : Status.FOUND).name())
                .param(Progress.Phase.ENDED.label())
                .param(report.events())
                .param(report.events())
                .param(findings)
                .param(ReportJson.write(report))
                .param(Timestamp.from(report.finishedAt()))
                .param(id)
                .update();
    }

    void failed(UUID id, String sentence) {
        jdbc.sql("""
                        update verification set status = 'FAILED', phase = ?, refusal = ?, finished_at = ?
                        where verification_id = ?
                        """)
                .param(Progress.Phase.ENDED.label())
                .param(sentence)
                .param(Timestamp.from(clock.instant()))
                .param(id)
                .update();
    }

    /** What is running nowhere any more; to be called by whoever holds the right to verify. */
    void interrupted() {
        jdbc.sql("""
                        update verification set status = 'INTERRUPTED', phase = ?,
                            refusal = '服务在核验过程中停止，请重新核验', finished_at = ?
                        where status = 'RUNNING'
                        """)
                .param(Progress.Phase.ENDED.label())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    public Optional<VerificationJob> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from verification where verification_id = ?")
                .param(id)
                .query(this::job)
                .optional();
    }

    public List<VerificationJob> latest(int limit) {
        return jdbc.sql("select " + COLUMNS + " from verification order by started_at desc limit ?")
                .param(limit)
                .query(this::job)
                .list();
    }

    /** The report as JSON; empty when there is none, or not yet. */
    public Optional<String> report(UUID id) {
        return jdbc.sql("select report from verification where verification_id = ? and report is not null")
                .param(id)
                .query(String.class)
                .optional();
    }

    private VerificationJob job(ResultSet row, int n) throws SQLException {
        Instant started = row.getTimestamp("started_at").toInstant();
        Timestamp finished = row.getTimestamp("finished_at");
        Instant until = finished == null ? clock.instant() : finished.toInstant();
        long millis = Math.max(1, Duration.between(started, until).toMillis());
        return new VerificationJob(
                row.getObject("verification_id", UUID.class),
                row.getString("requested_by"),
                started,
                instant(finished),
                Status.valueOf(row.getString("status")),
                row.getString("phase"),
                row.getLong("done"),
                row.getLong("of_events"),
                row.getLong("done") * 1_000 / millis,
                row.getString("refusal"),
                row.getLong("findings"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
