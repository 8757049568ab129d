package org.disclosureledger.application.letter;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of the letters as they were written; sealed, and found by the digest that their event holds. */
@Component
class IssuedLetterStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    IssuedLetterStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a letter before its event is recorded, so that no event is without its letter. */
    void keep(String organ, String caseId, String digest, String sealed) {
        jdbc.sql("""
                        insert into issued_letter (organ, case_id, digest, sealed, stored_at) values (?, ?, ?, ?, ?)
                        on conflict (case_id, digest) do nothing
                        """)
                .param(organ)
                .param(caseId)
                .param(digest)
                .param(sealed)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    Optional<String> find(String caseId, String digest) {
        return jdbc.sql("select sealed from issued_letter where case_id = ? and digest = ?")
                .param(caseId)
                .param(digest)
                .query(String.class)
                .optional();
    }
}
