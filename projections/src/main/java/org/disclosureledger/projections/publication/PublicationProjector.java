package org.disclosureledger.projections.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.domain.publication.Publication;
import org.disclosureledger.domain.publication.PublicationEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps published information as it is now and, from event to event, what of it counts: entries that no longer hold are
 * ended at the number of the event that says so.
 */
public final class PublicationProjector implements Projector {

    public static final String NAME = "publications";

    private final PublicationStore store;

    public PublicationProjector(PublicationStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(
                new ProjectedTable("publication_item", "publication_id"),
                new ProjectedTable("publication_entry", "publication_id", "measure", "from_number")
                        .inYears("year", "year"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        Map<String, List<RecordedEvent>> byPublication = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof PublicationEvent event) {
                byPublication
                        .computeIfAbsent(event.publicationId().toString(), id -> new ArrayList<>())
                        .add(recorded);
            }
        }
        if (byPublication.isEmpty()) {
            return;
        }
        Map<String, PublicationRow> known = store.rows(byPublication.keySet());
        Map<String, List<PublicationStore.StoredEntry>> valid = store.validEntries(known.keySet());
        Changes changes = new Changes();
        byPublication.forEach(
                (id, told) -> changes.apply(id, known.get(id), valid.getOrDefault(id, new ArrayList<>()), told));
        store.write(changes.rows, changes.ended, changes.begun);
    }

    /** What a batch of events changes. */
    private static final class Changes {

        private final List<PublicationRow> rows = new ArrayList<>();
        private final List<PublicationStore.StoredEntry> begun = new ArrayList<>();
        private final Map<PublicationStore.StoredEntry, Long> ended = new HashMap<>();

        void apply(
                String id,
                @Nullable PublicationRow known,
                List<PublicationStore.StoredEntry> valid,
                List<RecordedEvent> told) {
            Publication publication = known == null ? new Publication.Unprepared() : Publication.of(known.facts());
            long first = known == null ? told.get(0).number() : known.firstEvent();
            long last = known == null ? 0 : known.lastEvent();
            for (RecordedEvent recorded : told) {
                if (recorded.number() > last) {
                    publication = publication.evolve((PublicationEvent) recorded.event());
                    last = recorded.number();
                    count(id, recorded, publication, valid);
                }
            }
            String organ = told.get(0).event().organ().value();
            rows.add(PublicationRow.of(id, organ, publication, first, last));
        }

        private void count(
                String id, RecordedEvent recorded, Publication publication, List<PublicationStore.StoredEntry> valid) {
            List<PublicationEntry> wanted = new ArrayList<>(PublicationCounting.entries(publication.facts()));
            valid.removeIf(row -> {
                if (wanted.remove(row.entry())) {
                    return false;
                }
                end(row, recorded.number());
                return true;
            });
            for (PublicationEntry entry : wanted) {
                PublicationStore.StoredEntry row = new PublicationStore.StoredEntry(
                        0, id, recorded.event().organ().value(), entry, recorded.number(), null);
                begun.add(row);
                valid.add(row);
            }
        }

        private void end(PublicationStore.StoredEntry row, long number) {
            if (begun.remove(row)) {
                begun.add(row.until(number));
            } else {
                ended.put(row, number);
            }
        }
    }
}
