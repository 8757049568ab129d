package org.disclosureledger.application.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.projections.ProjectedTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tables of the same names as the live ones, in a schema of their own, with the position that they have come to. In its
 * transactions whoever speaks of a table without naming a schema means the one here. All of it is done on the connection
 * that holds the right to rebuild.
 */
final class Shadow {

    static final String SCHEMA = "rebuild";

    private static final List<String> BOOKKEEPING = List.of("projection_position", "parked_event");

    private final JdbcTemplate template;
    private final DataSourceTransactionManager transactions;

    Shadow(Connection connection) {
        SingleConnectionDataSource alone = new SingleConnectionDataSource(connection, true);
        this.template = new JdbcTemplate(alone);
        this.transactions = new InShadow(alone);
    }

    /** The search path ends with the transaction: nobody who gets the connection later is led here. */
    private static final class InShadow extends DataSourceTransactionManager {

        private static final long serialVersionUID = 1L;

        InShadow(SingleConnectionDataSource alone) {
            super(alone);
        }

        @Override
        protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                throws SQLException {
            super.prepareTransactionalConnection(connection, definition);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local search_path to " + SCHEMA + ", public");
                // Nobody has counted the rows of a table that was made a moment ago, and all look-ups are by key.
                statement.execute("set local enable_seqscan = off");
            }
        }
    }

    JdbcTemplate template() {
        return template;
    }

    /** Transactions that become steps of the one around them, where there is one. */
    TransactionTemplate steps() {
        TransactionTemplate steps = new TransactionTemplate(transactions);
        steps.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return steps;
    }

    /** Transactions that see one state of the live tables, while those go on. */
    TransactionTemplate oneMoment() {
        TransactionTemplate oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return oneMoment;
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    /** Empty tables in place of whatever was here before. */
    void create(List<ProjectedTable> tables) {
        clear();
        for (String name : names(tables)) {
            template.execute("create table %s.%s (like public.%s including all)".formatted(SCHEMA, name, name));
        }
    }

    void clear() {
        template.queryForList("select quote_ident(tablename) from pg_tables where schemaname = ?", String.class, SCHEMA)
                .forEach(old -> template.execute("drop table " + SCHEMA + "." + old));
    }

    /** Whether the tables here still have the columns of the live ones, which a migration may have changed. */
    boolean fits(List<ProjectedTable> tables) {
        return names(tables).stream().allMatch(t -> columns("public", t).equals(columns(SCHEMA, t)));
    }

    private static List<String> names(List<ProjectedTable> tables) {
        List<String> names = new ArrayList<>(BOOKKEEPING);
        tables.forEach(t -> names.add(t.name()));
        return names;
    }

    private String columns(String schema, String table) {
        return template.queryForList("""
                        select concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), a.attnotnull,
                            a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
                        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                        where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped order by a.attname
                        """, String.class, schema + "." + table).stream()
                .collect(Collectors.joining("\n"));
    }

    /** Counts what there is, so that the comparison is planned well. */
    void analyze(List<ProjectedTable> tables) {
        names(tables).forEach(t -> template.execute("analyze " + SCHEMA + "." + t));
        template.execute("set local enable_seqscan = on");
        template.execute("set local work_mem = '128MB'");
    }

    /** How far the live rows of a projector have come. */
    long livePosition(String projector) {
        return position("select number from public.projection_position where projector = ?", projector);
    }

    /** The same, and nobody else writes live rows of the projector until the end of the transaction. */
    long lockLivePosition(String projector) {
        return position("select number from public.projection_position where projector = ? for update", projector);
    }

    private long position(String sql, String projector) {
        return template.queryForList(sql, Long.class, projector).stream()
                .findFirst()
                .orElse(0L);
    }

    /** Puts the rows here in the place of the live ones; whoever reads sees either those or these, and never a part. */
    void exchange(String table, String condition) {
        List<String> columns = template.queryForList("""
                select quote_ident(attname) from pg_attribute where attrelid = ?::regclass and attnum > 0
                and not attisdropped and attidentity = '' and attgenerated = '' order by attnum
                """, String.class, "public." + table);
        String names = String.join(", ", columns);
        template.execute("delete from public.%s where %s".formatted(table, condition));
        template.execute("insert into public.%s (%s) select %s from %s.%s where %s"
                .formatted(table, names, names, SCHEMA, table, condition));
    }

    /** What is committed now has been told to somebody. */
    void durably() {
        template.execute("set local synchronous_commit = on");
    }

    /** In the rest of the transaction tables are the live ones again, or those here. */
    void speakOfLive(boolean live) {
        template.execute("set local search_path to " + (live ? "public" : SCHEMA + ", public"));
    }
}
