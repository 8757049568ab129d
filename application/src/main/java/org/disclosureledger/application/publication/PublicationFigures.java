package org.disclosureledger.application.publication;

import java.time.Instant;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.projections.ParkedEventStore;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.publication.PublicationCounts;
import org.disclosureledger.projections.publication.PublicationProjector;
import org.disclosureledger.projections.publication.PublicationStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures on proactive disclosure for part 一 of a report, as of any moment. */
@Component
public class PublicationFigures {

    private final PublicationStore store;
    private final ParkedEventStore parked;
    private final ReadPoints points;

    public PublicationFigures(PublicationStore store, ParkedEventStore parked, ReadPoints points) {
        this.store = store;
        this.parked = parked;
        this.points = points;
    }

    /**
     * @param readUpTo number of the last event that they take into account
     * @param unprocessed events of the organ that are recorded but not in them
     */
    public record AsOf(PublicationCounts counts, @Nullable Instant asOf, long readUpTo, long unprocessed) {}

    /**
     * @param asOf an instant, null for now
     * @throws Problem when it is not a past instant
     */
    public AsOf of(String organ, int year, @Nullable String asOf) {
        ReadPoint at = points.at(asOf);
        return new AsOf(
                store.counts(organ, year, at.number()),
                at.asOf(),
                at.number(),
                parked.count(PublicationProjector.NAME, organ, at.number()));
    }
}
