package org.disclosureledger.projections.annualtables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;

/**
 * Keeps the entries of every counted case: after each event the case's entries are derived anew, those that no longer
 * hold are ended at that event's number, and new ones begin there. What one commit both began and ended was never
 * known to anybody and leaves no entry. What an organ chose is kept beside them and asked when tables are read.
 */
public final class AnnualTablesProjector implements Projector {

    public static final String NAME = "annual-tables";

    private final AnnualTablesStore store;

    public AnnualTablesProjector(AnnualTablesStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(
                new ProjectedTable("annual_case", "case_id"),
                new ProjectedTable("annual_entry", "case_id", "measure", "from_number")
                        .inYears("first_year", "last_year"),
                new ProjectedTable("annual_stage", "case_id", "stage"),
                new ProjectedTable("counting_rule_choice", "number"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        Map<String, CountedCase> cases = new LinkedHashMap<>();
        List<RecordedEvent> counted = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (event.event() instanceof OrganEvent.CountingRuleChosen choice) {
                store.chosen(choice, event.number(), event.recordedAt());
            }
            CountedCase blank = CountedCase.blankFor(event.event());
            if (blank != null) {
                cases.putIfAbsent(blank.caseId(), blank);
                counted.add(event);
            }
        }
        if (counted.isEmpty()) {
            return;
        }
        Map<String, CountedCase> known = store.cases(cases.keySet());
        cases.putAll(known);
        Map<String, List<AnnualTablesStore.StoredEntry>> valid = store.validEntries(known.keySet());
        Changes changes = new Changes();
        for (RecordedEvent event : counted) {
            CountedCase blank = CountedCase.blankFor(event.event());
            CountedCase told = blank == null ? null : cases.get(blank.caseId());
            if (told != null) {
                told.apply(event);
                changes.apply(told, event, valid.computeIfAbsent(told.caseId(), id -> new ArrayList<>()));
            }
        }
        store.write(cases.values(), changes.inserted(), changes.ended, changes.removed);
    }

    /** What a batch does to the entries: rows to insert, to end, and to remove since their own commit ended them. */
    private static final class Changes {

        private final Set<AnnualTablesStore.StoredEntry> fresh = new LinkedHashSet<>();
        private final List<AnnualTablesStore.StoredEntry> superseded = new ArrayList<>();
        private final Map<AnnualTablesStore.StoredEntry, Long> ended = new HashMap<>();
        private final List<AnnualTablesStore.StoredEntry> removed = new ArrayList<>();

        void apply(CountedCase after, RecordedEvent event, List<AnnualTablesStore.StoredEntry> valid) {
            List<Entry> entries = CountingRules.entries(after);
            Set<Entry> wanted = new HashSet<>(entries);
            valid.removeIf(row -> {
                if (wanted.remove(row.entry())) {
                    return false;
                }
                end(row, event);
                return true;
            });
            for (Entry entry : entries) {
                if (wanted.remove(entry)) {
                    AnnualTablesStore.StoredEntry row = new AnnualTablesStore.StoredEntry(
                            0, after.caseId(), after.organ(), entry, event.number(), event.recordedAt(), null);
                    fresh.add(row);
                    valid.add(row);
                }
            }
        }

        private void end(AnnualTablesStore.StoredEntry row, RecordedEvent event) {
            boolean sameCommit = row.recordedAt().equals(event.recordedAt());
            boolean unwritten = fresh.remove(row);
            if (unwritten && !sameCommit) {
                superseded.add(row.until(event.number()));
            } else if (!unwritten && sameCommit) {
                removed.add(row);
            } else if (!unwritten) {
                ended.put(row, event.number());
            }
        }

        List<AnnualTablesStore.StoredEntry> inserted() {
            List<AnnualTablesStore.StoredEntry> all = new ArrayList<>(superseded);
            all.addAll(fresh);
            return all;
        }
    }
}
