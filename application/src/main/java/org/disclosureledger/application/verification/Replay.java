package org.disclosureledger.application.verification;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesProjector;

/**
 * Replays all projectors, those of the annual tables beside the others, each on a connection of its own: they write to
 * different tables, and theirs are as much work as all others together.
 */
final class Replay {

    private final ExecutorService threads;
    private final List<ReplayLane> lanes;

    Replay(Snapshot snapshot, ExecutorService threads, Map<String, Long> positions) throws SQLException {
        this.threads = threads;
        this.lanes = List.of(
                new ReplayLane(snapshot.another(), positions, p -> p.name().equals(AnnualTablesProjector.NAME)),
                new ReplayLane(snapshot.another(), positions, p -> !p.name().equals(AnnualTablesProjector.NAME)));
    }

    /** What every lane does, at the same time. */
    private interface Step {

        void on(ReplayLane lane) throws SQLException;
    }

    void begin() throws SQLException {
        each(ReplayLane::begin);
    }

    /** Each takes all events, in their order. */
    List<Pages.Sink<List<RecordedEvent>>> sinks() {
        return lanes.stream()
                .<Pages.Sink<List<RecordedEvent>>>map(lane -> lane::accept)
                .toList();
    }

    /** @param end number of the last event */
    void compare(long end) throws SQLException {
        each(lane -> lane.compare(end));
    }

    private void each(Step step) throws SQLException {
        List<Future<?>> begun = new ArrayList<>();
        for (ReplayLane lane : lanes) {
            begun.add(threads.submit(() -> {
                step.on(lane);
                return null;
            }));
        }
        for (Future<?> work : begun) {
            Pages.await(work);
        }
    }

    /** @param parked events that a projection has put aside */
    Check result(long parked) {
        Findings findings = new Findings();
        lanes.forEach(lane -> findings.addAll(lane.findings()));
        if (parked > 0) {
            findings.add("parked", Map.of("events", parked), "有 " + parked + " 个事件投影没能处理，被搁置着：修复后才会计入各表");
        }
        return findings.check(
                "projections",
                "现有各表与重放的结果",
                lanes.stream().mapToLong(ReplayLane::rows).sum());
    }

    List<ProjectionResult> results() {
        return lanes.stream().flatMap(lane -> lane.results().stream()).toList();
    }
}
