package org.disclosureledger.application.imports;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.application.node.Node;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.readtrail.Readings;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlParameterValue;
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
                status(row.getString("status"), finished),
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

    /** Recorded, but the tables do not show it yet: for whoever asks it is still going on. */
    private static ImportJob.Status status(String stored, @Nullable Timestamp finished) {
        ImportJob.Status status = ImportJob.Status.valueOf(stored);
        return status == ImportJob.Status.RECORDED && finished == null ? ImportJob.Status.RUNNING : status;
    }

    private static final int JOBS_WITH_FINDINGS = 50;
    private static final long WHOLE_FILE = -1;
    private static final String SENTENCE = "sentence";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final CaseKeys keys;
    private final Readings readings;

    public ImportJobStore(JdbcTemplate template, CaseKeys keys, Readings readings) {
        this.readings = readings;
        this.template = template;
        this.keys = keys;
        this.jdbc = JdbcClient.create(template);
    }

    /** @return false when an import with this identity was begun before and did not fail */
    boolean started(ImportSpec spec, int node, Instant at) {
        forgetOldFindings(spec.organ());
        return jdbc.sql("""
                        insert into import_job as before (import_id, organ, register, file_name, sha256, dry_run,
                            corrections, submitted_by, submitted_at, node, status)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')
                        on conflict (import_id) do update
                            set status = 'RUNNING', node = excluded.node, refusal = null, rows_read = 0, finished_at = null
                            where before.status = 'FAILED' and before.organ = excluded.organ
                              and before.register = excluded.register and before.sha256 = excluded.sha256
                              and before.dry_run = excluded.dry_run and before.corrections = excluded.corrections
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
                        .param(node)
                        .update()
                > 0;
    }

    /** Sentences may quote a cell, and a shifted column may hold a name: they are sealed, and go with their key. */
    private void forgetOldFindings(String organ) {
        String old = "(select import_id from import_job where organ = ? order by submitted_at desc offset "
                + JOBS_WITH_FINDINGS + ")";
        jdbc.sql("delete from import_finding where import_id in " + old)
                .param(organ)
                .update();
        jdbc.sql("delete from case_key where case_id in (select 'import:' || o.import_id from " + old + " o)")
                .param(organ)
                .update();
    }

    /** Why the file as a whole was refused, before anything that its rows were found to have. */
    void refused(String organ, UUID importId, ImportFinding finding) {
        found(organ, importId, WHOLE_FILE, List.of(finding));
    }

    void progressed(UUID importId, long rowsRead) {
        jdbc.sql("update import_job set rows_read = ? where import_id = ?")
                .param(rowsRead)
                .param(importId)
                .update();
    }

    /** What a finished import says of itself, unless its own transaction has said that it is recorded. */
    void finished(UUID importId, ImportJob.Status status, ImportTally tally, @Nullable String refusal, Instant at) {
        end(importId, status, tally, refusal, at);
    }

    /** In the transaction that records the rows: the job says so if and only if they are recorded. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(UUID importId, ImportTally tally) {
        end(importId, ImportJob.Status.RECORDED, tally, null, null);
    }

    /** The tables show what was recorded; nothing happens to an import that was not. */
    void shown(UUID importId, Instant at) {
        jdbc.sql(
                        "update import_job set finished_at = ? where import_id = ? and status = 'RECORDED' and finished_at is null")
                .param(Timestamp.from(at))
                .param(importId)
                .update();
    }

    private void end(
            UUID importId, ImportJob.Status status, ImportTally tally, @Nullable String refusal, @Nullable Instant at) {
        jdbc.sql("""
                        update import_job set status = ?, refusal = ?, rows_read = ?, cases = ?, events = ?, unchanged = ?,
                            faults = ?, warnings = ?, first_event = ?, last_event = ?, finished_at = ?
                        where import_id = ? and status = 'RUNNING'
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
                .param(new SqlParameterValue(Types.TIMESTAMP, at == null ? null : Timestamp.from(at)))
                .param(importId)
                .update();
    }

    /**
     * Imports that were running when their node ended recorded nothing, unless they say so; those of living nodes go on.
     *
     * @param node the number of this node
     * @param underway the imports that this node is at work on; others of its own have been abandoned, too
     */
    void interrupted(int node, Collection<UUID> underway, Instant at) {
        jdbc.sql("""
                        update import_job set
                            refusal = case status when 'RUNNING' then '服务或者数据库在导入过程中停止，文件没有登记，请重新导入' end,
                            status = case status when 'RUNNING' then 'FAILED' else status end,
                            finished_at = ?
                        where finished_at is null and import_id <> all(?) and (node = ? or node not in (
                            select l.objid::bigint from pg_locks l
                            where l.locktype = 'advisory' and l.classid::bigint = ? and l.objsubid = 2 and l.granted
                              and l.database = (select oid from pg_database where datname = current_database())))
                        """)
                .param(Timestamp.from(at))
                .param(underway.toArray(UUID[]::new))
                .param(node)
                .param(Node.LOCKS)
                .update();
    }

    void forgetFindings(UUID importId) {
        jdbc.sql("delete from import_finding where import_id = ?")
                .param(importId)
                .update();
    }

    /** What was found in the files of an organ, which may quote them, is forgotten with its key. */
    public void forgetFindings(String organ, Instant upTo) {
        List<String> names = jdbc.sql("""
                        delete from import_finding f using import_job j
                        where j.import_id = f.import_id and j.organ = ? and j.submitted_at <= ? and j.status <> 'RUNNING'
                        returning f.import_id
                        """).param(organ).param(Timestamp.from(upTo)).query(UUID.class).list().stream()
                .distinct()
                .map(ImportJobStore::keyName)
                .toList();
        if (!names.isEmpty()) {
            keys.destroy(names);
        }
    }

    void found(String organ, UUID importId, long firstOrdinal, List<ImportFinding> findings) {
        CaseKey key = keys.forCase(organ, keyName(importId));
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
            statement.setString(7, key.seal(SENTENCE, f.reason()).value());
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

    /** Of all organs, the latest ones first. */
    public List<ImportJob> latest(int limit) {
        return jdbc.sql("select * from import_job order by submitted_at desc limit ?")
                .param(limit)
                .query(JOB)
                .list();
    }

    private static String keyName(UUID importId) {
        return "import:" + importId;
    }

    /** A finding with the place at which it stands among those of its import. */
    private record Placed(long ordinal, ImportFinding finding) {}

    /** Findings in the order of the file. */
    public List<ImportFinding> findings(ImportJob job, Severity severity, long offset, int limit) {
        return read(job, severity, "offset " + offset, Long.MIN_VALUE, limit).stream()
                .map(Placed::finding)
                .toList();
    }

    /**
     * That whoever acts is about to be shown what was found, which quotes the file. Who has handed it in reads nothing by
     * it that he did not write.
     */
    public void shows(ImportJob job) {
        boolean mayNamePersons = RegisterLayout.byId(job.register())
                .filter(RegisterLayout::remarksMayNamePersons)
                .isPresent();
        if (mayNamePersons && !job.submittedBy().equals(Access.current().login()) && hasFindings(job.importId())) {
            readings.opened(job.organ(), List.of(job.importId().toString()));
        }
    }

    private boolean hasFindings(UUID importId) {
        return jdbc.sql("select exists (select 1 from import_finding where import_id = ?)")
                .param(importId)
                .query(Boolean.class)
                .single();
    }

    private List<Placed> read(ImportJob job, Severity severity, String offset, long after, int limit) {
        shows(job);
        UUID importId = job.importId();
        CaseKey key = keys.find(keyName(importId)).orElse(null);
        if (key == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select ordinal, severity, row, "column", rule, sentence from import_finding
                        where import_id = ? and severity = ? and ordinal > ? order by ordinal limit ?\s
                        """ + offset)
                .param(importId)
                .param(severity.name())
                .param(after)
                .param(limit)
                .query((row, n) -> new Placed(
                        row.getLong("ordinal"),
                        new ImportFinding(
                                Severity.valueOf(row.getString("severity")),
                                row.getLong("row"),
                                row.getString("column"),
                                row.getString("rule"),
                                key.open(SENTENCE, row.getString("sentence")))))
                .list();
    }

    /** All findings of a severity, a thousand at a time. */
    public void eachFinding(ImportJob job, Severity severity, Consumer<ImportFinding> consumer) {
        int page = 1_000;
        long last = Long.MIN_VALUE;
        List<Placed> placed;
        do {
            placed = read(job, severity, "", last, page);
            for (Placed p : placed) {
                consumer.accept(p.finding());
                last = p.ordinal();
            }
        } while (placed.size() == page);
    }
}
