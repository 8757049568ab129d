package org.disclosureledger.application.privacy;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys and the installation's secrets. */
@Configuration(proxyBeanMethods = false)
public class PrivacyConfiguration {

    @Bean
    LocalKeyring keyring(
            @Value("${ledger.master-key:#{null}}") @Nullable String given,
            @Value("${ledger.master-key-previous:#{null}}") @Nullable String previous,
            @Value("${ledger.data-dir}") Path dataDirectory) {
        return LocalKeyring.load(given, previous, dataDirectory);
    }

    @Bean
    DestroyedList destroyedList(@Value("${ledger.data-dir}") Path dataDirectory) {
        return new DestroyedList(dataDirectory);
    }

    @Bean
    CaseKeys caseKeys(
            JdbcTemplate template,
            KeyWrapping wrapping,
            DestroyedList destroyed,
            @Value("${ledger.case-cipher:AES-256-GCM}") String cipher) {
        return new CaseKeys(template, wrapping, destroyed, SealingCipher.of(cipher));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Installation installation(JdbcTemplate template, LocalKeyring keyring) {
        return Installation.load(template, keyring);
    }

    @Bean
    KeyedDigest keyedDigest(Installation installation) {
        return new KeyedDigest(installation.digestKey());
    }

    @Bean
    Identifiers identifiers(Installation installation) {
        return new Identifiers(installation.identifierSecret());
    }
}
