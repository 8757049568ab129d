package org.disclosureledger.application.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What the description of the API has to say of every operation, those that are yet to come included. */
@RunningService
class DescriptionIT {

    private static final Set<String> MAY_BE_EMPTY = Set.of("202", "204");

    @LocalServerPort
    private int port;

    private final List<Operation> operations = new ArrayList<>();

    private record Operation(String path, String method, JsonNode node) {

        String id() {
            return node.path("operationId").asString();
        }

        Stream<String> statuses() {
            return node.path("responses").propertyNames().stream();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void read() {
        JsonNode paths = new Service(port).anonymous("/v3/api-docs").json().path("paths");
        for (String path : paths.propertyNames()) {
            for (String method : paths.path(path).propertyNames()) {
                operations.add(new Operation(path, method, paths.path(path).path(method)));
            }
        }
        assertThat(operations).isNotEmpty();
    }

    /** It is the name of its method, and generators make a method of it; springdoc tells two of a name apart by a digit. */
    @Test
    void operationHasANameOfItsOwn() {
        assertThat(operations)
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z]+"));
    }

    @Test
    void pathsDifferInMoreThanTheNamesOfTheirVariables() {
        assertThat(operations.stream().map(Operation::path).distinct().map(p -> p.replaceAll("\\{\\w+}", "{}")))
                .doesNotHaveDuplicates();
    }

    @Test
    void operationStatesItsSummaryAndItsProblems() {
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.node().path("summary").asString("")).isNotBlank();
            assertThat(operation.statuses()).contains("400", "401", "500", "503");
        });
    }

    @Test
    void answerHasATypeOrIsAFile() {
        assertThat(operations)
                .allSatisfy(operation -> operation
                        .statuses()
                        .filter(s -> s.startsWith("2"))
                        .forEach(status -> {
                            JsonNode content = operation
                                    .node()
                                    .path("responses")
                                    .path(status)
                                    .path("content");
                            assertThat(content.isEmpty() && !MAY_BE_EMPTY.contains(status))
                                    .as("%s %s has no answer", operation, status)
                                    .isFalse();
                            for (String type : content.propertyNames()) {
                                assertThat(isTyped(content.path(type).path("schema")))
                                        .as("%s %s %s", operation, status, type)
                                        .isTrue();
                            }
                        }));
    }

    private static boolean isTyped(JsonNode schema) {
        return schema.has("$ref")
                || schema.has("format")
                || (schema.has("items") && isTyped(schema.path("items")))
                || (schema.has("additionalProperties") && isTyped(schema.path("additionalProperties")));
    }
}
