package org.disclosureledger.projections.retention;

import java.util.List;
import org.disclosureledger.domain.retention.Cases;
import org.disclosureledger.domain.retention.RetentionEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;

/** Keeps what is restricted and what is destroyed. It deletes no key itself: a replay must not do so. */
public final class RetentionProjector implements Projector {

    private final RetentionStore store;

    public RetentionProjector(RetentionStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(
                new ProjectedTable("retention_term", "organ"),
                new ProjectedTable("destruction", "organ", "batch"),
                new ProjectedTable("destruction_case", "organ", "batch", "case_id"),
                new ProjectedTable("destroyed_case", "case_id"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof RetentionEvent event) {
                on(event, recorded);
            }
        }
    }

    private void on(RetentionEvent event, RecordedEvent recorded) {
        String organ = event.organ().value();
        switch (event) {
            case RetentionEvent.RestrictionTermSet e -> store.term(organ, e.rule(), e.months(), recorded.number());
            case RetentionEvent.DestructionProposed e ->
                store.proposed(organ, e, Cases.of(e.cases()), recorded.number());
            case RetentionEvent.DestructionAbandoned e ->
                store.abandoned(organ, e.batch(), e.reason(), recorded.number());
            case RetentionEvent.ArchivePackageExported e ->
                store.exported(organ, e.batch(), e.digest(), recorded.recordedAt(), recorded.number());
            case RetentionEvent.PersonalDataDestroyed e ->
                store.destroyed(organ, e, Cases.of(e.cases()), recorded.number());
        }
    }
}
