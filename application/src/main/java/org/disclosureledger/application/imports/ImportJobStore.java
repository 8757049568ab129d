package org.disclosureledger.application.imports;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All SQL of import jobs. Written in transactions of its own: what went wrong stays known when the import is undone. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class ImportJobStore {

    private static final RowMapper<ImportJob> JOB = (row, n) -> {
        Timestamp finished = row.getTimestamp("finished_at");
        return new ImportJob(
                row.getObject("import_id", UUID.class),
                row.getString("organ"),
                row.getString("register"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getBoolean("dry_run"),
                row.getBoolean("corrections"),
                row.getString("submitted_by"),
                row.getTimestamp("submitted_at").toInstant(),
                ImportJob.Status.valueOf(row.getString("status")),
                row.getString("refusal"),
                row.getLong("rows_read"),
                row.getLong("cases"),
                row.getLong("events"),
                row.getLong("unchanged"),
                row.getLong("faults"),
                row.getLong("warnings"),
                row.getObject("first_event", Long.class),
                row.getObject("last_event", Long.class),
                finished == null ? null : finished.toInstant());
    };

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public ImportJobStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void started(ImportSpec spec, Instant at) {
        jdbc.sql("""
                        insert into import_job (import_id, organ, register, file_name, sha256, dry_run, corrections,
                            submitted_by, submitted_at, status)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')
                        """)
                .param(spec.importId())
                .param(spec.organ())
                .param(spec.register().id())
                .param(spec.fileName())
                .param(spec.sha256())
                .param(spec.dryRun())
                .param(spec.corrections())
                .param(spec.submittedBy())
                .param(Timestamp.from(at))
                .update();
    }

    void progressed(UUID importId, long rowsRead) {
        jdbc.sql("update import_job set rows_read = ? where import_id = ?")
                .param(rowsRead)
                .param(importId)
                .update();
    }

    void finished(UUID importId, ImportJob.Status status, ImportTally tally, @Nullable String refusal, Instant at) {
        jdbc.sql("""
                        update import_job set status = ?, refusal = ?, rows_read = ?, cases = ?, events = ?, unchanged = ?,
                            faults = ?, warnings = ?, first_event = ?, last_event = ?, finished_at = ?
                        where import_id = ?
                        """)
                .param(status.name())
                .param(refusal)
                .param(tally.rows)
                .param(tally.cases)
                .param(tally.events)
                .param(tally.unchanged)
                .param(tally.faults)
                .param(tally.warnings)
                .param(tally.firstEvent)
                .param(tally.lastEvent)
                .param(Timestamp.from(at))
                .param(importId)
                .update();
    }

    /** Imports that were running when the service ended recorded nothing. */
    void interrupted(Instant at) {
        jdbc.sql("""
                        update import_job set status = 'FAILED', refusal = '服务在导入过程中停止，文件没有登记，请重新导入',
                            finished_at = ? where status = 'RUNNING'
                        """).param(Timestamp.from(at)).update();
    }

    void forgetFindings(UUID importId) {
        jdbc.sql("delete from import_finding where import_id = ?")
                .param(importId)
                .update();
    }

    void found(UUID importId, long firstOrdinal, List<ImportFinding> findings) {
        long[] ordinal = {firstOrdinal};
        template.batchUpdate("""
                insert into import_finding (import_id, ordinal, severity, row, "column", rule, sentence)
                values (?, ?, ?, ?, ?, ?, ?)
                """, findings, findings.size(), (statement, f) -> {
            statement.setObject(1, importId);
            statement.setLong(2, ordinal[0]++);
            statement.setString(3, f.severity().name());
            statement.setLong(4, f.row());
            statement.setString(5, f.column());
            statement.setString(6, f.rule());
            statement.setString(7, f.reason());
        });
    }

    public Optional<ImportJob> find(String organ, UUID importId) {
        return jdbc.sql("select * from import_job where organ = ? and import_id = ?")
                .param(organ)
                .param(importId)
                .query(JOB)
                .optional();
    }

    public List<ImportJob> latest(String organ, int limit) {
        return jdbc.sql("select * from import_job where organ = ? order by submitted_at desc limit ?")
                .param(organ)
                .param(limit)
                .query(JOB)
                .list();
    }

    /** Findings in the order of the file. */
    public List<ImportFinding> findings(UUID importId, Severity severity, long offset, int limit) {
        return jdbc.sql("""
                        select severity, row, "column", rule, sentence from import_finding
                        where import_id = ? and severity = ? order by ordinal offset ? limit ?
                        """)
                .param(importId)
                .param(severity.name())
                .param(offset)
                .param(limit)
                .query((row, n) -> new ImportFinding(
                        Severity.valueOf(row.getString("severity")),
                        row.getLong("row"),
                        row.getString("column"),
                        row.getString("rule"),
                        row.getString("sentence")))
                .list();
    }

    /** All findings of a severity, a thousand at a time. */
    public void eachFinding(UUID importId, Severity severity, Consumer<ImportFinding> consumer) {
        int page = 1_000;
        for (long offset = 0; ; offset += page) {
            List<ImportFinding> findings = findings(importId, severity, offset, page);
            findings.forEach(consumer);
            if (findings.size() < page) {
                return;
            }
        }
    }
}
