package org.disclosureledger.application.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.application.Service;
import tools.jackson.databind.JsonNode;

/** The API's own description, as a program reads it that was generated from it. */
final class Description {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final JsonNode root;

    Description(Service service) {
        root = service.anonymous("/v3/api-docs").json();
    }

    /** An operation under its address. */
    record Operation(String path, String method, JsonNode node) {

        String id() {
            return node.path("operationId").asString();
        }

        boolean isTagged(String... tags) {
            return node.path("tags").valueStream().anyMatch(t -> Set.of(tags).contains(t.asString()));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()));
                    }
                }));
        return operations;
    }

    Operation operation(String id) {
        return operations().stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    String version() {
        return root.path("openapi").asString();
    }

    /** Everything that points at nothing. */
    List<String> danglingReferences() {
        return references(root)
                .distinct()
                .filter(ref ->
                        !ref.startsWith("#/") || root.at(ref.substring(1)).isMissingNode())
                .toList();
    }

    private static Stream<String> references(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .flatMap(p ->
                            p.getKey().equals("$ref") ? Stream.of(p.getValue().asString()) : references(p.getValue()));
        }
        return node.isArray() ? node.valueStream().flatMap(Description::references) : Stream.of();
    }

    /** The example of an operation's body: its own, or that of the shape; missing when there is none. */
    JsonNode example(Operation operation) {
        JsonNode content = operation.node().at("/requestBody/content/application~1json");
        if (content.has("example")) {
            return content.path("example");
        }
        return content.path("examples")
                .valueStream()
                .map(e -> e.path("value"))
                .findFirst()
                .orElseGet(() -> resolved(content.path("schema")).path("example"));
    }

    JsonNode bodySchema(Operation operation) {
        return operation.node().at("/requestBody/content/application~1json/schema");
    }

    JsonNode answerSchema(Operation operation, int status) {
        return operation
                .node()
                .path("responses")
                .path(Integer.toString(status))
                .at("/content/application~1json/schema");
    }

    /** A shape that may also be null is wrapped, as a reference cannot say so itself. */
    private JsonNode resolved(JsonNode promised) {
        JsonNode schema = promised.path("allOf").size() == 1 ? promised.at("/allOf/0") : promised;
        String ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : root.at(ref.substring(1));
    }

    /** Where a value is not what the schema says; empty when it is. */
    List<String> deviations(JsonNode value, JsonNode promised) {
        List<String> deviations = new ArrayList<>();
        compare("", value, promised, deviations);
        return deviations;
    }

    private void compare(String place, JsonNode value, JsonNode promised, List<String> deviations) {
        JsonNode schema = resolved(promised);
        String type = schema.path("type").asString("");
        if (!Map.of(
                        "object", value.isObject(),
                        "array", value.isArray(),
                        "string", value.isString(),
                        "integer", value.isIntegralNumber(),
                        "number", value.isNumber(),
                        "boolean", value.isBoolean())
                .getOrDefault(type, false)) {
            deviations.add(place + " is no " + type);
            return;
        }
        if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
            deviations.add(place + " is not among " + schema.path("enum"));
        }
        if (value.isArray()) {
            value.valueStream().forEach(v -> compare(place + "/*", v, schema.path("items"), deviations));
        }
        if (value.isObject()) {
            schema.path("required")
                    .valueStream()
                    .filter(name -> !value.has(name.asString()))
                    .forEach(name -> deviations.add(place + " lacks " + name.asString()));
            value.properties().forEach(p -> {
                JsonNode property = schema.path("properties").has(p.getKey())
                        ? schema.path("properties").path(p.getKey())
                        : schema.path("additionalProperties");
                if (property.isMissingNode()) {
                    deviations.add(place + "/" + p.getKey() + " is not described");
                } else {
                    compare(place + "/" + p.getKey(), p.getValue(), property, deviations);
                }
            });
        }
    }
}
