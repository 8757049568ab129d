package org.disclosureledger.projections.trail;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;

/** Keeps which events are worth a look: what is recorded on its legal day, and corrects nothing, leaves no row. */
public final class TrailProjector implements Projector {

    public static final String NAME = "trail";

    private final TrailStore store;
    private final ZoneId zone;

    /** @param zone in which the day of an event's recording is told */
    public TrailProjector(TrailStore store, ZoneId zone) {
        this.store = store;
        this.zone = zone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(new ProjectedTable("notable_event", "number"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        store.lay(events.stream()
                .map(recorded -> NotableEvent.of(recorded, zone))
                .filter(Objects::nonNull)
                .toList());
    }
}
