package org.disclosureledger.application.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** With a configured datasource the service works in that database. */
@Configuration(proxyBeanMethods = false)
@Conditional(ExternalDatabaseConfiguration.DatasourceConfigured.class)
public class ExternalDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @ConfigurationProperties("spring.datasource.hikari")
    LedgerPool dataSource(Environment settings) {
        LedgerPool pool = new LedgerPool();
        pool.setJdbcUrl(settings.getProperty("spring.datasource.url"));
        pool.setUsername(settings.getProperty("spring.datasource.username"));
        pool.setPassword(settings.getProperty("spring.datasource.password"));
        return pool;
    }

    static final class DatasourceConfigured implements Condition {

        private final Condition none = new EmbeddedDatabaseConfiguration.NoDatasourceConfigured();

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !none.matches(context, metadata);
        }
    }
}
