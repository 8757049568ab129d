package org.disclosureledger.application.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Without a configured datasource the service brings its own PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoDatasourceConfigured.class)
public class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(@Value("${ledger.data-dir}") Path dataDirectory) {
        return EmbeddedDatabase.start(dataDirectory);
    }

    @Bean(destroyMethod = "close")
    @ConfigurationProperties("spring.datasource.hikari")
    LedgerPool dataSource(EmbeddedDatabase database) {
        LedgerPool pool = new LedgerPool();
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(EmbeddedDatabase.APPLICATION_ROLE);
        return pool;
    }

    /** Migrations are the owner's business; nobody else is given this way in. */
    @FlywayDataSource
    @Bean(defaultCandidate = false)
    DataSource ownerDataSource(EmbeddedDatabase database) {
        return new DriverManagerDataSource(database.jdbcUrl(), EmbeddedDatabase.OWNER, "");
    }

    static final class NoDatasourceConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String url = context.getEnvironment().getProperty("spring.datasource.url");
            return url == null || url.isBlank();
        }
    }
}
