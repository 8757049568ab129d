package org.disclosureledger.application.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The secrets of an installation, which stay when its master key changes.
 *
 * @param identifierSecret from which identifiers are derived
 * @param digestKey by which equal personal data is recognised
 */
record Installation(byte[] identifierSecret, byte[] digestKey) {

    private static final int SECRET = 32;
    static final byte[] DIGEST_KEY = "digest-key".getBytes(StandardCharsets.US_ASCII);

    private record Stored(byte[] secret, String master, byte @Nullable [] digestKey) {}

    /** @throws IllegalStateException when the database belongs to another master key: nothing would open */
    static Installation load(JdbcTemplate template, LocalKeyring keyring) {
        JdbcClient jdbc = JdbcClient.create(template);
        byte[] secret = new byte[SECRET];
        new SecureRandom().nextBytes(secret);
        MasterKey first = keyring.first();
        jdbc.sql("insert into installation (identifier_secret, master_key_check, digest_key) values (?, ?, ?)"
                        + " on conflict do nothing")
                .param(secret)
                .param(HexFormat.of().parseHex(first.name()))
                .param(keyring.wrap(first.name(), DIGEST_KEY, KeyedDigest.firstKey(first)))
                .update();
        Stored stored = stored(jdbc);
        if (!keyring.knows(stored.master())) {
            throw new IllegalStateException(
                    "主密钥与数据库不符：数据库中的个人信息是用另一把主密钥加密的。请恢复原来的 keys/master.key，或设置 LEDGER_MASTER_KEY");
        }
        return new Installation(stored.secret(), digestKey(jdbc, stored, keyring));
    }

    private static Stored stored(JdbcClient jdbc) {
        return jdbc.sql(
                        "select identifier_secret, encode(master_key_check, 'hex') as master, digest_key from installation")
                .query((row, n) -> new Stored(
                        row.getBytes("identifier_secret"), row.getString("master"), row.getBytes("digest_key")))
                .single();
    }

    /** An installation from before there was a key of its own for digests goes on with the one that it had. */
    private static byte[] digestKey(JdbcClient jdbc, Stored stored, LocalKeyring keyring) {
        byte[] wrapped = stored.digestKey();
        try {
            if (wrapped != null) {
                return keyring.unwrap(stored.master(), DIGEST_KEY, wrapped);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of digests does not unwrap", e);
        }
        byte[] key = KeyedDigest.firstKey(keyring.require(stored.master()));
        jdbc.sql("update installation set digest_key = ? where digest_key is null")
                .param(keyring.wrap(stored.master(), DIGEST_KEY, key))
                .update();
        return key;
    }
}
