package org.disclosureledger.projections.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.projections.JsonText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of filtered, searched and sorted lists of a register. */
public final class RegisterListStore {

    private static final int FETCH = 1_000;
    private static final String LISTED = "case_id, register, number, cells, numbers, searched, first_event, last_event";
    private static final String WHOLE = "case_id, register, facts, first_event, last_event";

    private static final String IN_NUMBERS = " and position(register_folded(%s) in numbers) > 0";

    /** The index knows who may have the words; the words themselves tell. */
    private static final String IN_WORDS = " and register <> 'requests'"
            + " and register_grams(searched) @> register_grams(register_folded(%1$s))"
            + " and position(register_folded(%1$s) in searched) > 0";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public RegisterListStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * Which rows, in which order.
     *
     * @param upTo number of an event: cases that began after it are left out
     * @param then whether the others are as they were then, which takes {@link #layPast}; otherwise they are as they
     *     are now
     */
    public record Asked(
            String organ, String register, RegisterFilter filter, RegisterOrder order, long upTo, boolean then) {}

    public long count(Asked asked) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        return jdbc.sql("select count(*) from " + listed(asked, values))
                .params(values)
                .query(Long.class)
                .single();
    }

    /** One page of a list. */
    public FoundRows found(Asked asked, int offset, int limit) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        String listed = listed(asked, values);
        String key = key(asked.order(), values);
        values.put("limit", limit);
        values.put("offset", offset);
        template.execute("set local work_mem = '32MB'");
        // An index has all that rows are found and sorted by; only those of the page are opened.
        List<RegisterRow> rows = jdbc.sql("select " + RegisterStore.COLUMNS
                        + " from (select case_id, first_event, " + key + " as sorted from " + listed
                        + order(asked.order()) + " limit :limit offset :offset) as page " + joined(asked)
                        + order(asked.order()))
                .params(values)
                .query(RegisterStore::row)
                .list();
        return new FoundRows(count(asked), rows);
    }

    /** All rows of a list, one at a time; call inside a transaction. */
    public void each(Asked asked, Consumer<RegisterRow> consumer) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        String listed = listed(asked, values);
        String key = key(asked.order(), values);
        try (Stream<RegisterRow> rows = jdbc
                .sql("select " + RegisterStore.COLUMNS + " from (select case_id, first_event, " + key
                        + " as sorted from " + listed + ") as page " + joined(asked) + order(asked.order()))
                .params(values)
                .withFetchSize(FETCH)
                .query(RegisterStore::row)
                .stream()) {
            rows.forEach(consumer);
        }
    }

    private static String joined(Asked asked) {
        String now = "select " + WHOLE + " from register_row";
        String rows = asked.then()
                ? now + " where last_event <= :upTo union all select " + WHOLE + " from past_register_row"
                : now;
        return "join (" + rows + ") as whole using (case_id, first_event)";
    }

    private static String order(RegisterOrder order) {
        String latestFirst = "first_event desc";
        return " order by "
                + (order.by() == null
                        ? latestFirst
                        : "sorted " + (order.descending() ? "desc" : "asc") + " nulls last, " + latestFirst);
    }

    private static String key(RegisterOrder order, Map<String, @Nullable Object> values) {
        Fact by = order.by();
        if (by == null) {
            return "null";
        }
        String cell = RegisterCells.cell(by);
        if (by.type() == FactType.CODE) {
            values.put("codes", order.codes().toArray(String[]::new));
            return "array_position(:codes::text[], " + cell + ")";
        }
        return by.type() == FactType.AMOUNT ? cell + "::numeric" : cell;
    }

    private static String listed(Asked asked, Map<String, @Nullable Object> values) {
        values.put("organ", asked.organ());
        values.put("register", asked.register());
        values.put("upTo", asked.upTo());
        String rows = "select " + LISTED
                + " from register_row where organ = :organ and register = :register and first_event <= :upTo";
        String then = asked.then()
                ? rows + " and last_event <= :upTo union all select " + LISTED + " from past_register_row"
                : rows;
        return "(" + then + ") as listed where true"
                + condition(asked.filter(), asked.register().equals("requests"), values);
    }

    private static String condition(RegisterFilter filter, boolean requests, Map<String, @Nullable Object> values) {
        StringBuilder sql = new StringBuilder();
        if (filter.number() != null) {
            values.put("number", filter.number());
            sql.append(" and position(:number in number) > 0");
        }
        if (filter.cases() != null) {
            values.put("cases", filter.cases().toArray(String[]::new));
            sql.append(" and case_id = any(:cases::text[])");
        }
        for (String word : filter.words()) {
            sql.append((requests ? IN_NUMBERS : IN_WORDS).formatted(name(values, word)));
        }
        filter.conditions().forEach(condition -> sql.append(" and ").append(condition(condition, values)));
        return sql.toString();
    }

    private static String condition(RegisterCondition condition, Map<String, @Nullable Object> values) {
        String cell = RegisterCells.cell(condition.fact());
        return switch (condition) {
            case RegisterCondition.AnyOf c -> {
                String any = cell + " = any(" + name(values, c.values().toArray(String[]::new)) + "::text[])";
                yield c.orNone() ? "(" + any + " or " + cell + " is null)" : any;
            }
            case RegisterCondition.InYears c ->
                "left(" + cell + ", 4) = any(" + name(values, c.years().toArray(String[]::new)) + "::text[])";
            case RegisterCondition.Between c ->
                (c.from() == null
                                ? cell + " is not null"
                                : cell + " >= " + name(values, c.from().toString()))
                        + (c.to() == null ? "" : " and " + cell + " <= " + name(values, c.to().toString()));
            case RegisterCondition.Stated c -> cell + (c.stated() ? " is not null" : " is null");
        };
    }

    private static String name(Map<String, @Nullable Object> values, Object value) {
        String name = "value" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** Cases that were recorded by an event and have changed since. */
    public List<String> changedSince(String organ, String register, long upTo) {
        return jdbc.sql("""
                        select case_id from register_row
                        where organ = ? and register = ? and first_event <= ? and last_event > ?
                        """)
                .param(organ)
                .param(register)
                .param(upTo)
                .param(upTo)
                .query(String.class)
                .list();
    }

    /** Room for rows as they were, until the end of the transaction. */
    public void makePast() {
        template.execute(
                "create temporary table past_register_row (like register_row including generated) on commit drop");
    }

    /** Lays rows as they were beside those that have not changed since. */
    public void layPast(String organ, List<RegisterRow> rows) {
        jdbc.sql("""
                        insert into past_register_row (case_id, organ, register, facts, first_event, last_event)
                        select case_id, ?, register, facts, first_event, last_event
                        from unnest(?::text[], ?::text[], ?::jsonb[], ?::bigint[], ?::bigint[])
                            as r (case_id, register, facts, first_event, last_event)
                        """)
                .param(organ)
                .param(rows.stream().map(RegisterRow::caseId).toArray(String[]::new))
                .param(rows.stream().map(RegisterRow::register).toArray(String[]::new))
                .param(rows.stream().map(r -> JsonText.of(r.facts())).toArray(String[]::new))
                .param(rows.stream().mapToLong(RegisterRow::firstEvent).toArray())
                .param(rows.stream().mapToLong(RegisterRow::lastEvent).toArray())
                .update();
    }

    /** Calendar years, both included. */
    public record Years(int first, int last) {}

    /** In which years the rows of a register begin; empty when it has none. */
    public Optional<Years> years(String organ, String register) {
        return jdbc.sql("""
                        select left(min(begun_on), 4)::int as first, left(max(begun_on), 4)::int as last from register_row
                        where organ = ? and register = ? having min(begun_on) is not null
                        """)
                .param(organ)
                .param(register)
                .query((row, n) -> new Years(row.getInt("first"), row.getInt("last")))
                .optional();
    }
}
