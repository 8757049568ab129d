package org.disclosureledger.application.imports;

import java.io.OutputStream;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.readtrail.Readings;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.application.security.Actor;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an import answers: its counts and every faulty row, streamed, so that a file with a hundred thousand faults is
 * answered from the same memory as one with none. A refused file is a problem (RFC 9457) with the same members.
 */
@Component
class ImportReply {

    private static final int SHOWN_WARNINGS = 1_000;

    private final ImportJobStore jobs;
    private final JsonMapper json;

    ImportReply(ImportJobStore jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    ResponseEntity<StreamingResponseBody> of(ImportJob job) {
        return switch (job.status()) {
            case RECORDED, CHECKED, RUNNING -> answer(HttpStatus.OK, job);
            case REFUSED -> answer(HttpStatus.UNPROCESSABLE_CONTENT, job);
            case FAILED -> answer(HttpStatus.INTERNAL_SERVER_ERROR, job);
        };
    }

    ResponseEntity<StreamingResponseBody> progress(ImportJob job) {
        return answer(HttpStatus.OK, job);
    }

    private ResponseEntity<StreamingResponseBody> answer(HttpStatus status, ImportJob job) {
        jobs.shows(job);
        Actor actor = Access.current();
        MediaType type = status.isError() ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON;
        return ResponseEntity.status(status)
                .contentType(type)
                .body(out -> Access.during(
                        actor, () -> Readings.recordedBefore(() -> write(job, status.isError() ? status : null, out))));
    }

    private void write(ImportJob job, @Nullable HttpStatus problem, OutputStream out) {
        try (JsonGenerator g = json.createGenerator(out)) {
            g.writeStartObject();
            if (problem != null) {
                boolean failed = job.status() == ImportJob.Status.FAILED;
                g.writeStringProperty(
                        "type", "urn:disclosure-ledger:problem:" + (failed ? "import-failed" : "import-refused"));
                g.writeStringProperty("title", failed ? "导入没有完成" : "文件有错误，没有登记任何内容");
                g.writeNumberProperty("status", problem.value());
                g.writeStringProperty("detail", detail(job));
            }
            g.writeStringProperty("importId", job.importId().toString());
            g.writeStringProperty("organ", job.organ());
            g.writeStringProperty("register", job.register());
            g.writeStringProperty("file", job.fileName());
            g.writeStringProperty("sha256", job.sha256());
            g.writeStringProperty("state", job.status().name().toLowerCase(java.util.Locale.ROOT));
            g.writeBooleanProperty("dryRun", job.dryRun());
            g.writeBooleanProperty("stored", job.status() == ImportJob.Status.RECORDED);
            g.writeNumberProperty("rows", job.rowsRead());
            g.writeNumberProperty("cases", job.cases());
            g.writeNumberProperty("events", job.events());
            g.writeNumberProperty("unchanged", job.unchanged());
            if (job.firstEvent() != null && job.lastEvent() != null) {
                g.writeNumberProperty("firstEvent", job.firstEvent());
                g.writeNumberProperty("lastEvent", job.lastEvent());
            }
            g.writeNumberProperty("errorCount", job.faults());
            g.writeNumberProperty("warningCount", job.warnings());
            g.writeStringProperty(
                    "findings",
                    "/api/v1/organs/" + Organs.inPath(job.organ()) + "/imports/" + job.importId() + "/findings");
            g.writeName("errors");
            g.writeStartArray();
            jobs.eachFinding(job, Severity.FAULT, f -> write(g, f));
            g.writeEndArray();
            g.writeName("warnings");
            g.writeStartArray();
            jobs.findings(job, Severity.WARNING, 0, SHOWN_WARNINGS).forEach(f -> write(g, f));
            g.writeEndArray();
            g.writeEndObject();
        }
    }

    private String detail(ImportJob job) {
        if (job.refusal() != null) {
            return job.fileName() + "：" + job.refusal();
        }
        if (jobs.findings(job, Severity.FAULT, 0, 1).stream().anyMatch(ImportFinding::isAnnouncement)) {
            return job.fileName() + " 会改变已经发布的年度报告，见 errors；没有登记任何内容。要登记，请去掉 Announce-Changes 再发一次";
        }
        return job.fileName() + " 有 " + job.faults() + " 处错误，没有登记任何内容；请按 errors 逐行改正后重新导入";
    }

    private static void write(JsonGenerator g, ImportFinding finding) {
        g.writeStartObject();
        if (finding.row() > 0) {
            g.writeNumberProperty("row", finding.row());
        }
        if (!finding.column().isEmpty()) {
            g.writeStringProperty("column", finding.column());
        }
        g.writeStringProperty("reason", finding.reason());
        g.writeStringProperty("rule", finding.rule());
        g.writeEndObject();
    }
}
