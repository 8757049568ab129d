package org.disclosureledger.projections.annualtables;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.organ.CountingChoice;
import org.disclosureledger.domain.organ.CountingRule;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.organ.OrganEvent;
import org.disclosureledger.projections.annualtables.CountedCase.Stated;
import org.disclosureledger.projections.form.CellSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the annual tables. */
public final class AnnualTablesStore {

    private static final String KNOWN = "from_number <= :upTo and (to_number is null or to_number > :upTo)";

    private static final String IN_YEAR = "organ = :organ and first_year = :year and last_year <= first_year";

    private static final String SPANS_YEAR = "last_year > first_year and first_year <= :year and last_year >= :year";

    /**
     * One case in one year, as nearly all entries are: an index has all that sums are made of. Only 1 written as 1 is such,
     * since a sum keeps the decimals of what it is made of.
     */
    private static final String PLAIN = "annual_entry where " + IN_YEAR
            + " and to_number is null and under is null and quantity = 1 and scale(quantity) = 0"
            + " and from_number <= :upTo";

    /** What else is of one year, as the index has it: whose entry it is. */
    private static final String OTHERWISE =
            "annual_entry where (case when last_year <= first_year and (to_number is not null"
                    + " or under is not null or quantity <> 1 or scale(quantity) <> 0) then organ end) = :organ"
                    + " and first_year = :year and from_number <= :upTo";

    /** What spans years and has not ended, as the index has it. */
    private static final String STANDING =
            "annual_entry where (case when last_year > first_year and to_number is null then organ end) = :organ and "
                    + SPANS_YEAR + " and from_number <= :upTo";

    private static final String ENDED =
            "annual_entry where organ = :organ and " + SPANS_YEAR + " and from_number <= :upTo and to_number ";

    /** What counts in a year beside {@link #PLAIN}, whatever the organ chose. Each kind has an index of its own. */
    private static final String OTHERS = "select * from " + OTHERWISE + " and (to_number is null or to_number > :upTo)"
            + " union all select * from " + STANDING
            + " union all select * from " + ENDED + "> :upTo";

    private static final String OF_YEAR = "(select * from " + PLAIN + " union all " + OTHERS + ")";

    /**
     * Every case that counts in a year or did so when the year was over, by any choice; one may be there several times. Every
     * request that was open for a day was to be carried over for that day: this alone makes it none of the year. Asks for
     * {@code organ}, {@code year}, {@code yearEnd}, the number of the last event that was recorded in the year, and
     * {@code upTo}, that of the last event that is known.
     */
    public static final String CASES_OF_YEAR = "select case_id from " + PLAIN
            + " union all select case_id from " + OTHERWISE
            + " union all select case_id from " + STANDING
            + " union all select case_id from " + ENDED + "> :yearEnd";

    private static final String CHOSEN = "(under is null or under = any(:chosen))";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public AnnualTablesStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** @param row database identity of a stored row, 0 for one that is not stored yet */
    record StoredEntry(
            long row,
            String caseId,
            String organ,
            Entry entry,
            long fromNumber,
            Instant recordedAt,
            @Nullable Long toNumber) {

        StoredEntry until(long number) {
            return new StoredEntry(row, caseId, organ, entry, fromNumber, recordedAt, number);
        }
    }

    /** @param under mark of the only choice under which it counts, null when it counts under every one */
    record SumOfYear(String organ, int year, @Nullable String under, MeasuredSum sum) {}

    void clear() {
        template.execute("truncate annual_case, annual_entry, annual_stage, counting_rule_choice");
    }

