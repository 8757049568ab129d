package org.disclosureledger.application.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.domain.letter.LetterKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of the templates that organs brought: every version stays, the last one counts. */
@Component
public class LetterTemplateStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    public LetterTemplateStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is in force; letters that have their default are left out. */
    Map<LetterKind, TemplateVersion> inForce(String organ) {
        return jdbc.sql("""
                        select kind, sha256, file_name, replaced_by, replaced_at from (
                            select distinct on (kind) * from letter_template where organ = ? order by kind, version desc
                        ) last where content is not null
                        """).param(organ).query(LetterTemplateStore::version).list().stream()
                .collect(Collectors.toMap(TemplateVersion::kind, Function.identity()));
    }

    /** Empty while the default is in force. */
    Optional<byte[]> content(String organ, LetterKind kind) {
        return jdbc.sql("""
                        select content from (
                            select content from letter_template where organ = ? and kind = ? order by version desc limit 1
                        ) last where content is not null
                        """)
                .param(organ)
                .param(kind.id())
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    void replaced(String organ, LetterKind kind, byte[] content, String sha256, String fileName, String user) {
        add(organ, kind, content, sha256, fileName, user);
    }

    void restored(String organ, LetterKind kind, String user) {
        add(organ, kind, null, null, null, user);
    }

    private void add(
            String organ,
            LetterKind kind,
            byte @Nullable [] content,
            @Nullable String sha256,
            @Nullable String fileName,
            String user) {
        jdbc.sql("""
                        insert into letter_template
                            (organ, kind, content, sha256, file_name, replaced_by, replaced_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(organ)
                .param(kind.id())
                .param(content)
                .param(sha256)
                .param(fileName)
                .param(user)
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private static TemplateVersion version(ResultSet row, int n) throws SQLException {
        return new TemplateVersion(
                LetterKind.of(row.getString("kind")),
                row.getString("sha256"),
                row.getString("file_name"),
                row.getString("replaced_by"),
                row.getTimestamp("replaced_at").toInstant());
    }
}
