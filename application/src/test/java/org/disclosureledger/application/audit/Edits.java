package org.disclosureledger.application.audit;

import tools.jackson.databind.node.ObjectNode;

/** An event with one column changed. */
final class Edits {

    private Edits() {}

    static EventLine of(EventLine event, String column, String value) {
        ObjectNode json = (ObjectNode) StrictJson.read(event.json());
        if (json.path(column).isNumber()) {
            json.put(column, Long.parseLong(value));
        } else {
            json.put(column, value);
        }
        return new EventLine(
                json.path("number").asLong(),
                json.path("eventId").asString(),
                json.path("aggregateType").asString(),
                json.path("aggregateId").asString(),
                json.path("sequence").asLong(),
                json.path("organ").asString(),
                json.path("type").asString(),
                json.path("revision").asInt(),
                json.path("recordedAt").asString(),
                json.path("payload").asString(),
                json.path("metadata").asString(),
                json.path("hashAlgorithm").asString(),
                json.path("hash").asString());
    }
}
