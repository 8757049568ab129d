package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Contribution;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.NewEvent;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.statistics.AnnualTablesReader;
import org.disclosureledger.application.statistics.TableComparison;
import org.disclosureledger.application.statistics.YearTrail;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.CountingRule;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.annualtables.CellCase;
import org.disclosureledger.projections.caseload.CaseStage;
import org.disclosureledger.projections.caseload.CaseloadProjector;
import org.disclosureledger.projections.caseload.Whose;
import org.disclosureledger.projections.form.CellId;
import org.disclosureledger.projections.trail.Notability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told from rows is what the events tell, whatever was recorded in whatever order: now and at any earlier point. */
@RunningService
class RowsAndEventsIT {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final OrganCode ORGAN = new OrganCode("rows-and-events");
    private static final int CASES = 150;
    private static final int STEPS = 900;
    private static final int POINTS = 6;

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Projections projections;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private HandledCases handled;

    @Autowired
    private OpenCases open;

    @Autowired
    private YearTrail trail;

    @Autowired
    private AnnualTablesReader reader;

    @Autowired
    private JdbcClient jdbc;

    private final Random random = new Random(20_241_130);
    private final List<StoredEvent> events = new ArrayList<>();

    /** Once; a second test finds what the first one recorded. */
    @BeforeEach
    void record() {
        if (ledger.ofAggregate("organ:" + ORGAN, 0).isEmpty()) {
            new Service(port).organ(ORGAN.value(), "青石镇人民政府");
            List<RandomSteps> cases = new ArrayList<>();
            Map<String, Long> sequences = new TreeMap<>(Map.of(
                    "organ:" + ORGAN, ledger.ofAggregate("organ:" + ORGAN, 0).size() - 1L));
            for (int step = 0; step < CASES + STEPS; step++) {
                if (step == STEPS / 2) {
                    append(
                            "organ:" + ORGAN,
                            "organ",
                            new OrganEvent.CountingRuleChosen(
                                    ORGAN,
                                    CountingRule.REQUEST_REANSWER,
                                    CountingChoice.LATEST_ANSWER,
                                    CountingChoice.LATEST_ANSWER.version(),
                                    2024),
                            sequences);
                }
                boolean begins = cases.isEmpty() || (cases.size() < CASES && random.nextInt(3) == 0);
                if (begins) {
                    cases.add(new RandomSteps(random, ORGAN));
                }
                RandomSteps one = begins ? cases.get(cases.size() - 1) : cases.get(random.nextInt(cases.size()));
                append(one.id().toString(), "request", begins ? one.received() : one.next(), sequences);
            }
            projections.catchUp();
        }
        events.addAll(ledger.after(0, Integer.MAX_VALUE).stream()
                .filter(e -> e.row().organ().equals(ORGAN.value())
                        && e.aggregateType().equals("request"))
                .toList());
    }

