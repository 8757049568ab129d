package org.disclosureledger.projections.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.disclosureledger.projections.JsonText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the registers but that of their lists. */
public final class RegisterStore {

    private static final int FETCH = 1_000;
    static final String COLUMNS = """
            case_id, register, first_event, last_event,
            (select array_agg(key order by key) from jsonb_each_text(facts)) as ids,
            (select array_agg(value order by key) from jsonb_each_text(facts)) as texts
            """;

    private static final String ROW = "select " + COLUMNS + " from register_row";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public RegisterStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void clear() {
        template.execute("truncate register_row");
    }

    void lay(Collection<RegisterPatch> patches) {
        if (patches.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into register_row (case_id, organ, register, facts, first_event, last_event)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::jsonb[], ?::bigint[], ?::bigint[])
                        on conflict (case_id) do update
                        set facts = register_row.facts || excluded.facts, last_event = excluded.last_event
                        where register_row.last_event < excluded.last_event
                        """)
                .param(texts(patches, RegisterPatch::caseId))
                .param(texts(patches, RegisterPatch::organ))
                .param(texts(patches, RegisterPatch::register))
                .param(texts(patches, patch -> JsonText.of(patch.facts())))
                .param(patches.stream().mapToLong(RegisterPatch::firstEvent).toArray())
                .param(patches.stream().mapToLong(RegisterPatch::lastEvent).toArray())
                .update();
    }

    private static String[] texts(Collection<RegisterPatch> patches, Function<RegisterPatch, String> column) {
        return patches.stream().map(column).toArray(String[]::new);
    }

    /** How many cases each register of an organ has. */
    public Map<String, Long> counts(String organ) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select register, count(*) as cases from register_row where organ = ? group by register")
                .param(organ)
                .query((row, n) -> Map.entry(row.getString("register"), row.getLong("cases")))
                .list()
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }

    /** Further columns that the office's files have had, in the order of their names. */
    public List<String> remarkColumns(String organ, String register) {
        return jdbc.sql("""
                        select distinct key from register_row, jsonb_object_keys(facts) as key
                        where organ = ? and register = ? and key like 'remark:%' order by key
                        """).param(organ).param(register).query(String.class).list();
    }

    /**
     * All rows in the order in which they were recorded, one at a time; call inside a transaction.
     *
     * @param upTo number of an event: cases that began after it are left out; the others are as they are now
     */
    public void each(String organ, String register, long upTo, Consumer<RegisterRow> consumer) {
        template.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            ROW
                                    + " where organ = ? and register = ? and first_event <= ?"
                                    + " order by first_event, case_id",
                            ResultSet.TYPE_FORWARD_ONLY,
                            ResultSet.CONCUR_READ_ONLY);
                    statement.setFetchSize(FETCH);
                    statement.setString(1, organ);
                    statement.setString(2, register);
                    statement.setLong(3, upTo);
                    return statement;
                },
                row -> {
                    consumer.accept(row(row, 0));
                });
    }

    public Optional<RegisterRow> find(String organ, String caseId) {
        return jdbc.sql(ROW + " where organ = ? and case_id = ?")
                .param(organ)
                .param(caseId)
                .query(RegisterStore::row)
                .optional();
    }

    /** The cases of an organ that bear a number in one of these registers, in the order in which they were recorded. */
    public List<String> numbered(String organ, Collection<String> registers, String number) {
        return jdbc.sql("""
                        select case_id from register_row
                        where organ = ? and register = any(?) and number = ? order by first_event
                        """)
                .param(organ)
                .param(registers.toArray(String[]::new))
                .param(number)
                .query(String.class)
                .list();
    }

    /**
     * The years in which something of the organ was received, accepted or reported, latest first: from one to the next,
     * by looking up what begins after it.
     */
    public List<Integer> years(String organ) {
        return jdbc.sql("""
                        with recursive begun (register, year) as (
                            select register, (select left(min(begun_on), 4) from register_row r
                                              where r.organ = ? and r.register = kinds.register)
                            from (values ('requests'), ('remedies'), ('tallies')) as kinds (register)
                            union all
                            select register, (select left(min(begun_on), 4) from register_row r
                                              where r.organ = ? and r.register = begun.register
                                                and r.begun_on >= (begun.year::int + 1)::text)
                            from begun where year is not null)
                        select distinct year::int from begun where year is not null order by year desc
                        """).param(organ).param(organ).query(Integer.class).list();
    }

    static RegisterRow row(ResultSet row, int n) throws SQLException {
        String[] ids = (String[]) row.getArray("ids").getArray();
        String[] texts = (String[]) row.getArray("texts").getArray();
        Map<String, String> facts = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            facts.put(ids[i], texts[i]);
        }
        return RegisterRow.of(
                row.getString("case_id"),
                row.getString("register"),
                facts,
                row.getLong("first_event"),
                row.getLong("last_event"));
    }
}
