package org.disclosureledger.application.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which point of the ledger a question is about, and that the projections have reached it. */
@Component
public class ReadPoints {

    /** How long ago an append may have taken its time and still not be committed. */
    private static final Duration UNSETTLED = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Projections projections;
    private final AnnualTablesQuery tables;
    private final Clock clock;

    public ReadPoints(Ledger ledger, Projections projections, AnnualTablesQuery tables, Clock clock) {
        this.ledger = ledger;
        this.projections = projections;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * @param asOf an instant with its offset, ISO-8601; null or empty for now
     * @throws Problem when it is not an instant, or not past
     */
    public ReadPoint at(@Nullable String asOf) {
        projections.catchUp();
        if (asOf == null || asOf.isBlank()) {
            return tables.now();
        }
        Instant instant = parse(asOf);
        if (instant.isAfter(clock.instant())) {
            throw Problem.badRequest("asOf", "asOf 不能晚于现在");
        }
        if (instant.isAfter(clock.instant().minus(UNSETTLED))) {
            ledger.awaitAppends();
            projections.catchUp();
        }
        return new ReadPoint(
                instant, Math.min(ledger.numberAt(instant), tables.now().number()));
    }

    /** As {@link #at}; for now whatever is there, without waiting for what was just recorded. */
    public ReadPoint past(@Nullable String asOf) {
        return asOf == null || asOf.isBlank() ? ReadPoint.latest() : at(asOf);
    }

    private static Instant parse(String asOf) {
        try {
            return OffsetDateTime.parse(asOf.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.badRequest("asOf", "asOf 应为带时区的时刻，例如 2023-01-20T08:00:00Z");
        }
    }
}
