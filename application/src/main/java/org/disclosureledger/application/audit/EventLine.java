package org.disclosureledger.application.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.application.eventstore.EventRow;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import tools.jackson.databind.JsonNode;

/**
 * An event as a line of {@code events.ndjson}: every stored column as it lies in the ledger. There is exactly one way to
 * write an event, so that a line that was written otherwise is recognised.
 *
 * @param recordedAt in UTC with six decimals, e.g. {@code 2026-01-05T01:02:03.456789Z}
 * @param hash 64 lower-case hexadecimal digits
 */
record EventLine(
        long number,
        String eventId,
        String aggregateType,
        String aggregateId,
        long sequence,
        String organ,
        String type,
        int revision,
        String recordedAt,
        String payload,
        String metadata,
        String hashAlgorithm,
        String hash) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final List<String> NUMBERS = List.of("number", "sequence", "revision");

    private static final List<String> COLUMNS = List.of(
            "number",
            "eventId",
            "aggregateType",
            "aggregateId",
            "sequence",
            "organ",
            "type",
            "revision",
            "recordedAt",
            "payload",
            "metadata",
            "hashAlgorithm",
            "hash");

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** @throws IllegalArgumentException when the line is not written in the one way */
    static EventLine read(String line) {
        JsonNode json = StrictJson.read(line);
        if (!json.isObject() || !new ArrayList<>(json.propertyNames()).equals(COLUMNS)) {
            throw new IllegalArgumentException("这一行不是规定的写法");
        }
        for (String column : COLUMNS) {
            boolean number = NUMBERS.contains(column);
            if (number
                    ? !json.path(column).isIntegralNumber()
                    : !json.path(column).isString()) {
                throw new IllegalArgumentException(column + " 不是规定的类型");
            }
        }
        EventLine read = new EventLine(
                json.path("number").longValue(),
                text(json, "eventId"),
                text(json, "aggregateType"),
                text(json, "aggregateId"),
                json.path("sequence").longValue(),
                text(json, "organ"),
                text(json, "type"),
                json.path("revision").intValue(),
                text(json, "recordedAt"),
                text(json, "payload"),
                text(json, "metadata"),
                text(json, "hashAlgorithm"),
                text(json, "hash"));
        if (!read.json().equals(line)) {
            throw new IllegalArgumentException("这一行不是规定的写法");
        }
        return read;
    }

    /** @throws IllegalArgumentException when a column cannot be what the ledger stores */
    EventRow row() {
        UUID id = UUID.fromString(eventId);
        Instant at = Instant.parse(recordedAt);
        HashAlgorithm algorithm = HashAlgorithm.of(hashAlgorithm);
        if (!id.toString().equals(eventId)
                || !time(at).equals(recordedAt)
                || !algorithm.label().equals(hashAlgorithm)) {
            throw new IllegalArgumentException("有的列不合规定");
        }
        return new EventRow(
                number,
                id,
                aggregateType,
                aggregateId,
                sequence,
                organ,
                type,
                revision,
                at,
                payload,
                metadata,
                algorithm);
    }

    String json() {
        StringBuilder out = new StringBuilder(payload.length() + metadata.length() + 512);
        out.append("{\"number\":").append(number);
        text(out, "eventId", eventId);
        text(out, "aggregateType", aggregateType);
        text(out, "aggregateId", aggregateId);
        out.append(",\"sequence\":").append(sequence);
        text(out, "organ", organ);
        text(out, "type", type);
        out.append(",\"revision\":").append(revision);
        text(out, "recordedAt", recordedAt);
        text(out, "payload", payload);
        text(out, "metadata", metadata);
        text(out, "hashAlgorithm", hashAlgorithm);
        text(out, "hash", hash);
        return out.append('}').toString();
    }

    private static String text(JsonNode json, String column) {
        return json.path(column).stringValue();
    }

    private static void text(StringBuilder out, String column, String value) {
        out.append(",\"").append(column).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
