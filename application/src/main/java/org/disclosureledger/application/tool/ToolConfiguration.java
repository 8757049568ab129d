package org.disclosureledger.application.tool;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.disclosureledger.application.time.ClockConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every tool may use: the database that the service uses, and the clock. Nothing is migrated, projected, signed or
 * served. Carries no annotation by which the service would find it.
 */
@Import(ClockConfiguration.class)
class ToolConfiguration {

    private static final int CONNECTIONS = 6;

    @Bean(destroyMethod = "close")
    ToolDatabase toolDatabase(Environment settings, @Value("${ledger.data-dir}") Path dataDirectory) {
        String configured = settings.getProperty("spring.datasource.url", "");
        return configured.isBlank()
                ? ToolDatabase.embedded(dataDirectory)
                : ToolDatabase.external(
                        configured,
                        settings.getProperty("spring.datasource.username"),
                        settings.getProperty("spring.datasource.password"));
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(ToolDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }
}
