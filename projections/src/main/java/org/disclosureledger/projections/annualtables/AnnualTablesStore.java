package org.disclosureledger.projections.annualtables;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.projections.annualtables.CountedCase.Stated;
import org.disclosureledger.projections.form.CellSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the annual tables. */
public final class AnnualTablesStore {

    private static final String VALID = """
            organ = :organ and first_year <= :year and last_year >= :year
            and from_number <= :upTo and (to_number is null or to_number > :upTo)
            """;

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

    void clear() {
        template.execute("truncate annual_case, annual_entry");
    }

    Map<String, CountedCase> cases(Set<String> ids) {
        Map<String, CountedCase> found = new HashMap<>();
        jdbc.sql("select * from annual_case where case_id = any(?)")
                .param(ids.toArray(String[]::new))
                .query(AnnualTablesStore::countedCase)
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
        }
        if (!inserted.isEmpty()) {
            insert(inserted);
        }
        if (!ended.isEmpty()) {
            jdbc.sql("""
                            update annual_entry e set to_number = ended.number
                            from unnest(?::bigint[], ?::bigint[]) as ended (entry, number) where e.entry = ended.entry
                            """)
                    .param(longs(ended.keySet(), StoredEntry::row))
                    .param(longs(ended.values(), number -> number))
                    .update();
        }
        if (!removed.isEmpty()) {
            jdbc.sql("delete from annual_entry where entry = any(?)")
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

    private void insert(List<StoredEntry> rows) {
        jdbc.sql("""
                        insert into annual_entry (case_id, organ, measure, breakdown, first_year, last_year, quantity,
                            related_case, events, from_number, to_number, recorded_at)
                        select case_id, organ, measure, breakdown, first_year, last_year, quantity, related_case,
                            events::bigint[], from_number, to_number, recorded_at
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::numeric[],
                            ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[])
                            as fresh (case_id, organ, measure, breakdown, first_year, last_year, quantity, related_case,
                                events, from_number, to_number, recorded_at)
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

    List<MeasuredSum> sums(String organ, int year, long upTo) {
        return jdbc.sql("""
                        select measure, breakdown, count(*) as cases, sum(quantity) as quantity
                        from annual_entry where %s group by measure, breakdown
                        """.formatted(VALID))
                .param("organ", organ)
                .param("year", year)
                .param("upTo", upTo)
                .query((row, n) -> new MeasuredSum(
                        row.getString("measure"),
                        row.getString("breakdown"),
                        row.getLong("cases"),
                        row.getBigDecimal("quantity")))
                .list();
    }

    Map<String, Integer> firstYears(long upTo) {
        Map<String, Integer> years = new TreeMap<>();
        jdbc.sql("""
                        select organ, min(first_year) as year from annual_entry
                        where from_number <= :upTo and (to_number is null or to_number > :upTo) group by organ
                        """)
                .param("upTo", upTo)
                .query((row, n) -> Map.entry(row.getString("organ"), row.getInt("year")))
                .list()
                .forEach(e -> years.put(e.getKey(), e.getValue()));
        return years;
    }

    List<CellCase> cases(String organ, int year, long upTo, CellSource source) {
        return jdbc.sql("""
                        select e.case_id, e.quantity, e.events, r.number, r.register
                        from annual_entry e left join register_row r on r.case_id = e.case_id
                        where %s and e.measure like any(:measures)
                          and (cast(:breakdown as text) is null or e.breakdown = :breakdown)
                        order by r.first_event, e.case_id
                        """.formatted(VALID.replace("organ =", "e.organ =")))
                .param("organ", organ)
                .param("year", year)
                .param("upTo", upTo)
                .param(
                        "measures",
                        source.measures().stream().map(m -> m.replace('*', '%')).toArray(String[]::new))
                .param("breakdown", source.breakdown())
                .query((row, n) -> new CellCase(
                        row.getString("case_id"),
                        row.getString("register"),
                        row.getString("number"),
                        row.getBigDecimal("quantity"),
                        numbers(row.getArray("events"))))
                .list();
    }

    /** Direct lawsuits since 2024 over a request that was refused under art. 14 to 16. */
    int directSuitsOverRefusals(String organ, int year, long upTo, List<String> refusals) {
        return jdbc.sql("""
                        select count(*) from annual_entry e
                        where %s and measure = :measure and exists (
                            select 1 from annual_entry d
                            where d.case_id = e.related_case and d.measure = any(:refusals)
                              and d.from_number <= :upTo and (d.to_number is null or d.to_number > :upTo))
                        """.formatted(VALID))
                .param("organ", organ)
                .param("year", year)
                .param("upTo", upTo)
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

    private static CountedCase countedCase(ResultSet row, int n) throws SQLException {
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
                        numbers(row.getArray("events"))),
                row.getLong("from_number"),
                row.getTimestamp("recorded_at").toInstant(),
                null);
    }

    private static List<Long> numbers(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }
}
