package org.disclosureledger.application.security;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passwords, as slow hashes. They are no facts, and the ledger does not have them. */
@Repository
class AccountStore {

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param mustChange whether somebody else has made it */
    record Stored(String passwordHash, boolean mustChange) {}

    Optional<Stored> find(String login) {
        return jdbc.sql("select password_hash, must_change from account where username = ?")
                .param(login)
                .query(Stored.class)
                .optional();
    }

    void store(String login, String passwordHash, boolean mustChange, Instant at) {
        jdbc.sql("""
                        insert into account (username, password_hash, must_change, changed_at) values (?, ?, ?, ?)
                        on conflict (username) do update set password_hash = excluded.password_hash,
                            must_change = excluded.must_change, changed_at = excluded.changed_at
                        """)
                .param(login)
                .param(passwordHash)
                .param(mustChange)
                .param(Timestamp.from(at))
                .update();
    }
}
