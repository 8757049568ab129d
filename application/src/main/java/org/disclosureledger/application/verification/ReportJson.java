package org.disclosureledger.application.verification;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.application.projection.TableComparison;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The report of a verification as JSON, two blanks of indentation, for programs and for the file. */
public final class ReportJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportJson() {}

    public static String write(VerificationReport report) {
        StringWriter text = new StringWriter();
        double seconds =
                Duration.between(report.startedAt(), report.finishedAt()).toMillis() / 1000.0;
        try (JsonGenerator g = JSON.writerWithDefaultPrettyPrinter().createGenerator(text)) {
            g.writeStartObject();
            g.writeStringProperty("tool", "verify");
            g.writeStringProperty("version", report.version());
            g.writeStringProperty("startedAt", report.startedAt().toString());
            g.writeStringProperty("finishedAt", report.finishedAt().toString());
            g.writeBooleanProperty("ok", report.ok());
            g.writeStringProperty("ledger", report.ledger());
            g.writeNumberProperty("events", report.events());
            VerificationReport.End end = report.end();
            if (end != null) {
                g.writePOJOProperty(
                        "head",
                        Map.of(
                                "number",
                                end.number(),
                                "algorithm",
                                end.algorithm(),
                                "hash",
                                end.hash(),
                                "recordedAt",
                                end.recordedAt().toString()));
            }
            g.writeArrayPropertyStart("checks");
            report.checks().forEach(check -> write(g, check));
            g.writeEndArray();
            g.writePOJOProperty("heads", report.heads());
            g.writeArrayPropertyStart("projections");
            report.projections().forEach(projection -> write(g, projection));
            g.writeEndArray();
            g.writePOJOProperty("undetectable", report.undetectable());
            g.writeNumberProperty("seconds", seconds);
            g.writeNumberProperty("eventsPerSecond", Math.round(report.events() / Math.max(seconds, 0.001)));
            g.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator g, Check check) {
        g.writeStartObject();
        g.writeStringProperty("id", check.id());
        g.writeStringProperty("title", check.title());
        g.writeBooleanProperty("ok", check.ok());
        g.writeNumberProperty("counted", check.counted());
        g.writeNumberProperty("total", check.total());
        g.writeArrayPropertyStart("findings");
        for (Finding finding : check.findings()) {
            g.writeStartObject();
            g.writeStringProperty("kind", finding.kind());
            new TreeMap<>(finding.facts()).forEach(g::writePOJOProperty);
            g.writeStringProperty("sentence", finding.sentence());
            g.writeEndObject();
        }
        g.writeEndArray();
        g.writeEndObject();
    }

    private static void write(JsonGenerator g, ProjectionResult projection) {
        g.writeStartObject();
        g.writeStringProperty("projector", projection.projector());
        g.writeBooleanProperty("ok", projection.ok());
        g.writeNumberProperty("position", projection.position());
        g.writeNumberProperty("behind", projection.behind());
        g.writeArrayPropertyStart("tables");
        for (TableComparison.Comparison table : projection.tables()) {
            g.writeStartObject();
            g.writeStringProperty("table", table.table());
            g.writeNumberProperty("rows", table.rows());
            g.writeNumberProperty("surplus", table.surplus());
            g.writeNumberProperty("missing", table.missing());
            g.writeEndObject();
        }
        g.writeEndArray();
        g.writeEndObject();
    }
}
