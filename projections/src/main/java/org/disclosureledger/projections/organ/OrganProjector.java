package org.disclosureledger.projections.organ;

import java.util.List;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;

/** Keeps the list of organs, and what was stated of their places. */
public final class OrganProjector implements Projector {

    private final OrganStore store;

    public OrganProjector(OrganStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "organs";
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(
                new ProjectedTable("organ", "code").ofOrgan("code"),
                new ProjectedTable("organ_placement", "organ", "placed_from", "first_event"),
                new ProjectedTable("organ_merger", "organ", "first_event"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof OrganEvent event) {
                on(event, recorded.number());
            }
        }
    }

    private void on(OrganEvent event, long number) {
        switch (event) {
            case OrganEvent.OrganEstablished e ->
                store.established(e.organ().value(), e.name(), e.mayIssueRegulations(), number);
            case OrganEvent.OrganRenamed e -> store.renamed(e.organ().value(), e.name());
            case OrganEvent.CountingRuleChosen ignored -> {}
            case OrganEvent.ApprovalRequired ignored -> {}
            case OrganEvent.ApprovalDropped ignored -> {}
            case OrganEvent.OrganPlaced e -> store.placed(e.organ(), e.superior(), e.placedFrom(), number);
            case OrganEvent.OrganMerged e -> store.merged(e.organ(), e.into(), e.mergedOn(), number);
            case OrganEvent.OrganMergerWithdrawn e -> store.mergerEnded(e.organ(), number);
        }
    }
}
