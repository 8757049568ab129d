package org.disclosureledger.application.annualreport;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of the annual reports as they were published; found by the digest that their event holds. */
@Component
public class PublishedDocumentStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    PublishedDocumentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a document before its event is recorded, so that no event is without its documents. */
    public void keep(String organ, String digest, ReportFormat format, byte[] content) {
        jdbc.sql("""
                        insert into published_document (organ, digest, format, content, stored_at)
                        values (?, ?, ?, ?, ?) on conflict (organ, digest) do nothing
                        """)
                .param(organ)
                .param(digest)
                .param(format.id())
                .param(content)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    public Optional<byte[]> find(String organ, String digest) {
        return jdbc.sql("select content from published_document where organ = ? and digest = ?")
                .param(organ)
                .param(digest)
                .query(byte[].class)
                .optional();
    }
}
