package org.disclosureledger.application.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.application.api.ReadPoints;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.trail.Notability;
import org.disclosureledger.projections.trail.NotableEvent;
import org.disclosureledger.projections.trail.TrailProjector;
import org.disclosureledger.projections.trail.TrailStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an auditor of a year looks at first: entered late or after the report, corrected, taken up again,
 * waived, amended. */
@Component
public class YearTrail {

    private final TrailStore trail;
    private final Positions positions;
    private final PublishedVersions versions;
    private final ReadPoints points;
    private final Ledger ledger;
    private final Organs organs;

    YearTrail(
            TrailStore trail,
            Positions positions,
            PublishedVersions versions,
            ReadPoints points,
            Ledger ledger,
            Organs organs) {
        this.trail = trail;
        this.positions = positions;
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
     * A part of the list.
     *
     * @param count how many there are in all
     * @param readUpTo number of the last event that was looked at
     * @param behind whether more is recorded than was looked at, as for a while after an update
     */
    public record Part(long count, List<Notable> events, long readUpTo, boolean behind) {}

    /**
     * In the order of the ledger, of all cases that count in the year or did so when it was over, and of its report.
     *
     * @param reason the only reason that is asked for, null for all
     * @param days how many days after its legal date an event may be recorded before it is late
     * @param asOf an instant, null for now
     */
    public Part of(
            String organ,
            int year,
            @Nullable Notability reason,
            int days,
            @Nullable String asOf,
            int offset,
            int limit) {
        organs.require(organ);
        ReadPoint at = points.at(asOf);
        long readUpTo = Math.min(at.number(), positions.of(TrailProjector.NAME));
        TrailStore.SomeEvents found = trail.found(
                new TrailStore.Asked(
                        organ,
                        year,
                        ledger.numberAt(endOf(year)),
                        versions.id(organ, year).toString(),
                        reason,
                        days,
                        readUpTo),
                offset,
                limit);
        Map<Long, StoredEvent> stored =
                ledger
                        .numbered(found.events().stream()
                                .map(NotableEvent::number)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(StoredEvent::number, Function.identity()));
        return new Part(
                found.count(),
                found.events().stream()
                        .flatMap(event -> Stream.ofNullable(stored.get(event.number()))
                                .map(s -> new Notable(s, event.happenedOn(), event.reasons(days))))
                        .toList(),
                readUpTo,
                readUpTo < at.number());
    }

    private static Instant endOf(int year) {
        return LocalDate.of(year + 1, 1, 1)
                .atStartOfDay(ClockConfiguration.CHINA)
                .toInstant();
    }
}
