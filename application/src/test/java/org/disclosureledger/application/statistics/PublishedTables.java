package org.disclosureledger.application.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Annual tables as organs published them. */
public final class PublishedTables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PublishedTables() {}

    public static JsonNode read(String name) {
        try (InputStream in = Objects.requireNonNull(
                PublishedTables.class.getResourceAsStream("/published/" + name + ".json"), name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
