package org.disclosureledger.projections.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The statements that count, one for each table of form 2021-30. They know the recorded payloads and docs/tables.md, and
 * nothing of the program that counts.
 */
public record ReferenceSql(String requests, String remedies, String proactive) {

    /** As they come with the program. */
    public static ReferenceSql shipped() {
        return new ReferenceSql(read("requests.sql"), read("remedies.sql"), read("proactive.sql"));
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(ReferenceSql.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
