package org.disclosureledger.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.disclosureledger.application.Service.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An office that works by the API alone, in the words of those who work there. */
final class Office {

    private static final List<String> RESULTS = List.of("upheld", "corrected", "other", "pending", "total");

    private final Service service;
    private final String place;

    Office(Service service, String code, String name) {
        this.service = service;
        this.place = "/api/v1/organs/" + code;
        service.organ(code, name);
    }

    /** A request and what the office does with it. */
    final class Case {

        private final String id;
        private final String number;

        private Case(JsonNode receipt) {
            id = receipt.path("case").asString();
            number = receipt.path("registrationNumber").asString();
        }

        /** The last day for the answer; null while the clock waits. */
        @Nullable String lastDay() {
            JsonNode due =
                    service.get(place + "/requests/" + id).json().path("clock").path("dueOn");
            return due.isNull() || due.isMissingNode() ? null : due.asString();
        }

        Case step(String step, String on, Object... more) {
            done(send(step, on, more));
            return this;
        }

        /** The rule that a refused step offends. */
        String refusedStep(String step, String on, Object... more) {
            Answer answer = send(step, on, more);
            if (answer.status() != 422) {
                throw new AssertionError(step + " was not refused: " + answer.text());
            }
            return answer.json().path("errors").path(0).path("rule").asString();
        }

        private Answer send(String step, String on, Object... more) {
            return service.postJson(place + "/requests/" + id + "/steps/" + step, body(on, more));
        }

        Case answers(String on, String outcome, Object... more) {
            return decides("decide", on, outcome, more);
        }

        Case answersAnew(String on, String outcome, Object... more) {
            return decides("decideAnew", on, outcome, more);
        }

        private Case decides(String step, String on, String outcome, Object... more) {
            Map<String, Object> body = body(on, more);
            body.put("outcome", outcome);
            done(service.postJson(place + "/requests/" + id + "/steps/" + step, body));
            return this;
        }

        Case grants(String on) {
            return answers(on, "granted", "meansOfAccess", "随答复书提供复印件");
        }

        Case grantsInPart(String on, String withheld, String reasons) {
            return answers(
                    on, "partiallyGranted", "meansOfAccess", "随答复书提供复印件", "withheld", withheld, "reasons", reasons);
        }

        Case refuses(String on, String outcome, String reasons) {
            return answers(on, outcome, "reasons", reasons);
        }
    }

    /** A reconsideration or a lawsuit. */
    final class RemedyCase {

        private final String id;

        private RemedyCase(JsonNode accepted) {
            id = accepted.path("case").asString();
        }

        String id() {
            return id;
        }

        RemedyCase concludes(String on, String result) {
            return post("conclusion", Map.of("concludedOn", on, "result", result));
        }

        RemedyCase isAppealed(String on, String number) {
            return post("appeals", Map.of("instance", "secondInstance", "appealedOn", on, "instanceNumber", number));
        }

        RemedyCase isDecidedOnAppeal(String on, String ruling) {
            return post("rulings", Map.of("endedOn", on, "ruling", ruling));
        }

        private RemedyCase post(String what, Map<String, Object> body) {
            done(service.postJson(place + "/remedies/" + id + "/" + what, body));
            return this;
        }
    }

    Case receives(String on, String channel, String kind, String applicant, String content) {
        return receives(receipt(on, channel, kind, applicant, content));
    }

    /** @param arrivedOn for an ordinary letter, the day on which it arrived; null for one that was signed for */
    Case receivesLetter(String on, @Nullable String arrivedOn, String kind, String applicant, String content) {
        Map<String, Object> body = receipt(on, "post", kind, applicant, content);
        body.put("postalService", arrivedOn == null ? "signedFor" : "ordinary");
        if (arrivedOn != null) {
            body.put("arrivedOn", arrivedOn);
        }
        return receives(body);
    }

    /** A further matter of a paper that is registered already. */
    Case receivesSplit(String on, Case first, String kind, String applicant, String content) {
        Map<String, Object> body = receipt(on, "inPerson", kind, applicant, content);
        body.put("splitFrom", first.number);
        return receives(body);
    }

    private Case receives(Map<String, Object> body) {
        return new Case(done(service.postJson(place + "/requests", body)));
    }

    private static Map<String, Object> receipt(
            String on, String channel, String kind, String applicant, String content) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("receivedOn", on);
        body.put("channel", channel);
        body.put("applicantKind", kind);
        body.put("applicant", applicant);
        body.put("identityProof", "copyAttached");
        body.put("content", content);
        return body;
    }

    RemedyCase reconsideration(String number, Case about, String acceptedOn) {
        return remedy(Map.of(
                "caseNumber",
                number,
                "procedure",
                "reconsideration",
                "registrationNumber",
                about.number,
                "acceptedOn",
                acceptedOn));
    }

    RemedyCase lawsuitAfterReconsideration(String number, Case about, String acceptedOn) {
        return remedy(Map.of(
                "caseNumber",
                number,
                "procedure",
                "litigation",
                "afterReconsideration",
                true,
                "registrationNumber",
                about.number,
                "acceptedOn",
                acceptedOn));
    }

    private RemedyCase remedy(Map<String, Object> body) {
        return new RemedyCase(done(service.postJson(place + "/remedies", body)));
    }

    JsonNode tables(int year) {
        return service.get(place + "/annual-reports/" + year + "/tables").json();
    }

    static List<Integer> row(JsonNode tables, String row) {
        return StreamSupport.stream(
                        tables.path("requests").path("rows").path(row).spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    static List<Integer> remedies(JsonNode results) {
        return RESULTS.stream().map(r -> results.path(r).asInt()).toList();
    }

    static List<String> failedChecks(JsonNode tables) {
        return tables.path("checks")
                .valueStream()
                .filter(c -> !c.path("holds").asBoolean())
                .map(JsonNode::toString)
                .toList();
    }

    private static Map<String, Object> body(String on, Object... more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("on", on);
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private static JsonNode done(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.text());
        }
        return answer.json();
    }
}
