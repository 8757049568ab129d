package org.disclosureledger.application.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.disclosureledger.application.database.EmbeddedDatabase;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.CommandLog;
import org.disclosureledger.application.eventstore.Contribution;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.disclosureledger.application.eventstore.NewEvent;
import org.disclosureledger.application.eventstore.SampleLedger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.annualtables.AnnualTablesProjector;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.annualtables.AnnualTablesStore;
import org.disclosureledger.projections.annualtables.Figures;
import org.disclosureledger.projections.annualtables.TablesOfEvents;
import org.disclosureledger.projections.form.StatutoryForm;
import org.disclosureledger.projections.form.StatutoryForms;
import org.disclosureledger.projections.reference.ReferenceDifference;
import org.disclosureledger.projections.reference.ReferenceSql;
import org.disclosureledger.projections.reference.ReferenceStore;
import org.disclosureledger.projections.reference.ReferenceTables;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One history in a real ledger, and all that counts it: the tables that were kept as it grew, those of a replay beside
 * them, the count in memory, and the reference.
 */
final class ThreeCounts implements AutoCloseable {

    static final int FIRST_YEAR = 2021;
    static final int LAST_YEAR = 2027;

    private static final StatutoryForm FORM = StatutoryForms.forYear(FIRST_YEAR).orElseThrow();
    private static final int PAGE = 5_000;

    /** A table as known after an event. */
    record Place(long point, String organ, int year) {}

    private final EmbeddedDatabase database;
    private final JdbcTemplate live;
    private final JdbcTemplate beside;
    private final TransactionTemplate transaction;
    private final Ledger ledger;
    private final AnnualTablesProjector projector;
    private final AnnualTablesProjector again;
    private List<StoredEvent> events = List.of();

