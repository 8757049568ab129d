package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;

/** Requests of one organ, brought by the API to where a test of their pages begins. */
record Requests(Service service, String organ) {

    static Requests of(int port, String organ) {
        Service service = new Service(port);
        service.organ(organ, "清河镇人民政府");
        return new Requests(service, organ);
    }

    /** Address of the requests, as the API and the pages have it. */
    String address() {
        return "/organs/" + organ + "/requests";
    }

    private static Map<String, Object> fields(Object... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], fields[i + 1]);
        }
        return values;
    }

    /** A request received on 3 March 2025; gives back its identifier. */
    String received(String number, String applicant) {
        Answer answer = service.postJson(
                "/api/v1" + address(),
                fields(
                        "registrationNumber", number,
                        "receivedOn", "2025-03-03",
                        "channel", "inPerson",
                        "applicantKind", "naturalPerson",
                        "applicant", applicant,
                        "identityProof", "originalSeen",
                        "content", "某某村道路硬化工程的施工合同"));
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.json().path("case").asString();
    }

    void taken(String id, String step, Object... fields) {
        Answer answer = service.postJson("/api/v1" + address() + "/" + id + "/steps/" + step, fields(fields));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    String page(String id, String rest) {
        Answer answer = service.get(address() + "/" + id + rest);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }
}
