package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import tools.jackson.databind.JsonNode;

/** Requests as another system sends them; what it sends here has to be accepted. */
record Requests(Service service) {

    static Map<String, Object> receipt(String receivedOn, String applicant, String content) {
        return Map.of(
                "receivedOn",
                receivedOn,
                "channel",
                "inPerson",
                "applicantKind",
                "naturalPerson",
                "applicant",
                applicant,
                "identityProof",
                "originalSeen",
                "content",
                content);
    }

    JsonNode received(String organ, Map<String, Object> body) {
        Answer answer = service.postJson("/api/v1/organs/" + organ + "/requests", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    JsonNode step(String organ, String caseId, String step, Map<String, Object> body) {
        Answer answer = service.postJson("/api/v1/organs/" + organ + "/requests/" + caseId + "/steps/" + step, body);
        assertThat(answer.status()).as(step + ": " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    JsonNode opened(String organ, String caseId) {
        return service.get("/api/v1/organs/" + organ + "/requests/" + caseId).json();
    }
}