    private ThreeCounts(EmbeddedDatabase database) throws SQLException {
        this.database = database;
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser("postgres");
        // A ledger that is for ever is emptied between histories by whoever may switch its triggers off.
        source.setOptions("-c session_replication_role=replica");
        SampleLedger.migrate(source);
        SingleConnectionDataSource first = single(source);
        this.live = new JdbcTemplate(first);
        this.beside = new JdbcTemplate(single(source));
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(first));
        this.ledger = new Ledger(live, Clock.systemUTC(), new LedgerSignal(), new CommandLog(live), "SM3");
        this.projector = new AnnualTablesProjector(new AnnualTablesStore(live));
        this.again = new AnnualTablesProjector(new AnnualTablesStore(beside));
        live.execute("create schema beside");
        for (ProjectedTable table : projector.tables()) {
            live.execute("create table beside.%s (like public.%s including all)".formatted(table.name(), table.name()));
        }
        beside.execute("set search_path = beside, public");
    }

    static ThreeCounts start(Path directory) throws SQLException {
        return new ThreeCounts(EmbeddedDatabase.start(directory));
    }

    private static SingleConnectionDataSource single(PGSimpleDataSource source) throws SQLException {
        Connection connection = source.getConnection();
        return new SingleConnectionDataSource(connection, true);
    }

    JdbcTemplate live() {
        return live;
    }

    List<StoredEvent> events() {
        return events;
    }

    /** A new history of so many events, kept in tables as it grows, by batches of any length. */
    void grow(RandomOffices offices, int length, Random random) {
        live.execute("truncate ledger_event");
        live.update("update ledger_head set number = 0, hash_algorithm = 'SHA-256', hash = sha256(convert_to("
                + "'disclosure-ledger/1/' || ledger_id, 'UTF8'))");
        projector.reset();
        long read = 0;
        while (ledger.head() < length) {
            append(offices.next());
            if (random.nextInt(20) == 0) {
                read = project(read, 1 + random.nextInt(100));
            }
        }
        for (long last = -1; last != read; ) {
            last = read;
            read = project(read, PAGE);
        }
        events = ledger.after(0, Integer.MAX_VALUE);
        live.execute("analyze ledger_event");
        live.execute("analyze annual_entry");
    }

    private void append(List<NewEvent> recorded) {
        if (!recorded.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                Ledger.Outcome outcome = ledger.append(List.of(new Contribution(CommandId.once(), recorded, null)))
                        .get(0);
                if (!(outcome instanceof Ledger.Outcome.Recorded)) {
                    throw new IllegalStateException("not recorded: " + outcome);
                }
            });
        }
    }

    private long project(long after, int limit) {
        List<StoredEvent> page = ledger.after(after, limit);
        transaction.executeWithoutResult(status ->
                projector.project(page.stream().map(StoredEvent::recorded).toList()));
        return page.isEmpty() ? after : page.get(page.size() - 1).number();
    }

    /** Reads all events again into tables of their own, in either of the orders that a projector takes them in. */
    void replay(Random random, Predicate<StoredEvent> handed) {
        again.reset();
        List<StoredEvent> all = new ArrayList<>(events.stream().filter(handed).toList());
        if (random.nextBoolean()) {
            all.sort(Comparator.comparing(StoredEvent::aggregateId).thenComparingLong(StoredEvent::sequence));
        }
        for (int from = 0; from < all.size(); ) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(700));
            again.project(
                    all.subList(from, to).stream().map(StoredEvent::recorded).toList());
            from = to;
        }
        beside.execute("analyze annual_entry");
    }

    /** Numbers of the last events known at instants of chance; the last of all is among them. */
    List<Long> points(int number, Random random) {
        Instant first = events.get(0).recordedAt();
        Instant last = events.get(events.size() - 1).recordedAt();
        List<Long> points = new ArrayList<>(List.of((long) events.size()));
        long nanos = Duration.between(first, last).toNanos();
        while (points.size() < number) {
            points.add(ledger.numberAt(first.plusNanos(random.nextLong(nanos))));
        }
        return points.stream().sorted().distinct().toList();
    }

    /** The tables that were kept as the history grew. */
    Map<Place, Figures> kept(List<Long> points) {
        return read(live, points);
    }

    /** The tables of the replay. */
    Map<Place, Figures> rebuilt(List<Long> points) {
        return read(beside, points);
    }

    private static Map<Place, Figures> read(JdbcTemplate template, List<Long> points) {
        AnnualTablesQuery query =
                new AnnualTablesQuery(new AnnualTablesStore(template), new Positions(JdbcClient.create(template)));
        return at(
                points, place -> query.figures(place.organ(), place.year(), FORM, new ReadPoint(null, place.point())));
    }

    /** Counted in memory, event after event. */
    Map<Place, Figures> inMemory(List<Long> points) {
        Map<Place, Figures> all = new LinkedHashMap<>();
        TablesOfEvents tables = new TablesOfEvents();
        int applied = 0;
        for (long point : points) {
            for (; applied < point; applied++) {
                tables.apply(events.get(applied).recorded());
            }
            TablesOfEvents.Counted counted = tables.count(FIRST_YEAR, LAST_YEAR);
            all.putAll(at(List.of(point), place -> counted.figures(place.organ(), place.year(), FORM)));
        }
        return all;
    }

    /** Counted by SQL. */
    Map<Place, Figures> reference(List<Long> points, ReferenceSql sql) {
        ReferenceStore store = new ReferenceStore(live, sql);
        Map<Place, Figures> all = new LinkedHashMap<>();
        for (long point : points) {
            ReferenceTables tables = store.tables(null, FIRST_YEAR, LAST_YEAR, point);
            all.putAll(at(List.of(point), place -> tables.figures(place.organ(), place.year(), FORM)));
        }
        return all;
    }

    private static Map<Place, Figures> at(List<Long> points, Function<Place, Figures> figures) {
        Map<Place, Figures> all = new LinkedHashMap<>();
        for (long point : points) {
            for (OrganCode organ : RandomOffices.ORGANS) {
                for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                    Place place = new Place(point, organ.value(), year);
                    all.put(place, figures.apply(place));
                }
            }
        }
        return all;
    }

    /** Every cell in which two of them differ, with its place. */
    static List<String> differences(Map<Place, Figures> some, Map<Place, Figures> others) {
        List<String> differences = new ArrayList<>();
        some.forEach((place, figures) -> ReferenceDifference.between(figures, Objects.requireNonNull(others.get(place)))
                .forEach(difference -> differences.add(place + ": " + difference)));
        return differences;
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
