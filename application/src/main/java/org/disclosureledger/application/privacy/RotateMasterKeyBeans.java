package org.disclosureledger.application.privacy;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What a rotation needs when no service runs. Carries no annotation by which the service would find it. */
@Import(RotateMasterKeyTool.class)
public class RotateMasterKeyBeans {

    @Bean
    LocalKeyring keyring(
            @Value("${ledger.master-key:#{null}}") @Nullable String given,
            @Value("${ledger.master-key-previous:#{null}}") @Nullable String previous,
            @Value("${ledger.data-dir}") Path dataDirectory) {
        return LocalKeyring.load(given, previous, dataDirectory);
    }

    @Bean
    KeyRotation keyRotation(JdbcTemplate template, DataSource database, LocalKeyring keyring) {
        return new KeyRotation(template, new JdbcTransactionManager(database), keyring);
    }
}
