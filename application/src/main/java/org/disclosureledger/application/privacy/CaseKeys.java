package org.disclosureledger.application.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data keys of cases, wrapped by the master key. A case without its key stays in every figure and opens no more. */
public class CaseKeys {

    private static final int LENGTH = 32;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();

    public CaseKeys(JdbcTemplate template, MasterKey master) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.master = master;
    }

    private record Wrapped(String caseId, byte[] wrapped) {}

    /** The keys of these cases, made where a case has none yet; within the caller's transaction if there is one. */
    public Map<String, CaseKey> forCases(Collection<String> caseIds) {
        Map<String, CaseKey> keys = find(caseIds);
        List<Wrapped> fresh = new ArrayList<>();
        for (String caseId : caseIds) {
            if (!keys.containsKey(caseId)) {
                byte[] key = new byte[LENGTH];
                byte[] nonce = new byte[Cipher256.NONCE];
                random.nextBytes(key);
                random.nextBytes(nonce);
                fresh.add(new Wrapped(caseId, Cipher256.encrypt(master.bytes(), nonce, boundTo(caseId), key)));
                keys.put(caseId, new CaseKey(caseId, key));
            }
        }
        if (fresh.isEmpty()) {
            return keys;
        }
        int[][] inserted = template.batchUpdate(
                "insert into case_key (case_id, wrapped) values (?, ?) on conflict (case_id) do nothing",
                fresh,
                1_000,
                (statement, w) -> {
                    statement.setString(1, w.caseId());
                    statement.setBytes(2, w.wrapped());
                });
        return inserted.length == 0 ? keys : refreshed(keys, fresh);
    }

    /** Somebody else may have made a key for the same case in the same moment: the stored one counts. */
    private Map<String, CaseKey> refreshed(Map<String, CaseKey> keys, List<Wrapped> fresh) {
        Map<String, CaseKey> all = new HashMap<>(keys);
        all.putAll(find(fresh.stream().map(Wrapped::caseId).toList()));
        return all;
    }

    public CaseKey forCase(String caseId) {
        CaseKey key = forCases(List.of(caseId)).get(caseId);
        if (key == null) {
            throw new IllegalStateException("no key for case " + caseId);
        }
        return key;
    }

    public Optional<CaseKey> find(String caseId) {
        return Optional.ofNullable(find(List.of(caseId)).get(caseId));
    }

    public Map<String, CaseKey> find(Collection<String> caseIds) {
        Map<String, CaseKey> keys = new HashMap<>();
        jdbc.sql("select case_id, wrapped from case_key where case_id = any(?)")
                .param(caseIds.toArray(String[]::new))
                .query((row, n) -> new Wrapped(row.getString("case_id"), row.getBytes("wrapped")))
                .list()
                .forEach(w -> keys.put(w.caseId(), unwrap(w)));
        return keys;
    }

    private CaseKey unwrap(Wrapped w) {
        try {
            return new CaseKey(w.caseId(), Cipher256.decrypt(master.bytes(), boundTo(w.caseId()), w.wrapped()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("case key does not unwrap with this master key: " + w.caseId(), e);
        }
    }

    private static byte[] boundTo(String caseId) {
        return caseId.getBytes(StandardCharsets.UTF_8);
    }
}