    private void append(String aggregate, String type, DomainEvent event, Map<String, Long> sequences) {
        long sequence = sequences.merge(aggregate, 0L, (last, ignored) -> last + 1);
        NewEvent recorded =
                new NewEvent(CommandId.once().value(), type, aggregate, sequence, event, Map.of("by", "test"));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> assertThat(
                                ledger.append(List.of(new Contribution(CommandId.once(), List.of(recorded), null))))
                        .hasOnlyElementsOfType(Ledger.Outcome.Recorded.class));
    }

    /** The last event, some before it, and null for now. */
    private List<ReadPoint> points() {
        List<ReadPoint> points = new ArrayList<>(List.of(ReadPoint.latest(), at(events.get(events.size() - 1))));
        for (int i = 0; i < POINTS; i++) {
            points.add(at(events.get(random.nextInt(events.size()))));
        }
        return points;
    }

    private static ReadPoint at(StoredEvent event) {
        return new ReadPoint(event.recordedAt(), event.number());
    }

    private List<String> cases() {
        return events.stream().map(StoredEvent::aggregateId).distinct().toList();
    }

    @Test
    void timesOfAnswersAreThoseOfTheEvents() {
        for (ReadPoint at : points()) {
            ReadPoint known = at.asOf() == null ? new ReadPoint(null, ledger.head()) : at;
            Map<String, HandledCases.Handled> told = handled.at(ORGAN.value(), cases(), known);

            assertThat(told).isEqualTo(handled.fromEvents(ORGAN.value(), cases(), known));
            assertThat(told.values().stream()
                            .filter(h -> h.latest() != null && !h.latest().equals(h.first())))
                    .as("answered anew by event %d", known.number())
                    .hasSizeGreaterThan(known.asOf() == null ? 10 : -1);
        }
    }

    @Test
    void listsAreThoseOfTheEvents() {
        for (ReadPoint at : points()) {
            List<CaseStage> stages = events.stream()
                    .filter(e -> e.number() <= at.number())
                    .collect(Collectors.groupingBy(StoredEvent::aggregateId, TreeMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .flatMap(history ->
                            CaseloadProjector.stage(
                                    history.stream().map(StoredEvent::recorded).toList())
                                    .stream())
                    .toList();

            assertThat(listed(OpenCases.State.ANSWERED, at))
                    .as("answered by event %d", at.number())
                    .isEqualTo(stages.stream()
                            .filter(s -> !s.open())
                            .sorted(Comparator.comparing(RowsAndEventsIT::answeredOn)
                                    .reversed()
                                    .thenComparing(CaseStage::caseId))
                            .toList());
            assertThat(listed(OpenCases.State.OPEN, at))
                    .as("open at event %d", at.number())
                    .containsExactlyInAnyOrderElementsOf(
                            stages.stream().filter(CaseStage::open).toList());
        }
    }

    private static LocalDate answeredOn(CaseStage stage) {
        LocalDate on = stage.answeredOn();
        return on == null ? LocalDate.MIN : on;
    }

    private List<CaseStage> listed(OpenCases.State state, ReadPoint at) {
        List<CaseStage> listed = new ArrayList<>();
        OpenCases.Page page;
        do {
            page = open.page(ORGAN.value(), state, Whose.EVERYBODY, at, listed.size(), 7);
            page.requests().forEach(l -> listed.add(l.stage()));
        } while (!page.requests().isEmpty());
        assertThat(page.count(state)).isEqualTo(listed.size());
        return listed;
    }

    /** Whatever changed in between, the organ's rule of counting among it. */
    @Test
    void comparisonsNameTheCasesOfTheCells() {
        List<ReadPoint> points = points();
        for (int i = 2; i < points.size(); i++) {
            for (int year = 2023; year <= 2025; year++) {
                String before = String.valueOf(points.get(i).asOf());
                String after =
                        i % 2 == 0 ? null : String.valueOf(points.get(i - 1).asOf());
                TableComparison compared = reader.compare(ORGAN.value(), year, before, after);
                for (String row : List.of("newReceived", "carriedIn", "granted", "total", "carriedOut")) {
                    CellId cell = new CellId("requests", row, "total");
                    Set<String> then = counted(year, cell, before);
                    Set<String> now = counted(year, cell, after);

                    assertThat(compared.differences().stream()
                                    .filter(d -> d.cell().equals(cell))
                                    .flatMap(d -> Stream.concat(
                                            d.entered().stream().map(c -> "+" + c.caseId()),
                                            d.left().stream().map(c -> "-" + c.caseId()))))
                            .as("%s of %d between %s and %s", cell, year, before, after)
                            .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                            now.stream()
                                                    .filter(c -> !then.contains(c))
                                                    .map(c -> "+" + c),
                                            then.stream()
                                                    .filter(c -> !now.contains(c))
                                                    .map(c -> "-" + c))
                                    .toList());
                }
            }
        }
    }

    private Set<String> counted(int year, CellId cell, @Nullable String asOf) {
        return reader.open(ORGAN.value(), year, cell, asOf).cases().stream()
                .map(CellCase::caseId)
                .collect(Collectors.toSet());
    }

    @Test
    void trailIsThatOfTheEvents() {
        for (ReadPoint at : points()) {
            for (int year = 2022; year <= 2026; year++) {
                for (int days : new int[] {0, 400, 700}) {
                    List<Long> expected = notable(year, days, at);

                    assertThat(trailed(year, null, days, at))
                            .as("%d, %d days, event %d", year, days, at.number())
                            .isEqualTo(expected);
                }
                assertThat(trailed(year, Notability.CORRECTED, 0, at))
                        .isEqualTo(ofYear(year, at)
                                .filter(e -> e.event() instanceof RequestEvent.RequestFactCorrected)
                                .map(StoredEvent::number)
                                .toList());
            }
        }
        assertThat(notable(2024, 0, ReadPoint.latest())).hasSizeGreaterThan(300);
    }

    private List<Long> trailed(int year, @Nullable Notability reason, int days, ReadPoint at) {
        String asOf = at.asOf() == null ? null : at.asOf().toString();
        List<Long> numbers = new ArrayList<>();
        YearTrail.Part part;
        do {
            part = trail.of(ORGAN.value(), year, reason, days, asOf, numbers.size(), 100);
            part.events().forEach(n -> numbers.add(n.event().number()));
        } while (!part.events().isEmpty());
        assertThat(part.count()).isEqualTo(numbers.size());
        return numbers;
    }

    private Stream<StoredEvent> ofYear(int year, ReadPoint at) {
        Set<String> counted = new LinkedHashSet<>(jdbc.sql("""
                        select case_id from annual_entry
                        where organ = ? and first_year <= ? and last_year >= ? and from_number <= ?
                            and (first_year = last_year or to_number is null or to_number > ?)
                        """)
                .param(ORGAN.value())
                .param(year)
                .param(year)
                .param(at.number())
                .param(yearEnd(year))
                .query(String.class)
                .list());
        return events.stream().filter(e -> e.number() <= at.number() && counted.contains(e.aggregateId()));
    }

    /** Number of the last event that was recorded in a year. */
    private long yearEnd(int year) {
        return ledger.after(0, Integer.MAX_VALUE).stream()
                .filter(e -> e.recordedAt().atZone(CHINA).getYear() <= year)
                .mapToLong(StoredEvent::number)
                .max()
                .orElse(0);
    }

    private List<Long> notable(int year, int days, ReadPoint at) {
        return ofYear(year, at)
                .filter(stored -> {
                    LocalDate recordedOn = LocalDate.ofInstant(stored.recordedAt(), CHINA);
                    LocalDate on = firstDay(stored.event());
                    boolean late = on != null && recordedOn.isAfter(on.plusDays(days));
                    boolean afterTheReport = on != null && recordedOn.isAfter(LocalDate.of(on.getYear() + 1, 1, 31));
                    return late
                            || afterTheReport
                            || stored.event() instanceof RequestEvent.RequestFactCorrected
                            || stored.event() instanceof RequestEvent.RequestReopened;
                })
                .map(StoredEvent::number)
                .toList();
    }

    private static @Nullable LocalDate firstDay(DomainEvent event) {
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            try {
                if (!component.getName().endsWith("DueOn")
                        && component.getAccessor().invoke(event) instanceof LocalDate day) {
                    return day;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }
}
