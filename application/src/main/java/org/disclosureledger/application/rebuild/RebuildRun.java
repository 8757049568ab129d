package org.disclosureledger.application.rebuild;

import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.disclosureledger.application.eventstore.EventReader;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.projection.ProjectionFeed;
import org.disclosureledger.application.projection.ProjectionFeed.ProjectionSources;
import org.disclosureledger.application.projection.TableComparison;
import org.disclosureledger.application.projection.TableComparison.Comparison;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.projections.ParkedEventStore;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.annualtables.AnnualTablesProjector;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One rebuild at work, or its going on: reads the ledger into the shadow, compares it with the live rows, and exchanges
 * the two. What it has done is committed step by step; nothing that it remembers is needed to go on.
 */
final class RebuildRun {

    private static final ProjectedTable PARKED = new ProjectedTable("parked_event", "number");
    /** What a parked event tells of the attempts to handle it. */
    private static final Set<String> ATTEMPTS = Set.of("error", "parked_at", "attempts");

    private static final long NOTE_NANOS = 250_000_000;

    private final UUID id;
    private final RebuildSpec spec;
    private final Shadow shadow;
    private final RebuildStore book;
    private final RebuildStore inTransaction;
    private final Ledger ledger;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final Positions positions;
    private final Map<Projector, ProjectionFeed> feeds = new LinkedHashMap<>();
    private long noted;

    /**
     * @param projectors those of the spec, on the shadow
     * @param stopping whether the service ends
     */
    RebuildRun(
            RebuildJob job,
            Shadow shadow,
            List<Projector> projectors,
            RebuildStore book,
            Ledger ledger,
            EventReader reader,
            Clock clock,
            BooleanSupplier stopping) {
        this.id = job.rebuildId();
        this.spec = job.spec();
        this.shadow = shadow;
        this.book = book;
        this.inTransaction = new RebuildStore(JdbcClient.create(shadow.template()), clock);
        this.ledger = ledger;
        this.clock = clock;
        this.stopping = stopping;
        this.positions = new Positions(JdbcClient.create(shadow.template()));
        ProjectionSources sources =
                new ProjectionSources(ledger, reader, positions, new ParkedEventStore(shadow.template()), clock);
        String organ = spec.organ();
        Predicate<StoredEvent> concerned =
                organ == null ? event -> true : event -> event.row().organ().equals(organ);
        projectors.forEach(p -> feeds.put(p, new ProjectionFeed(p, sources, shadow.steps(), concerned)));
    }

    /** Somebody wants it to stop here. */
    static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private List<ProjectedTable> tables() {
        return feeds.keySet().stream().flatMap(p -> p.tables().stream()).toList();
    }

    /** Begins from nothing unless the shadow of this rebuild is there and of this program's making. */
    void prepare(boolean goesOn, String version) {
        shadow.transaction().executeWithoutResult(status -> {
            if (!goesOn || !shadow.fits(tables())) {
                shadow.create(tables());
                inTransaction.madeShadow(id, version);
            }
        });
    }

    /** What was taken over is not needed twice. */
    void clear() {
        shadow.transaction().executeWithoutResult(status -> {
            shadow.clear();
            inTransaction.clearedShadow();
        });
    }

    boolean fits() {
        return shadow.fits(tables());
    }

    /** Reads until the shadow is nearly where the live rows are; what is recorded meanwhile is read as well. */
    void read() {
        boolean further = true;
        while (further) {
            further = false;
            for (ProjectionFeed feed : feeds.values()) {
                long live = shadow.livePosition(feed.name());
                int batches = 0;
                while (feed.next(live) > 0) {
                    batches++;
                    note("重放", false);
                }
                further |= batches > 1;
            }
        }
        note("重放", true);
    }

    private void note(String phase, boolean now) {
        if (!now && System.nanoTime() - noted < NOTE_NANOS) {
            return;
        }
        noted = System.nanoTime();
        Map<String, Long> read = Objects.requireNonNull(shadow.transaction().execute(status -> {
            Map<String, Long> all = new LinkedHashMap<>();
            feeds.keySet().forEach(p -> all.put(p.name(), positions.of(p.name())));
            return all;
        }));
        if (book.progressed(id, phase, ledger.head(), read) || stopping.getAsBoolean()) {
            throw new Interrupted();
        }
    }

    /** @return whether all rows and cells are the same; nobody who writes live rows is kept waiting */
    boolean compare() {
        boolean equal = true;
        for (Projector projector : feeds.keySet()) {
            note("比较", true);
            RebuildOutcome outcome = Objects.requireNonNull(shadow.oneMoment().execute(status -> {
                RebuildOutcome compared = compare(projector, shadow.livePosition(projector.name()));
                inTransaction.compared(
                        id,
                        projector.name(),
                        compared.equal() ? RebuildState.AGREED : RebuildState.DIFFERENT,
                        compared);
                return compared;
            }));
            equal &= outcome.equal();
        }
        return equal;
    }

    /**
     * Puts the rebuilt rows of each projector in the place of the live ones, in one transaction for each.
     *
     * @param whatever whether they are put there although they differ
     * @return whether all are there now
     */
    boolean swap(boolean whatever) {
        boolean all = true;
        for (Projector projector : feeds.keySet()) {
            note("换上", true);
            all &= Boolean.TRUE.equals(shadow.transaction().execute(status -> {
                RebuildOutcome compared = compare(projector, shadow.lockLivePosition(projector.name()));
                boolean take = whatever || compared.equal();
                if (take) {
                    projector.tables().forEach(t -> shadow.exchange(t.name(), spec.rowsOf(t)));
                    shadow.exchange(PARKED.name(), parkedOf(projector));
                }
                inTransaction.compared(
                        id, projector.name(), take ? RebuildState.SWAPPED : RebuildState.DIFFERENT, compared);
                shadow.durably();
                return take;
            }));
        }
        return all;
    }

    private String parkedOf(Projector projector) {
        return "projector = '" + projector.name() + "' and " + spec.rowsOf(PARKED);
    }

    /** @param live where the live rows are; the shadow is brought there first */
    private RebuildOutcome compare(Projector projector, long live) {
        ProjectionFeed feed = Objects.requireNonNull(feeds.get(projector));
        int taken = feed.next(live);
        while (taken > 0) {
            taken = feed.next(live);
        }
        long position = positions.of(projector.name());
        if (position != live) {
            throw new CannotRebuild("投影 " + projector.name() + " 已经读到第 " + live + " 号，台账却只能读到第 " + position
                    + " 号：台账的末尾被截去，或者恢复了旧的副本。请先核验台账");
        }
        shadow.analyze(projector.tables());
        List<Comparison> compared = new ArrayList<>();
        for (ProjectedTable table : projector.tables()) {
            if (spec.compares(table)) {
                compared.add(new TableComparison(table, Shadow.SCHEMA, shadow.template()).compare(spec.rowsOf(table)));
            }
        }
        if (spec.year() == null) {
            compared.add(new TableComparison(PARKED, Shadow.SCHEMA, shadow.template(), ATTEMPTS)
                    .compare(parkedOf(projector)));
        }
        int lastYear = Year.now(clock.withZone(ClockConfiguration.CHINA)).getValue();
        CellComparison cells = new CellComparison(shadow, spec, lastYear);
        if (projector.name().equals(AnnualTablesProjector.NAME)) {
            cells.compare(live);
        }
        return new RebuildOutcome(position, compared, cells.compared(), cells.differing(), cells.named());
    }
}
