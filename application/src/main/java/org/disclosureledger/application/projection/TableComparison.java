package org.disclosureledger.application.projection;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.disclosureledger.projections.ProjectedTable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares a live table with one of the same name in another schema, row by row, in the caller's transaction. Columns that
 * the database makes up or derives are left out. Rows are told apart by 64 bits of a hash whose seed is drawn anew for each comparison:
 * whoever changed a row could not know it, and the chance that a changed row has the hash of the right one is 1 in 2^64.
 */
public final class TableComparison {

    /** How many differing rows are named. */
    private static final int NAMED = 20;

    private final ProjectedTable table;
    private final String schema;
    private final JdbcTemplate template;
    private final Set<String> ignored;

    public TableComparison(ProjectedTable table, String schema, JdbcTemplate template) {
        this(table, schema, template, Set.of());
    }

    /** @param ignored columns that say nothing about what was read */
    public TableComparison(ProjectedTable table, String schema, JdbcTemplate template, Set<String> ignored) {
        this.table = table;
        this.schema = schema;
        this.template = template;
        this.ignored = ignored;
    }

    /**
     * A row that only one side has.
     *
     * @param copies how many times more often the live table has it; negative when the other has it more often
     */
    public record Difference(String organ, String key, long copies) {}

    /**
     * What a comparison came to.
     *
     * @param rows rows of the live table
     * @param surplus rows that the live table has and the other has not
     * @param missing rows that the other has and the live table has not
     * @param named some of them
     */
    public record Comparison(String table, long rows, long surplus, long missing, List<Difference> named) {

        public boolean equal() {
            return surplus == 0 && missing == 0;
        }
    }

    /**
     * Both tables are read once, and once more when they differ; a row counts as often as it is there.
     *
     * @param condition which rows are compared
     */
    public Comparison compare(String condition) {
        String hash = "hash_record_extended(row(%s), %d)".formatted(columns(), seed());
        String differences = "difference_of_" + table.name();
        template.execute("create temporary table %s on commit drop as select row_hash, sum(side) as copies_ from ("
                        .formatted(differences)
                + "select %s as row_hash, 1 as side from public.%s where %s".formatted(hash, table.name(), condition)
                + " union all select %s, -1 from %s.%s where %s".formatted(hash, schema, table.name(), condition)
                + ") as both_sides group by row_hash having sum(side) <> 0");
        long surplus = count("select coalesce(sum(copies_) filter (where copies_ > 0), 0) from " + differences);
        long missing = count("select coalesce(-sum(copies_) filter (where copies_ < 0), 0) from " + differences);
        return new Comparison(
                table.name(),
                count("select count(*) from public.%s where %s".formatted(table.name(), condition)),
                surplus,
                missing,
                surplus == 0 && missing == 0 ? List.of() : named(differences, hash, condition));
    }

    /** Both halves of a random identifier, so that no bit is the same each time but the sign. */
    private static long seed() {
        UUID random = UUID.randomUUID();
        return (random.getMostSignificantBits() ^ random.getLeastSignificantBits()) & Long.MAX_VALUE;
    }

    private List<Difference> named(String differences, String hash, String condition) {
        String side =
                "select %s as organ_, concat_ws(' / ', %s) as key_, copies_ from %s.%s join %s on row_hash = %s and copies_ %s 0 where %s";
        String key = table.key().stream().map(c -> c + "::text").collect(Collectors.joining(", "));
        return template.query(
                side.formatted(table.organ(), key, "public", table.name(), differences, hash, ">", condition)
                        + " union "
                        + side.formatted(table.organ(), key, schema, table.name(), differences, hash, "<", condition)
                        + " order by 1, 2, 3 limit " + NAMED,
                (row, n) -> new Difference(row.getString("organ_"), row.getString("key_"), row.getLong("copies_")));
    }

    private long count(String sql) {
        Long count = template.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private String columns() {
        return template
                .queryForList(
                        "select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0"
                                + " and not attisdropped and attidentity = '' and attgenerated = '' order by attnum",
                        String.class,
                        "public." + table.name())
                .stream()
                .filter(c -> !ignored.contains(c))
                .collect(Collectors.joining(", "));
    }
}
