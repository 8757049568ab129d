package org.disclosureledger.application.eventstore;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.disclosureledger.application.projection.Projectors;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.request.ApplicantKind;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.Projector;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A ledger of any length with an honest chain, made at the speed of COPY: requests of some organs, three or four events
 * each, whose steps lie among those of other requests as they do in an office.
 */
public final class SampleLedger {

    private static final int PAGE = 5_000;

    /**
     * Whose requests they are, and how long they take.
     *
     * @param between how many other requests come at most between two steps of one
     */
    public record Shape(int organs, int between) {

        static final Shape OFFICES = new Shape(20, 200);
    }

    /** An event that is due, by the time at which it happens. */
    private record Due(long time, long sequence, DomainEvent event, String aggregateType, String aggregateId) {}

    private final Random random;
    private final Shape shape;
    private final PriorityQueue<Due> due = new PriorityQueue<>((a, b) ->
            a.time() == b.time() ? Long.compare(a.sequence(), b.sequence()) : Long.compare(a.time(), b.time()));

    private SampleLedger(long seed, Shape shape) {
        this.random = new Random(seed);
        this.shape = shape;
    }

    /** The schema of the product, in an empty database. */
    public static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(new HashChainMigration())
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
    }

    /** So many events and, projected from them, all tables. */
    public static void fill(DataSource database, int events, long seed) throws SQLException {
        fill(database, events, seed, Shape.OFFICES);
    }

    /** The same, of any shape. */
    public static void fill(DataSource database, int events, long seed, Shape shape) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            new SampleLedger(seed, shape).append(connection, events);
            connection.commit();
            project(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            connection.commit();
        }
    }

    private static void project(JdbcTemplate template) {
        template.execute("analyze ledger_event");
        Positions positions = new Positions(JdbcClient.create(template));
        List<Projector> projectors = Projectors.on(template);
        long last = 0;
        List<StoredEvent> page;
        do {
            page = JdbcClient.create(template)
                    .sql("select " + Ledger.COLUMNS + " from ledger_event where number > ? order by number limit ?")
                    .param(last)
                    .param(PAGE)
                    .query(Ledger::storedEvent)
                    .list();
            for (Projector projector : projectors) {
                projector.project(page.stream().map(StoredEvent::recorded).toList());
            }
            last += page.size();
        } while (!page.isEmpty());
        long end = last;
        projectors.forEach(p -> positions.move(p.name(), end));
    }

    /** Number of the last event. */
    public static long last(JdbcTemplate template) {
        return Objects.requireNonNull(template.queryForObject("select max(number) from ledger_event", Long.class));
    }

    /** Gives all events the right hashes again, as somebody does who knows how and may write everywhere. */
    public static void rechain(JdbcTemplate template) {
        UUID ledger = Objects.requireNonNull(template.queryForObject("select ledger_id from ledger_head", UUID.class));
        Chain chain = new Chain(Chain.genesis(ledger));
        for (StoredEvent stored : template.query(
                "select " + Ledger.COLUMNS + " from ledger_event order by number", Ledger::storedEvent)) {
            template.update(
                    "update ledger_event set hash = ? where number = ?", chain.next(stored.row()), stored.number());
        }
        mendHead(template);
    }

    /** Puts everything back to what it was after an event, as an old copy of the database would. */
    public static void restore(JdbcTemplate template, long number) {
        template.update("delete from ledger_event where number > ?", number);
        mendHead(template);
        Projectors.on(template).forEach(Projector::reset);
        project(template);
    }

    private static void mendHead(JdbcTemplate template) {
        template.update(
                "update ledger_head set (number, recorded_at, hash_algorithm, hash) = (select number, recorded_at,"
                        + " hash_algorithm, hash from ledger_event order by number desc limit 1)");
    }

    private void append(Connection connection, int events) throws SQLException {
        JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        UUID ledger = Objects.requireNonNull(template.queryForObject("select ledger_id from ledger_head", UUID.class));
        Chain chain = new Chain(Chain.genesis(ledger));
        Instant recordedAt = Instant.parse("2024-01-01T00:00:00Z").plus(1, ChronoUnit.MICROS);
        StringBuilder rows = new StringBuilder();
        int cases = 0;
        for (int organ = 0; organ < shape.organs(); organ++) {
            OrganCode code = organ(organ);
            due.add(new Due(
                    0,
                    0,
                    new OrganEvent.OrganEstablished(code, "第" + organ + "镇人民政府", null),
                    "organ",
                    "organ:" + code));
        }
        for (int number = 1; number <= events; number++) {
            while (due.isEmpty() || due.peek().time() >= cases) {
                request(++cases);
            }
            Due next = due.remove();
            if (random.nextInt(4) == 0) {
                recordedAt = recordedAt.plusMillis(1 + random.nextInt(60_000));
            }
            EventRow row = EventRow.of(
                    new NewEvent(
                            new UUID(random.nextLong(), random.nextLong()),
                            next.aggregateType(),
                            next.aggregateId(),
                            next.sequence(),
                            next.event(),
                            Map.of("user", "admin", "file", "requests-2024.xlsx", "row", String.valueOf(number))),
                    number,
                    recordedAt,
                    HashAlgorithm.SM3);
            line(rows, row, chain.next(row));
            if (number % PAGE == 0 || number == events) {
                copy(connection, rows);
                rows.setLength(0);
            }
        }
        try (PreparedStatement head = connection.prepareStatement(
                "update ledger_head set number = ?, recorded_at = ?::timestamptz, hash_algorithm = 'SM3', hash = ?")) {
            head.setLong(1, events);
            head.setString(2, recordedAt.toString());
            head.setBytes(3, chain.hash());
            head.executeUpdate();
        }
    }

    private static OrganCode organ(int number) {
        return new OrganCode("organ-" + number);
    }

    private void request(int number) {
        RequestId id = new RequestId(new UUID(random.nextLong(), random.nextLong()));
        OrganCode organ = organ(random.nextInt(shape.organs()));
        LocalDate received = LocalDate.of(2021, 1, 4).plusDays(number % 1_800);
        List<DomainEvent> steps = new ArrayList<>();
        steps.add(new RequestEvent.RequestReceived(
                id,
                organ,
                "R-" + number,
                received,
                pick(Channel.values()),
                pick(ApplicantKind.values()),
                sealed(60),
                random.nextBoolean() ? sealed(60) : null,
                random.nextBoolean() ? sealed(60) : null,
                null,
                sealed(160)));
        if (random.nextInt(3) == 0) {
            steps.add(new RequestEvent.AnswerPeriodExtended(id, organ, received.plusDays(15), 20, "周主任", null));
        }
        steps.add(new RequestEvent.RequestDecided(
                id,
                organ,
                received.plusDays(18 + random.nextInt(20)),
                pick(Outcome.values()),
                "答〔2024〕" + number + "号"));
        steps.add(new RequestEvent.DecisionDelivered(id, organ, received.plusDays(40), null));
        long time = number;
        for (int sequence = 0; sequence < steps.size(); sequence++) {
            due.add(new Due(time, sequence, steps.get(sequence), "request", id.toString()));
            time += 1 + random.nextInt(shape.between());
        }
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private SealedText sealed(int length) {
        byte[] bytes = new byte[length / 2];
        random.nextBytes(bytes);
        return new SealedText("1." + HexFormat.of().formatHex(bytes));
    }

    private static void line(StringBuilder rows, EventRow e, byte[] hash) {
        rows.append(e.number()).append('\t').append(e.eventId()).append('\t').append(e.aggregateType());
        rows.append('\t')
                .append(e.aggregateId())
                .append('\t')
                .append(e.sequence())
                .append('\t');
        rows.append(e.organ())
                .append('\t')
                .append(e.type())
                .append('\t')
                .append(e.revision())
                .append('\t');
        rows.append(e.recordedAt())
                .append('\t')
                .append(e.payload().replace("\\", "\\\\"))
                .append('\t');
        rows.append(e.metadata().replace("\\", "\\\\"))
                .append('\t')
                .append(e.algorithm().label());
        rows.append("\t\\\\x").append(HexFormat.of().formatHex(hash)).append('\n');
    }

    private static void copy(Connection connection, StringBuilder rows) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy ledger_event (" + Ledger.COLUMNS + ") from stdin", new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
