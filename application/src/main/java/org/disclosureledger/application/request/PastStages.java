package org.disclosureledger.application.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.caseload.CaseStage;
import org.disclosureledger.projections.caseload.CaseloadProjector;
import org.springframework.stereotype.Component;

/** Where requests stood at a point of the ledger: those that changed since are told from their events again. */
@Component
class PastStages {

    private static final int BLOCK = 1_000;

    private final Ledger ledger;

    PastStages(Ledger ledger) {
        this.ledger = ledger;
    }

    /** In the same order; a request that was not recorded by then, or cannot be read, is left out. */
    List<CaseStage> at(List<CaseStage> now, ReadPoint at) {
        if (at.asOf() == null) {
            return now;
        }
        List<CaseStage> known =
                now.stream().filter(stage -> stage.firstEvent() <= at.number()).toList();
        List<CaseStage> then = new ArrayList<>(known.size());
        for (int from = 0; from < known.size(); from += BLOCK) {
            List<CaseStage> block = known.subList(from, Math.min(from + BLOCK, known.size()));
            Map<String, List<RecordedEvent>> changed = changed(block, at);
            for (CaseStage stage : block) {
                if (stage.lastEvent() <= at.number()) {
                    then.add(stage);
                } else {
                    CaseloadProjector.stage(changed.getOrDefault(stage.caseId(), List.of()))
                            .ifPresent(then::add);
                }
            }
        }
        return then;
    }

    private Map<String, List<RecordedEvent>> changed(List<CaseStage> stages, ReadPoint at) {
        List<String> ids = stages.stream()
                .filter(stage -> stage.lastEvent() > at.number())
                .map(CaseStage::caseId)
                .toList();
        Map<String, List<RecordedEvent>> histories = new LinkedHashMap<>();
        for (StoredEvent event : ids.isEmpty() ? List.<StoredEvent>of() : ledger.ofAggregates(ids)) {
            if (event.number() <= at.number()) {
                read(event, histories);
            }
        }
        return histories;
    }

    private static void read(StoredEvent event, Map<String, List<RecordedEvent>> histories) {
        try {
            histories
                    .computeIfAbsent(event.aggregateId(), id -> new ArrayList<>())
                    .add(event.recorded());
        } catch (UnreadableEvent e) {
            histories.put(event.aggregateId(), new ArrayList<>());
        }
    }
}
