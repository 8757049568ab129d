package org.disclosureledger.application.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.api.Description.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Whoever knows only the description of the API can use it, beginning with its examples. */
@RunningService
class OpenApiIT {

    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    /** A legal order of all steps, which is that of the dates of their examples. */
    private static final List<String> STEPS = List.of(
            "askForCorrection",
            "takeInCorrection",
            "consultThirdParty",
            "consultOrgan",
            "takeInOpinion",
            "askForReasons",
            "takeInReasons",
            "notifyFee",
            "takeInPayment",
            "extend",
            "fixLaterDate",
            "decide",
            "deliverAnswer",
            "reopen",
            "decideAnew");

    @LocalServerPort
    private int port;

    private Service service;
    private Description description;

    @BeforeEach
    void read() {
        service = new Service(port);
        description = new Description(service);
    }

    @Test
    void descriptionIsWhole() {
        List<Operation> operations = description.operations();

        assertThat(description.version()).startsWith("3.");
        assertThat(description.danglingReferences()).isEmpty();
        assertThat(operations).extracting(Operation::id).doesNotHaveDuplicates().allMatch(id -> !id.isEmpty());
        assertThat(operations).allSatisfy(o -> {
            assertThat(o.node().path("summary").asString()).isNotEmpty();
            assertThat(o.node().path("responses").propertyNames())
                    .contains("400", "401", "500", "503")
                    .anyMatch(status -> status.startsWith("2"));
            List<String> declared = o.node()
                    .path("parameters")
                    .valueStream()
                    .filter(p -> p.path("in").asString().equals("path"))
                    .map(p -> p.path("name").asString())
                    .toList();
            assertThat(declared)
                    .containsExactlyInAnyOrderElementsOf(IN_PATH.matcher(o.path())
                            .results()
                            .map(m -> m.group(1))
                            .toList());
        });
    }

    @Test
    void everyBodyAboutRequestsHasAnExampleOfItsShape() {
        List<Operation> withBody = description.operations().stream()
                .filter(o -> o.isTagged("Request", "Step", "Fee") && o.node().has("requestBody"))
                .toList();

        assertThat(withBody).extracting(Operation::id).containsAll(STEPS).contains("receiveRequest", "reckonFee");
        assertThat(withBody).allSatisfy(o -> {
            JsonNode example = description.example(o);
            assertThat(example.isObject()).as(o + " has an example").isTrue();
            assertThat(description.deviations(example, description.bodySchema(o)))
                    .as(o.toString())
                    .isEmpty();
        });
    }

    @Test
    void examplesAreAcceptedOneAfterTheOtherAndAnsweredAsDescribed() {
        service.organ("examples", "清河镇人民政府");
        Answer received = send("receiveRequest", "", 201);
        String caseId = received.json().path("case").asString();
        STEPS.forEach(step -> send(step, caseId, 200));
        send("correctRequest", caseId, 200);
        send("reckonFee", caseId, 200);

        for (String id : List.of("openRequest", "listRequests")) {
            Operation operation = description.operation(id);
            Answer answer =
                    service.get(address(operation, caseId) + (id.equals("listRequests") ? "?state=answered" : ""));
            assertThat(description.deviations(answer.json(), description.answerSchema(operation, 200)))
                    .as(id)
                    .isEmpty();
        }
    }

    private Answer send(String id, String caseId, int status) {
        Operation operation = description.operation(id);
        Answer answer = service.postJson(address(operation, caseId), description.example(operation));
        assertThat(answer.status()).as(operation + " " + answer.text()).isEqualTo(status);
        assertThat(description.deviations(answer.json(), description.answerSchema(operation, status)))
                .as(operation.toString())
                .isEmpty();
        return answer;
    }

    private static String address(Operation operation, String caseId) {
        return operation.path().replace("{organ}", "examples").replace("{caseId}", caseId);
    }
}
