package org.disclosureledger.application.privacy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps the keys of all cases by another master key. First the installation says that it is the one in use, so that no
 * more keys are wrapped by the old one, then the keys that there are follow, some hundred at a time. Interrupted, it goes
 * on where it was. No event is touched; identifiers and digests stay what they were.
 */
public final class KeyRotation {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LocalKeyring keyring;
    private final KeyWrapping wrapping;

    public KeyRotation(JdbcTemplate template, PlatformTransactionManager transactions, LocalKeyring keyring) {
        this(template, transactions, keyring, keyring);
    }

    KeyRotation(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            LocalKeyring keyring,
            KeyWrapping wrapping) {
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transactions);
        this.keyring = keyring;
        this.wrapping = wrapping;
    }

    /**
     * What was done.
     *
     * @param before where the master key is that was in use before; the same as {@code now} when an earlier rotation was
     *     only brought to its end
     * @param keys how many keys were wrapped anew
     */
    public record Rotated(String before, String now, long keys) {}

    /** @throws IllegalStateException when a master key is missing */
    public Rotated run() {
        String before = inUse();
        if (!keyring.knows(before)) {
            throw new IllegalStateException("没有现在使用的主密钥 " + before + "，不能更换");
        }
        keyring.settle(before);
        String now = before;
        if (remaining(before) == 0) {
            now = keyring.next(before).name();
            turn(before, now);
            keyring.settle(now);
        }
        long keys = 0;
        for (int chunk = rewrap(now); chunk > 0; chunk = rewrap(now)) {
            keys += chunk;
        }
        return new Rotated(keyring.place(before), keyring.place(now), keys);
    }

    private String inUse() {
        return jdbc.sql("select encode(master_key_check, 'hex') from installation")
                .query(String.class)
                .single();
    }

    private long remaining(String master) {
        return jdbc.sql("select count(*) from case_key where encode(master, 'hex') <> ?")
                .param(master)
                .query(Long.class)
                .single();
    }

    private void turn(String before, String now) {
        transaction.executeWithoutResult(status -> {
            byte[] digestKey = jdbc.sql("select digest_key from installation where encode(master_key_check, 'hex') = ?"
                            + " for update")
                    .param(before)
                    .query(byte[].class)
                    .single();
            jdbc.sql("update installation set master_key_check = ?, digest_key = ?")
                    .param(HexFormat.of().parseHex(now))
                    .param(anew(before, now, Installation.DIGEST_KEY, digestKey))
                    .update();
        });
    }

    private record Wrapped(String caseId, byte[] wrapped, String master) {}

    private int rewrap(String now) {
        Integer count = transaction.execute(status -> {
            List<Wrapped> chunk = jdbc.sql("select case_id, wrapped, encode(master, 'hex') as master from case_key"
                            + " where encode(master, 'hex') <> ? order by case_id limit ? for update")
                    .param(now)
                    .param(CHUNK)
                    .query((row, n) ->
                            new Wrapped(row.getString("case_id"), row.getBytes("wrapped"), row.getString("master")))
                    .list();
            for (Wrapped w : chunk) {
                jdbc.sql("update case_key set wrapped = ?, master = ? where case_id = ?")
                        .param(anew(w.master(), now, CaseKeys.boundTo(w.caseId()), w.wrapped()))
                        .param(HexFormat.of().parseHex(now))
                        .param(w.caseId())
                        .update();
            }
            return chunk.size();
        });
        return count == null ? 0 : count;
    }

    private byte[] anew(String before, String now, byte[] boundTo, byte[] wrapped) {
        try {
            return wrapping.wrap(now, boundTo, wrapping.unwrap(before, boundTo, wrapped));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key does not unwrap with the master key " + before, e);
        }
    }
}
