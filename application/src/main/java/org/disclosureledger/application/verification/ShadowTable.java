package org.disclosureledger.application.verification;

import org.disclosureledger.application.projection.TableComparison;
import org.disclosureledger.projections.ProjectedTable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An empty temporary table in the place of a live one: whoever speaks of it without naming a schema reads and writes the
 * temporary one, for as long as the transaction lasts.
 */
final class ShadowTable {

    private final ProjectedTable table;
    private final JdbcTemplate template;

    ShadowTable(ProjectedTable table, JdbcTemplate template) {
        this.table = table;
        this.template = template;
    }

    String name() {
        return table.name();
    }

    void create() {
        template.execute("create temporary table " + table.name() + " (like public." + table.name()
                + " including all excluding generated excluding statistics) on commit drop");
        // Whoever looks up does so by a key; other indexes would only have to be kept, and a number that the database
        // makes
        // up is no key.
        template.queryForList(
                        """
                        select case when i.indisunique then format('alter table pg_temp.%I drop constraint %I', t.relname, x.relname)
                                    else format('drop index pg_temp.%I', x.relname) end
                        from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
                        left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                        where i.indrelid = ?::regclass
                          and (a.attidentity <> '' or not i.indisunique and a.attname is distinct from ?)
                        """,
                        String.class, "pg_temp." + table.name(), table.key().get(0))
                .forEach(template::execute);
    }

    /** As far as it takes to plan a comparison. */
    void analyze() {
        template.execute("set local default_statistics_target = 10");
        template.execute("analyze pg_temp." + table.name());
    }

    TableComparison.Comparison compare() {
        return new TableComparison(table, "pg_temp", template).compare("true");
    }
}