    /** Once for each event, however often it is given. */
    void chosen(OrganEvent.CountingRuleChosen e, long number, Instant recordedAt) {
        jdbc.sql("""
                        insert into counting_rule_choice (number, organ, rule, choice, rule_version, from_year, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .param(number)
                .param(e.organ().value())
                .param(e.rule().id())
                .param(e.choice().id())
                .param(e.ruleVersion())
                .param(e.fromYear())
                .param(Timestamp.from(recordedAt))
                .update();
    }

    List<MadeChoice> choices(String organ, long upTo) {
        return jdbc.sql("select * from counting_rule_choice where organ = ? and number <= ? order by number")
                .param(organ)
                .param(upTo)
                .query((row, n) -> new MadeChoice(
                        row.getLong("number"),
                        row.getTimestamp("recorded_at").toInstant(),
                        new OrganEvent.CountingRuleChosen(
                                new OrganCode(row.getString("organ")),
                                Coded.of(CountingRule.class, row.getString("rule")),
                                Coded.of(CountingChoice.class, row.getString("choice")),
                                row.getInt("rule_version"),
                                row.getInt("from_year"))))
                .list();
    }

    Map<String, CountedCase> cases(Set<String> ids) {
        Map<String, CountedCase> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        Map<String, List<Stage>> stages = new HashMap<>();
        jdbc.sql("select * from annual_stage where case_id = any(?) order by case_id, stage")
                .param(ids.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("case_id"), stage(row)))
                .list()
                .forEach(e -> stages.computeIfAbsent(e.getKey(), id -> new ArrayList<>())
                        .add(e.getValue()));
        jdbc.sql("select * from annual_case where case_id = any(?)")
                .param(ids.toArray(String[]::new))
                .query((row, n) -> countedCase(row, stages.getOrDefault(row.getString("case_id"), List.of())))
                .list()
                .forEach(c -> found.put(c.caseId(), c));
        return found;
    }

    Map<String, List<StoredEntry>> validEntries(Set<String> ids) {
        Map<String, List<StoredEntry>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select * from annual_entry where case_id = any(?) and to_number is null")
                    .param(ids.toArray(String[]::new))
                    .query(AnnualTablesStore::storedEntry)
                    .list()
                    .forEach(e -> found.computeIfAbsent(e.caseId(), id -> new ArrayList<>())
                            .add(e));
        }
        return found;
    }

    void write(
            Collection<CountedCase> cases,
            List<StoredEntry> inserted,
            Map<StoredEntry, Long> ended,
            List<StoredEntry> removed) {
        if (!cases.isEmpty()) {
            writeCases(List.copyOf(cases));
            writeStages(cases);
        }
        if (!inserted.isEmpty()) {
            insert(inserted);
        }
        if (!ended.isEmpty()) {
            jdbc.sql("""
                            update annual_entry e set to_number = ended.number
                            from unnest(?::text[], ?::bigint[], ?::bigint[]) as ended (case_id, entry, number)
                            where e.case_id = ended.case_id and e.entry = ended.entry
                            """)
                    .param(texts(ended.keySet(), StoredEntry::caseId))
                    .param(longs(ended.keySet(), StoredEntry::row))
                    .param(longs(ended.values(), number -> number))
                    .update();
        }
        if (!removed.isEmpty()) {
            jdbc.sql("""
                            delete from annual_entry e using unnest(?::text[], ?::bigint[]) as removed (case_id, entry)
                            where e.case_id = removed.case_id and e.entry = removed.entry
                            """)
                    .param(texts(removed, StoredEntry::caseId))
                    .param(longs(removed, StoredEntry::row))
                    .update();
        }
    }

    /** A column at a time, so that the database reads a few arrays instead of thousands of parameters. */
    private void writeCases(List<CountedCase> cases) {
        jdbc.sql("""
                        insert into annual_case (case_id, organ, family, category, category_by, subcategory, opened_on,
                            opened_by, closed_on, closed_by, result, result_by, quantity, related_case, read_up_to)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::date[],
                            ?::bigint[], ?::date[], ?::bigint[], ?::text[], ?::bigint[], ?::numeric[], ?::text[],
                            ?::bigint[])
                        on conflict (case_id) do update set
                            category = excluded.category, category_by = excluded.category_by,
                            subcategory = excluded.subcategory, opened_on = excluded.opened_on,
                            opened_by = excluded.opened_by, closed_on = excluded.closed_on, closed_by = excluded.closed_by,
                            result = excluded.result, result_by = excluded.result_by, quantity = excluded.quantity,
                            related_case = excluded.related_case, read_up_to = excluded.read_up_to
                        """)
                .param(texts(cases, CountedCase::caseId))
                .param(texts(cases, CountedCase::organ))
                .param(texts(cases, c -> c.family().name()))
                .param(texts(cases, c -> value(c.category())))
                .param(longs(cases, c -> by(c.category())))
                .param(texts(cases, CountedCase::subcategory))
                .param(texts(cases, c -> value(c.opened())))
                .param(longs(cases, c -> by(c.opened())))
                .param(texts(cases, c -> value(c.closed())))
                .param(longs(cases, c -> by(c.closed())))
                .param(texts(cases, c -> value(c.result())))
                .param(longs(cases, c -> by(c.result())))
                .param(texts(cases, CountedCase::quantity))
                .param(texts(cases, CountedCase::relatedCase))
                .param(longs(cases, CountedCase::readUpTo))
                .update();
    }

    private record StageRow(String caseId, String organ, long place, Stage stage) {}

    private void writeStages(Collection<CountedCase> cases) {
        List<StageRow> rows = new ArrayList<>();
        for (CountedCase each : cases) {
            for (int i = 0; i < each.later().size(); i++) {
                rows.add(new StageRow(
                        each.caseId(), each.organ(), i + 1, each.later().get(i)));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into annual_stage (case_id, organ, stage, opened_on, opened_by, closed_on, closed_by,
                            result, result_by)
                        select * from unnest(?::text[], ?::text[], ?::int[], ?::date[], ?::bigint[], ?::date[], ?::bigint[],
                            ?::text[], ?::bigint[])
                        on conflict (case_id, stage) do update set
                            opened_on = excluded.opened_on, opened_by = excluded.opened_by,
                            closed_on = excluded.closed_on, closed_by = excluded.closed_by,
                            result = excluded.result, result_by = excluded.result_by
                        """)
                .param(texts(rows, StageRow::caseId))
                .param(texts(rows, StageRow::organ))
                .param(longs(rows, StageRow::place))
                .param(texts(rows, r -> value(r.stage().opened())))
                .param(longs(rows, r -> by(r.stage().opened())))
                .param(texts(rows, r -> value(r.stage().closed())))
                .param(longs(rows, r -> by(r.stage().closed())))
                .param(texts(rows, r -> value(r.stage().result())))
                .param(longs(rows, r -> by(r.stage().result())))
                .update();
    }

    private void insert(List<StoredEntry> rows) {
        jdbc.sql("""
                        insert into annual_entry (case_id, organ, measure, breakdown, first_year, last_year, quantity,
                            related_case, events, from_number, to_number, recorded_at, under)
                        select case_id, organ, measure, breakdown, first_year, last_year, quantity, related_case,
                            events::bigint[], from_number, to_number, recorded_at, under
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::numeric[],
                            ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[])
                            as fresh (case_id, organ, measure, breakdown, first_year, last_year, quantity, related_case,
                                events, from_number, to_number, recorded_at, under)
                        """)
                .param(texts(rows, StoredEntry::caseId))
                .param(texts(rows, StoredEntry::organ))
                .param(texts(rows, row -> row.entry().measure()))
                .param(texts(rows, row -> row.entry().breakdown()))
                .param(longs(rows, row -> (long) row.entry().firstYear()))
                .param(longs(rows, row -> (long) row.entry().lastYear()))
                .param(texts(rows, row -> row.entry().quantity()))
                .param(texts(rows, row -> row.entry().relatedCase()))
                .param(texts(rows, row -> numbers(row.entry().events())))
                .param(longs(rows, StoredEntry::fromNumber))
                .param(longs(rows, StoredEntry::toNumber))
                .param(texts(rows, StoredEntry::recordedAt))
                .param(texts(rows, row -> row.entry().under()))
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        @Nullable String[] texts = new String[rows.size()];
        int i = 0;
        for (T row : rows) {
            Object value = column.apply(row);
            texts[i++] = value == null ? null : value.toString();
        }
        return texts;
    }

    private static <T> @Nullable Long[] longs(Collection<T> rows, Function<T, @Nullable Long> column) {
        @Nullable Long[] longs = new Long[rows.size()];
        int i = 0;
        for (T row : rows) {
            longs[i++] = column.apply(row);
        }
        return longs;
    }

    /** As PostgreSQL writes an array of numbers. */
    private static String numbers(List<Long> events) {
        return events.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static String[] marks(List<AppliedRule> rules) {
        return rules.stream().map(AppliedRule::mark).toArray(String[]::new);
    }

    List<MeasuredSum> sums(String organ, int year, long upTo, List<AppliedRule> rules) {
        return jdbc.sql("""
                        select measure, breakdown, sum(cases) as cases, sum(quantity) as quantity
                        from (select measure, breakdown, count(*) as cases, count(*)::numeric as quantity
                              from %s group by measure, breakdown
                              union all
                              select measure, breakdown, 1, quantity from (%s) as others where %s) as counted
                        group by measure, breakdown
                        """.formatted(PLAIN, OTHERS, CHOSEN))
                .param("organ", organ)
                .param("year", year)
                .param("upTo", upTo)
                .param("chosen", marks(rules))
                .query((row, n) -> measuredSum(row))
                .list();
    }

    /** What {@link #sums} tells, of every organ in some years, reading all entries once. */
    List<SumOfYear> sumsOfAll(int firstYear, int lastYear, long upTo) {
        return jdbc.sql("""
                        select organ, year, under, measure, breakdown, count(*) as cases, sum(quantity) as quantity
                        from annual_entry
                        join generate_series(cast(:firstYear as int), cast(:lastYear as int)) as year
                            on first_year <= year and last_year >= year
                        where %s group by organ, year, under, measure, breakdown
                        """.formatted(KNOWN))
                .param("firstYear", firstYear)
                .param("lastYear", lastYear)
                .param("upTo", upTo)
                .query((row, n) -> new SumOfYear(
                        row.getString("organ"), row.getInt("year"), row.getString("under"), measuredSum(row)))
                .list();
    }

    private static MeasuredSum measuredSum(ResultSet row) throws SQLException {
        return new MeasuredSum(
                row.getString("measure"),
                row.getString("breakdown"),
                row.getLong("cases"),
                row.getBigDecimal("quantity"));
    }

    Map<String, Integer> firstYears(long upTo) {
        Map<String, Integer> years = new TreeMap<>();
        jdbc.sql("select organ, min(first_year) as year from annual_entry where " + KNOWN + " group by organ")
                .param("upTo", upTo)
                .query((row, n) -> Map.entry(row.getString("organ"), row.getInt("year")))
                .list()
                .forEach(e -> years.put(e.getKey(), e.getValue()));
        return years;
    }

    /** All that a figure counts. */
    List<CellCase> cases(String organ, int year, long upTo, List<AppliedRule> rules, CellSource source) {
        return cases(organ, year, upTo, rules, source, 0, Integer.MAX_VALUE);
    }

    /** Some of what a figure counts, in the order of the ledger. */
    List<CellCase> cases(
            String organ, int year, long upTo, List<AppliedRule> rules, CellSource source, int offset, int limit) {
        return counted("""
                        select shown.case_id, shown.quantity, shown.events, r.number, r.register
                        from (select e.case_id, e.quantity, e.events, r.first_event
                              from %s as e left join register_row r on r.case_id = e.case_id
                              where %s order by r.first_event, e.case_id, e.events offset :offset limit :limit) as shown
                        left join register_row r on r.case_id = shown.case_id
                        order by shown.first_event, shown.case_id, shown.events
                        """, organ, year, upTo, rules, source)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> cellCase(row))
                .list();
    }

    private static CellCase cellCase(ResultSet row) throws SQLException {
        return new CellCase(
                row.getString("case_id"),
                row.getString("register"),
                row.getString("number"),
                row.getBigDecimal("quantity"),
                numbers(row.getArray("events")));
    }

    /** The cases alone, in no order; one that counts twice is there twice. */
    List<String> caseIds(String organ, int year, long upTo, List<AppliedRule> rules, CellSource source) {
        return counted("select e.case_id from %s as e where %s", organ, year, upTo, rules, source)
                .query(String.class)
                .list();
    }

    /**
     * Cases of which an entry in a year began or ended after an event.
     *
     * @param upTo number of the last event that is known
     * @param underSome whether those are among them that count under one choice only
     */
    Set<String> changed(String organ, int year, long after, long upTo, boolean underSome) {
        String chosen = underSome ? " or under is not null" : "";
        return new HashSet<>(jdbc.sql("select case_id from " + PLAIN + " and from_number > :after"
                        + " union select case_id from " + OTHERWISE
                        + " and (from_number > :after or to_number > :after" + chosen + ")"
                        + " union select case_id from " + STANDING + " and (from_number > :after" + chosen + ")"
                        + " union select case_id from " + ENDED + "> :after"
                        + (underSome
                                ? " union select case_id from " + ENDED + "is not null and under is not null"
                                : ""))
                .param("organ", organ)
                .param("year", year)
                .param("after", after)
                .param("upTo", upTo)
                .query(String.class)
                .list());
    }

    /** What counts in a year of some cases, in the order of {@link #cases}. */
    List<MeasuredCase> measured(
            String organ, int year, long upTo, List<AppliedRule> rules, Collection<String> caseIds) {
        return jdbc.sql("""
                        select e.measure, e.breakdown, e.case_id, e.quantity, e.events, r.number, r.register
                        from %s as e left join register_row r on r.case_id = e.case_id
                        where %s and e.case_id = any(:cases) order by r.first_event, e.case_id, e.events
                        """.formatted(OF_YEAR, CHOSEN))
                .param("organ", organ)
                .param("year", year)
                .param("upTo", upTo)
                .param("chosen", marks(rules))
                .param("cases", caseIds.toArray(String[]::new))
                .query((row, n) ->
                        new MeasuredCase(row.getString("measure"), row.getString("breakdown"), cellCase(row)))
                .list();
    }

    /** How many {@link #cases} there are. */
    int countCases(String organ, int year, long upTo, List<AppliedRule> rules, CellSource source) {
        return counted("select count(*) from %s as e where %s", organ, year, upTo, rules, source)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec counted(
            String sql, String organ, int year, long upTo, List<AppliedRule> rules, CellSource source) {
        return jdbc.sql(sql.formatted(OF_YEAR, CHOSEN + """
                         and e.measure like any(:measures)
                        and (cast(:breakdown as text) is null or e.breakdown = :breakdown)
                        """))
                .param("organ", organ)
                .param("year", year)
                .param("upTo", upTo)
                .param("chosen", marks(rules))
                .param(
                        "measures",
                        source.measures().stream().map(m -> m.replace('*', '%')).toArray(String[]::new))
                .param("breakdown", source.breakdown());
    }

    int directSuitsOverRefusals(String organ, int year, long upTo, List<AppliedRule> rules, List<String> refusals) {
        return jdbc.sql("""
                        select count(*) from %s as e
                        where %s and measure = :measure and exists (
                            select 1 from annual_entry d
                            where d.case_id = e.related_case and d.measure = any(:refusals)
                              and d.from_number <= :upTo and (d.to_number is null or d.to_number > :upTo)
                              and (d.under is null or d.under = any(:chosen)))
                        """.formatted(OF_YEAR, CHOSEN))
                .param("organ", organ)
                .param("year", year)
                .param("upTo", upTo)
                .param("chosen", marks(rules))
                .param("measure", CountingRules.DIRECT_SUIT)
                .param("refusals", refusals.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private static <T> @Nullable T value(@Nullable Stated<T> fact) {
        return fact == null ? null : fact.value();
    }

    private static long by(@Nullable Stated<?> fact) {
        return fact == null ? 0 : fact.by();
    }

    private static <T> @Nullable Stated<T> stated(@Nullable T value, long by) {
        return value == null ? null : new Stated<>(value, by);
    }

    private static Stage stage(ResultSet row) throws SQLException {
        return new Stage(
                stated(row.getObject("opened_on", LocalDate.class), row.getLong("opened_by")),
                stated(row.getObject("closed_on", LocalDate.class), row.getLong("closed_by")),
                stated(row.getString("result"), row.getLong("result_by")));
    }

    private static CountedCase countedCase(ResultSet row, List<Stage> stages) throws SQLException {
        return new CountedCase(
                row.getString("case_id"),
                row.getString("organ"),
                CountedCase.Family.valueOf(row.getString("family")),
                stated(row.getString("category"), row.getLong("category_by")),
                row.getString("subcategory"),
                stated(row.getObject("opened_on", LocalDate.class), row.getLong("opened_by")),
                stated(row.getObject("closed_on", LocalDate.class), row.getLong("closed_by")),
                stated(row.getString("result"), row.getLong("result_by")),
                row.getBigDecimal("quantity"),
                row.getString("related_case"),
                stages,
                row.getLong("read_up_to"));
    }

    private static StoredEntry storedEntry(ResultSet row, int n) throws SQLException {
        return new StoredEntry(
                row.getLong("entry"),
                row.getString("case_id"),
                row.getString("organ"),
                new Entry(
                        row.getString("measure"),
                        row.getString("breakdown"),
                        row.getInt("first_year"),
                        row.getInt("last_year"),
                        row.getBigDecimal("quantity"),
                        row.getString("related_case"),
                        numbers(row.getArray("events")),
                        row.getString("under")),
                row.getLong("from_number"),
                row.getTimestamp("recorded_at").toInstant(),
                null);
    }

    private static List<Long> numbers(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }
}
