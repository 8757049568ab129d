package org.disclosureledger.projections.handling;

import java.util.List;
import java.util.Objects;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;

/**
 * Keeps the steps between receipt and answer that bear on the time in between, as facts: how many working days that is
 * follows from the calendar, which may change. A request that is received and answered leaves no row.
 */
public final class HandlingProjector implements Projector {

    public static final String NAME = "handling";

    private final HandlingStore store;

    public HandlingProjector(HandlingStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(new ProjectedTable("handling_step", "number"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        store.lay(events.stream()
                .map(recorded ->
                        recorded.event() instanceof RequestEvent e ? HandlingStep.of(recorded.number(), e) : null)
                .filter(Objects::nonNull)
                .toList());
    }
}
