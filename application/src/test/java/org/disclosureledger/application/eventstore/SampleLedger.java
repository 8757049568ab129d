package org.disclosureledger.application.eventstore;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.disclosureledger.application.projection.Projectors;
import org.disclosureledger.application.time.ClockConfiguration;
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
 * A ledger of any length with an honest chain, made at the speed of COPY: requests of some organs from 2021 to 2025, three
 * or four events each, recorded on the day on which they happen or, some of them, weeks later.
 */
public final class SampleLedger {

    private static final int PAGE = 5_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 4);

    private static final int DAYS = 1_800;

    /** Of ten requests three have their period extended. */
    private static final double EVENTS_PER_REQUEST = 3.3;

    /**
     * Whose requests they are, and how carefully they are recorded.
     *
     * @param late how many in a hundred steps are recorded late
     */
    public record Shape(int organs, int late) {

        static final Shape OFFICES = new Shape(20, 5);
    }

    /** An event that is due, by the time at which it is recorded. */
    private record Due(Instant time, long sequence, DomainEvent event, String aggregateType, String aggregateId) {}

    private final Random random;
    private final Shape shape;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>((a, b) -> a.time().equals(b.time())
                    ? Long.compare(a.sequence(), b.sequence())
                    : a.time().compareTo(b.time()));

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
        Instant recordedAt = opening(FIRST_DAY);
        StringBuilder rows = new StringBuilder();
        int cases = 0;
        double aDay = events / EVENTS_PER_REQUEST / DAYS;
        for (int organ = 0; organ < shape.organs(); organ++) {
            OrganCode code = organ(organ);
            due.add(new Due(
                    recordedAt,
                    0,
                    new OrganEvent.OrganEstablished(code, "第" + organ + "镇人民政府", null),
                    "organ",
                    "organ:" + code));
        }
        for (int number = 1; number <= events; number++) {
            LocalDate received = FIRST_DAY.plusDays((long) (cases / aDay));
            while (due.isEmpty() || !due.peek().time().isBefore(opening(received))) {
                request(++cases, received);
                received = FIRST_DAY.plusDays((long) (cases / aDay));
            }
            Due next = due.remove();
            recordedAt = next.time();
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

    /** When an office opens, in China. */
    private static Instant opening(LocalDate day) {
        return day.atTime(9, 0).atZone(ClockConfiguration.CHINA).toInstant().plus(1, ChronoUnit.MICROS);
    }

    private void request(int number, LocalDate received) {
        RequestId id = new RequestId(new UUID(random.nextLong(), random.nextLong()));
        OrganCode organ = organ(random.nextInt(shape.organs()));
        Map<DomainEvent, LocalDate> steps = new LinkedHashMap<>();
        steps.put(
                new RequestEvent.RequestReceived(
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
                        sealed(160)),
                received);
        if (random.nextInt(10) < 3) {
            LocalDate extended = received.plusDays(15);
            steps.put(new RequestEvent.AnswerPeriodExtended(id, organ, extended, 20, "周主任", null), extended);
        }
        LocalDate decided = received.plusDays(18 + random.nextInt(20));
        steps.put(
                new RequestEvent.RequestDecided(
                        id, organ, decided, pick(Outcome.values()), "答〔" + decided.getYear() + "〕" + number + "号"),
                decided);
        LocalDate delivered = received.plusDays(40);
        steps.put(new RequestEvent.DecisionDelivered(id, organ, delivered, null), delivered);
        Instant time = Instant.EPOCH;
        long sequence = 0;
        for (Map.Entry<DomainEvent, LocalDate> step : steps.entrySet()) {
            Instant recorded = recorded(step.getValue());
            time = recorded.isAfter(time) ? recorded : time.plusSeconds(60);
            due.add(new Due(time, sequence++, step.getKey(), "request", id.toString()));
        }
    }

    /** In the eight hours of its day, or of one that is up to two months later. */
    private Instant recorded(LocalDate happened) {
        LocalDate day = random.nextInt(100) < shape.late() ? happened.plusDays(8 + random.nextInt(52)) : happened;
        return opening(day).plusMillis(random.nextInt(8 * 3_600_000));
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
