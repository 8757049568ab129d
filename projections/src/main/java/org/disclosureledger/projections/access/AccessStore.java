package org.disclosureledger.projections.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.disclosureledger.domain.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of who came in, read and took away. */
public final class AccessStore {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public AccessStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void clear() {
        template.execute("truncate access_record");
    }

    void lay(List<AccessRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into access_record
                            (number, recorded_at, organ, account, act, what, subject, register, year, personal, place)
                        select * from unnest(?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
                                             ?::text[], ?::text[], ?::int[], ?::boolean[], ?::text[])
                        on conflict do nothing
                        """)
                .param(rows.stream().mapToLong(AccessRow::number).toArray())
                .param(texts(rows, row -> row.recordedAt().toString()))
                .param(texts(rows, AccessRow::organ))
                .param(texts(rows, AccessRow::account))
                .param(texts(rows, row -> row.act().id()))
                .param(texts(rows, AccessRow::what))
                .param(texts(rows, AccessRow::subject))
                .param(texts(rows, AccessRow::register))
                .param(rows.stream().map(AccessRow::year).toArray(Integer[]::new))
                .param(rows.stream().map(AccessRow::personal).toArray(Boolean[]::new))
                .param(texts(rows, AccessRow::place))
                .update();
    }

    private static @Nullable String[] texts(Collection<AccessRow> rows, Function<AccessRow, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** The latest first. */
    public List<ListedAccess> found(AccessFilter asked, int limit) {
        return jdbc.sql("""
                        select a.*, r.number as case_number
                        from (select * from access_record where %s order by number desc limit :limit) a
                        left join register_row r on r.case_id = a.subject order by a.number desc
                        """.formatted(condition(asked)))
                .param("organ", asked.organ())
                .param("account", asked.account())
                .param(
                        "subjects",
                        asked.subjects() == null ? null : asked.subjects().toArray(String[]::new))
                .param("from", asked.from())
                .param("upTo", asked.upTo())
                .param("limit", limit)
                .query((row, n) -> new ListedAccess(row(row), row.getString("case_number")))
                .list();
    }

    /** Only of what is asked for, so that an index is found for it. */
    private static String condition(AccessFilter asked) {
        StringBuilder condition = new StringBuilder("number between :from and :upTo");
        if (asked.account() != null) {
            condition.append(" and account = :account");
        }
        if (asked.subjects() != null) {
            condition.append(" and (subject = any(:subjects)");
            if (asked.organ() != null) {
                condition.append(
                        " or (register is null or (organ, register) in (select organ, register from register_row"
                                + " where organ = :organ and case_id = any(:subjects))) and act = 'export' and personal");
            }
            condition.append(")");
        }
        if (asked.organ() != null) {
            condition.append(" and organ = :organ");
        }
        return condition.toString();
    }

    private static AccessRow row(ResultSet row) throws SQLException {
        return new AccessRow(
                row.getLong("number"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("organ"),
                row.getString("account"),
                Coded.of(AccessAct.class, row.getString("act")),
                row.getString("what"),
                row.getString("subject"),
                row.getString("register"),
                row.getObject("year", Integer.class),
                row.getBoolean("personal"),
                row.getString("place"));
    }
}
