package org.disclosureledger.application.audit;

import javax.sql.DataSource;
import org.disclosureledger.projections.Positions;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery;
import org.disclosureledger.projections.annualtables.AnnualTablesStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What the export needs when no service runs. Carries no annotation by which the service would find it. */
@Import({AuditPackage.class, ExportAuditTool.class})
public class ExportAuditBeans {

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    AnnualTablesQuery annualTablesQuery(JdbcTemplate template, JdbcClient jdbc) {
        return new AnnualTablesQuery(new AnnualTablesStore(template), new Positions(jdbc));
    }
}
