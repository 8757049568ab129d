package org.disclosureledger.projections;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real PostgreSQL with the projections' own schema, one for all tests of this module. */
public final class TestDatabase {

    private static final DataSource DATA_SOURCE = start();

    private TestDatabase() {}

    private static DataSource start() {
        try {
            DataSource source = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start()
                    .getPostgresDatabase();
            Flyway.configure().dataSource(source).load().migrate();
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JdbcTemplate template() {
        return new JdbcTemplate(DATA_SOURCE);
    }

    public static TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(DATA_SOURCE));
    }

    /** All rows of a table as text, in a stable order, without columns that only the database knows. */
    public static String contents(String table) {
        String order = "select coalesce(string_agg(row_text, E'\\n' order by row_text), '') from (select"
                + " (to_jsonb(t) - 'entry')::text as row_text from " + table + " t) as rows";
        String text = template().queryForObject(order, String.class);
        return text == null ? "" : text;
    }
}
