package org.disclosureledger.projections.access;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.access.AccessEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;

/** Keeps who came in, read and took away. */
public final class AccessProjector implements Projector {

    private final AccessStore store;

    public AccessProjector(AccessStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(new ProjectedTable("access_record", "number"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        List<AccessRow> rows = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof AccessEvent event) {
                rows.add(AccessRow.of(recorded, event));
            }
        }
        store.lay(rows);
    }
}
