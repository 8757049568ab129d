package org.disclosureledger.projections.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.domain.publication.Publication;
import org.disclosureledger.domain.publication.PublicationEvent;
import org.disclosureledger.domain.publication.PublicationFact;
import org.disclosureledger.domain.publication.PublicationStage;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Published information as it is now.
 *
 * @param dueFrom the day from which the period of art. 26 runs, null when none runs
 */
public record PublicationRow(
        String publicationId,
        String organ,
        Facts facts,
        PublicationStage stage,
        @Nullable LocalDate dueFrom,
        long firstEvent,
        long lastEvent) {

    static PublicationRow of(String id, String organ, Publication publication, long firstEvent, long lastEvent) {
        Publication.Version version = publication.version();
        return new PublicationRow(
                id,
                organ,
                publication.facts(),
                publication.stage(),
                version == null ? null : version.dueFrom(),
                firstEvent,
                lastEvent);
    }

    /** What the first events of a publication come to; empty when there are none. */
    public static Optional<PublicationRow> of(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Publication publication = new Publication.Unprepared();
        for (RecordedEvent recorded : events) {
            publication = publication.evolve((PublicationEvent) recorded.event());
        }
        PublicationEvent first = (PublicationEvent) events.get(0).event();
        return Optional.of(of(
                first.publicationId().toString(),
                first.organ().value(),
                publication,
                events.get(0).number(),
                events.get(events.size() - 1).number()));
    }

    /** What the facts come to. */
    public Publication publication() {
        return Publication.of(facts);
    }

    public String number() {
        return facts.text(PublicationFact.PUBLICATION_NUMBER);
    }

    public String title() {
        return facts.text(PublicationFact.TITLE);
    }
}
