package org.disclosureledger.application.attachment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of the files of cases; sealed, and found by the digest that their event holds. */
@Component
class AttachmentStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    AttachmentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean has(String caseId, String digest) {
        return jdbc.sql("select exists (select 1 from attachment where case_id = ? and digest = ?)")
                .param(caseId)
                .param(digest)
                .query(Boolean.class)
                .single();
    }

    /** Keeps a file before its event is recorded, so that no event is without its file. */
    void keep(String organ, String caseId, String digest, byte[] sealed) {
        jdbc.sql("""
                        insert into attachment (organ, case_id, digest, sealed, stored_at) values (?, ?, ?, ?, ?)
                        on conflict (case_id, digest) do nothing
                        """)
                .param(organ)
                .param(caseId)
                .param(digest)
                .param(sealed)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    Optional<byte[]> find(String caseId, String digest) {
        return jdbc.sql("select sealed from attachment where case_id = ? and digest = ?")
                .param(caseId)
                .param(digest)
                .query(byte[].class)
                .optional();
    }
}
