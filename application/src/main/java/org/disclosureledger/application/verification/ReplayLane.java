package org.disclosureledger.application.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.disclosureledger.application.projection.Projectors;
import org.disclosureledger.application.projection.TableComparison;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Some of the projectors project the events once more, into shadows of the live tables, and what comes of it is compared.
 * Each projector is given the events up to the position that it has come to; what it has not read yet is no difference.
 * Not thread-safe.
 */
final class ReplayLane {

    private final Findings findings = new Findings();
    private final Connection connection;
    private final JdbcTemplate template;
    private final Map<String, Long> positions;
    private final List<Projector> projectors;
    private final List<ProjectionResult> results = new ArrayList<>();
    private long rows;

    /** @param mine which projectors this is about */
    ReplayLane(Connection connection, Map<String, Long> positions, Predicate<Projector> mine) {
        this.connection = connection;
        this.template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.positions = positions;
        this.projectors = Projectors.on(template).stream().filter(mine).toList();
    }

    void begin() {
        // Nobody has counted the rows of a table that was made a moment ago, and all look-ups are by key.
        template.execute("set local enable_seqscan = off");
        projectors.forEach(p -> shadows(p).forEach(ShadowTable::create));
    }

    void accept(List<RecordedEvent> events) throws SQLException {
        for (Projector projector : projectors) {
            long position = position(projector);
            List<RecordedEvent> read =
                    events.stream().filter(e -> e.number() <= position).toList();
            if (!tried(projector, read)) {
                for (RecordedEvent event : read) {
                    if (!tried(projector, List.of(event))) {
                        findings.add(
                                "unprojectable",
                                Map.of("projector", projector.name(), "number", event.number()),
                                "重放时，投影 " + projector.name() + " 不能处理第 " + event.number() + " 号事件");
                    }
                }
            }
        }
    }

    private boolean tried(Projector projector, List<RecordedEvent> events) throws SQLException {
        if (events.isEmpty()) {
            return true;
        }
        Savepoint before = connection.setSavepoint();
        try {
            projector.project(events);
            connection.releaseSavepoint(before);
            return true;
        } catch (DataAccessException | IllegalArgumentException | IllegalStateException e) {
            connection.rollback(before);
            return false;
        }
    }

    /** @param end number of the last event */
    void compare(long end) {
        template.execute("set local enable_seqscan = on");
        template.execute("set local work_mem = '128MB'");
        for (Projector projector : projectors) {
            long position = position(projector);
            if (position > end) {
                findings.add(
                        "ahead",
                        Map.of("projector", projector.name(), "position", position, "last", end),
                        "投影 " + projector.name() + " 已经读到第 " + position + " 号，台账却只到第 " + end + " 号：台账的末尾被截去，或者恢复了旧的副本");
            }
            List<TableComparison.Comparison> compared =
                    shadows(projector).stream().map(this::compare).toList();
            results.add(new ProjectionResult(projector.name(), position, Math.max(0, end - position), compared));
        }
    }

    private TableComparison.Comparison compare(ShadowTable shadow) {
        shadow.analyze();
        TableComparison.Comparison comparison = shadow.compare();
        rows += comparison.rows();
        String table = comparison.table();
        if (!comparison.equal()) {
            findings.add(
                    "differs",
                    Map.of("table", table, "surplus", comparison.surplus(), "missing", comparison.missing()),
                    "表 " + table + " 与重放的结果不同：现有的表里有 " + comparison.surplus() + " 行重放得不出，重放得出的有 " + comparison.missing()
                            + " 行现有的表里没有");
        }
        for (TableComparison.Difference difference : comparison.named()) {
            boolean surplus = difference.copies() > 0;
            findings.add(
                    surplus ? "surplusRow" : "missingRow",
                    Map.of("table", table, "key", difference.key()),
                    "表 " + table + "，" + difference.key() + "：" + (surplus ? "现有的这一行重放得不出" : "重放得出的这一行现有的表里没有"));
        }
        return comparison;
    }

    private long position(Projector projector) {
        return positions.getOrDefault(projector.name(), 0L);
    }

    private List<ShadowTable> shadows(Projector projector) {
        return projector.tables().stream()
                .map(t -> new ShadowTable(t, template))
                .toList();
    }

    Findings findings() {
        return findings;
    }

    /** Rows of live tables that were compared. */
    long rows() {
        return rows;
    }

    List<ProjectionResult> results() {
        return results;
    }
}
