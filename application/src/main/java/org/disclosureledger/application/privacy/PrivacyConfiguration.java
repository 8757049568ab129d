package org.disclosureledger.application.privacy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys and the installation's secret. */
@Configuration(proxyBeanMethods = false)
public class PrivacyConfiguration {

    private static final int SECRET = 32;
    private static final int CHECK = 8;

    @Bean
    MasterKey masterKey(
            @Value("${ledger.master-key:#{null}}") @Nullable String given,
            @Value("${ledger.data-dir}") Path dataDirectory) {
        return MasterKey.load(given, dataDirectory);
    }

    @Bean
    CaseKeys caseKeys(JdbcTemplate template, MasterKey master) {
        return new CaseKeys(template, master);
    }

    @Bean
    KeyedDigest keyedDigest(MasterKey master) {
        return new KeyedDigest(master);
    }

    private record Installation(byte[] secret, byte[] check) {}

    /** @throws IllegalStateException when the database belongs to another master key: nothing would open */
    @Bean
    @DependsOnDatabaseInitialization
    Identifiers identifiers(JdbcTemplate template, MasterKey master) {
        JdbcClient jdbc = JdbcClient.create(template);
        byte[] secret = new byte[SECRET];
        new SecureRandom().nextBytes(secret);
        byte[] check = Arrays.copyOf(
                Cipher256.mac(master.bytes(), "master-key-check".getBytes(StandardCharsets.US_ASCII)), CHECK);
        jdbc.sql("insert into installation (identifier_secret, master_key_check) values (?, ?) on conflict do nothing")
                .param(secret)
                .param(check)
                .update();
        Installation stored = jdbc.sql("select identifier_secret, master_key_check from installation")
                .query((row, n) ->
                        new Installation(row.getBytes("identifier_secret"), row.getBytes("master_key_check")))
                .single();
        if (!MessageDigest.isEqual(stored.check(), check)) {
            throw new IllegalStateException(
                    "主密钥与数据库不符：数据库中的个人信息是用另一把主密钥加密的。请恢复原来的 keys/master.key，或设置 LEDGER_MASTER_KEY");
        }
        return new Identifiers(stored.secret());
    }
}
