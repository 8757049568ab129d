package org.disclosureledger.application.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an auditor of a year looks at first: entered late or after the report, corrected, taken up again,
 * waived, amended. */
@Component
public class YearTrail {

    private static final int CASES = 1_000;

    private final AnnualTablesQuery query;
    private final PublishedVersions versions;
    private final ReadPoints points;
    private final Ledger ledger;
    private final Organs organs;

    YearTrail(AnnualTablesQuery query, PublishedVersions versions, ReadPoints points, Ledger ledger, Organs organs) {
        this.query = query;
        this.versions = versions;
        this.points = points;
        this.ledger = ledger;
        this.organs = organs;
    }

    /**
     * An event that is worth a look.
     *
     * @param happenedOn its legal date, null when it has none
     */
    public record Notable(StoredEvent event, @Nullable LocalDate happenedOn, Set<Notability> reasons) {}

    /**
     * In the order of the ledger, of all cases that have counted in the year and of its report.
     *
     * @param reason the only reason that is asked for, null for all
     * @param days how many days after its legal date an event may be recorded before it is late
     * @param asOf an instant, null for now
     */
    public List<Notable> of(String organ, int year, @Nullable Notability reason, int days, @Nullable String asOf) {
        organs.require(organ);
        ReadPoint at = points.at(asOf);
        List<String> cases = new ArrayList<>(query.casesOfYear(organ, year, at));
        cases.add(versions.id(organ, year).toString());
        List<Notable> notable = new ArrayList<>();
        for (int from = 0; from < cases.size(); from += CASES) {
            List<String> some = cases.subList(from, Math.min(from + CASES, cases.size()));
            for (StoredEvent event : ledger.ofAggregates(some)) {
                Notable one = event.number() <= at.number() ? judged(event, days) : null;
                if (one != null
                        && !one.reasons().isEmpty()
                        && (reason == null || one.reasons().contains(reason))) {
                    notable.add(one);
                }
            }
        }
        notable.sort(Comparator.comparingLong(n -> n.event().number()));
        return notable;
    }

    /** Null for an event that this program cannot read; the page of parked events shows those. */
    private static @Nullable Notable judged(StoredEvent stored, int days) {
        try {
            DomainEvent event = stored.event();
            return new Notable(stored, Notability.legalDate(event), Notability.of(event, stored.recordedAt(), days));
        } catch (UnreadableEvent e) {
            return null;
        }
    }
}
