package org.disclosureledger.application.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.retention.RetentionRule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The data keys of cases, wrapped by a master key. A case without its key stays in every figure and opens no more; one
 * that is destroyed, by the ledger or by the list beside the master key, never has a key again.
 */
public class CaseKeys {

    private static final int LENGTH = 32;

    /** How often a rotation may come between the choice of a master key and its use. */
    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final KeyWrapping wrapping;
    private final DestroyedList destroyed;
    private final SealingCipher cipher;
    private final SecureRandom random = new SecureRandom();

    /** @param cipher with which new cases are sealed */
    CaseKeys(JdbcTemplate template, KeyWrapping wrapping, DestroyedList destroyed, SealingCipher cipher) {
        this.jdbc = JdbcClient.create(template);
        this.wrapping = wrapping;
        this.destroyed = destroyed;
        this.cipher = cipher;
    }

    /** @param master name of the master key that wraps it */
    private record Wrapped(String caseId, byte[] wrapped, String master, SealingCipher cipher) {}

    /**
     * The keys of these cases, made where a case has none yet; within the caller's transaction if there is one. Cases
     * that are destroyed are left out.
     *
     * @param organ whose cases they are
     */
    public Map<String, CaseKey> forCases(String organ, Collection<String> caseIds) {
        Map<String, CaseKey> keys = find(caseIds);
        Set<String> gone = destroyed.cases();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<String> missing = caseIds.stream()
                    .filter(caseId -> !keys.containsKey(caseId) && !gone.contains(caseId))
                    .distinct()
                    .toList();
            if (missing.isEmpty() || make(organ, missing)) {
                keys.putAll(find(missing));
                return keys;
            }
        }
        throw new IllegalStateException("the master key changes again and again");
    }

    /** Makes keys where nobody else has in the same moment; false when the master key is no longer the one in use. */
    private boolean make(String organ, List<String> caseIds) {
        String master = jdbc.sql("select encode(master_key_check, 'hex') from installation")
                .query(String.class)
                .single();
        List<Wrapped> fresh = new ArrayList<>();
        for (String caseId : caseIds) {
            byte[] key = new byte[LENGTH];
            random.nextBytes(key);
            fresh.add(new Wrapped(caseId, wrapping.wrap(master, boundTo(caseId), key), master, cipher));
        }
        return jdbc.sql("""
                        with in_use as (
                            select 1 from installation where encode(master_key_check, 'hex') = :master for share
                        ), made as (
                            insert into case_key (case_id, organ, wrapped, master, cipher)
                            select k.case_id, :organ, decode(k.wrapped, 'hex'), decode(:master, 'hex'), :cipher
                            from unnest(:cases::text[], :keys::text[]) as k (case_id, wrapped), in_use
                            where not exists (select 1 from destroyed_case d where d.case_id = k.case_id)
                            on conflict (case_id) do nothing
                        )
                        select exists (select 1 from in_use)
                        """)
                .param("organ", organ)
                .param("master", master)
                .param("cipher", cipher.label())
                .param("cases", texts(fresh, Wrapped::caseId))
                .param("keys", texts(fresh, w -> HexFormat.of().formatHex(w.wrapped())))
                .query(Boolean.class)
                .single();
    }

    private static String[] texts(List<Wrapped> keys, Function<Wrapped, String> column) {
        return keys.stream().map(column).toArray(String[]::new);
    }

    /**
     * @param organ whose case it is
     * @throws CommandRejected when its personal data is destroyed: nothing more can be recorded of it
     */
    public CaseKey forCase(String organ, String caseId) {
        CaseKey key = forCases(organ, List.of(caseId)).get(caseId);
        if (key == null) {
            throw new CommandRejected(RetentionRule.PERSONAL_DATA_DESTROYED.onField("case"));
        }
        return key;
    }

    public Optional<CaseKey> find(String caseId) {
        return Optional.ofNullable(find(List.of(caseId)).get(caseId));
    }

    /** Without those that are destroyed. */
    public Map<String, CaseKey> find(Collection<String> caseIds) {
        Set<String> gone = destroyed.cases();
        Map<String, CaseKey> keys = new HashMap<>();
        jdbc.sql("""
                        select case_id, wrapped, encode(master, 'hex') as master, cipher from case_key k
                        where case_id = any(?) and not exists (select 1 from destroyed_case d where d.case_id = k.case_id)
                        """)
                .param(caseIds.toArray(String[]::new))
                .query((row, n) -> new Wrapped(
                        row.getString("case_id"),
                        row.getBytes("wrapped"),
                        row.getString("master"),
                        SealingCipher.of(row.getString("cipher"))))
                .list()
                .forEach(w -> {
                    if (!gone.contains(w.caseId())) {
                        keys.put(w.caseId(), unwrap(w));
                    }
                });
        return keys;
    }

    /** Deletes keys for ever; returns how many there were. */
    public int destroy(Collection<String> caseIds) {
        return jdbc.sql("delete from case_key where case_id = any(?)")
                .param(caseIds.toArray(String[]::new))
                .update();
    }

    private CaseKey unwrap(Wrapped w) {
        try {
            return new CaseKey(w.caseId(), wrapping.unwrap(w.master(), boundTo(w.caseId()), w.wrapped()), w.cipher());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("case key does not unwrap with this master key: " + w.caseId(), e);
        }
    }

    static byte[] boundTo(String caseId) {
        return caseId.getBytes(StandardCharsets.UTF_8);
    }
}
