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

    TableComparison.Comparison compare() {
        return new TableComparison(table, "pg_temp", template).compare("true");
    }
}
