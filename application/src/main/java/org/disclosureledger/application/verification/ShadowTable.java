package org.disclosureledger.application.verification;

import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.projections.ProjectedTable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An empty temporary table in the place of a live one: whoever speaks of it without naming a schema reads and writes the
 * temporary one, for as long as the transaction lasts.
 */
final class ShadowTable {

    /** How many differing rows are named. */
    private static final int NAMED = 20;

    private final ProjectedTable table;
    private final JdbcTemplate template;

    ShadowTable(ProjectedTable table, JdbcTemplate template) {
        this.table = table;
        this.template = template;
    }

    /**
     * A row that only one side has.
     *
     * @param copies how many times more often the live table has it; negative when the replay has it more often
     */
    record Difference(String key, long copies) {}

    /**
     * What a comparison came to.
     *
     * @param surplus rows that the live table has and the replay has not
     * @param missing rows that the replay has and the live table has not
     * @param named some of them
     */
    record Comparison(String table, long rows, long surplus, long missing, List<Difference> named) {

        boolean equal() {
            return surplus == 0 && missing == 0;
        }
    }

    String name() {
        return table.name();
    }

    void create() {
        template.execute("create temporary table " + table.name() + " (like public." + table.name()
                + " including all) on commit drop");
        // Whoever looks up does so by a key; other indexes would only have to be kept.
        template.queryForList(
                        "select i.indexrelid::regclass::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                                + " and a.attnum = i.indkey[0] where i.indrelid = ?::regclass and not i.indisunique"
                                + " and a.attname <> ?",
                        String.class,
                        "pg_temp." + table.name(),
                        table.key().get(0))
                .forEach(index -> template.execute("drop index " + index));
    }

    void analyze() {
        template.execute("analyze pg_temp." + table.name());
    }

    /** Both tables are read once; a row counts as often as it is there. */
    Comparison compare() {
        String columns = columns();
        String differences = "difference_of_" + table.name();
        template.execute("create temporary table %s on commit drop as select %s, sum(side) as copies from ("
                        .formatted(differences, columns)
                + "select %s, 1 as side from public.%s union all select %s, -1 from pg_temp.%s"
                        .formatted(columns, table.name(), columns, table.name())
                + ") as both_sides group by %s having sum(side) <> 0".formatted(columns));
        String key = table.key().stream().map(c -> c + "::text").collect(Collectors.joining(", "));
        List<Difference> named = template.query(
                "select concat_ws(' / ', %s) as key, copies from %s order by 1, 2 limit %d"
                        .formatted(key, differences, NAMED),
                (row, n) -> new Difference(row.getString("key"), row.getLong("copies")));
        return new Comparison(
                table.name(),
                count("select count(*) from public." + table.name()),
                count("select coalesce(sum(copies) filter (where copies > 0), 0) from " + differences),
                count("select coalesce(-sum(copies) filter (where copies < 0), 0) from " + differences),
                named);
    }

    private long count(String sql) {
        Long count = template.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    /** All columns but those whose values the database makes up. */
    private String columns() {
        return String.join(
                ", ",
                template.queryForList(
                        "select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0"
                                + " and not attisdropped and attidentity = '' order by attnum",
                        String.class,
                        "public." + table.name()));
    }
}
