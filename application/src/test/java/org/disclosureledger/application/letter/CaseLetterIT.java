package org.disclosureledger.application.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.domain.request.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The letters of a request through HTTP: drafted from its record, issued, kept as they were, delivered. */
@RunningService
class CaseLetterIT {

    private static final String NAME = "独孤某某";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Service service;
    private String organ;
    private String caseId;

    @BeforeEach
    void request() {
        service = new Service(port);
        organ = "case-letters-" + System.nanoTime();
        service.organ(organ, "清河镇人民政府");
        Answer received = service.postJson(
                "/api/v1/organs/" + organ + "/requests",
                Map.of(
                        "receivedOn", "2025-03-03",
                        "channel", "inPerson",
                        "applicantKind", "naturalPerson",
                        "applicant", NAME,
                        "identityProof", "originalSeen",
                        "wantedForm", "paper",
                        "content", "某某村道路硬化工程的施工合同"));
        assertThat(received.status()).as(received.text()).isEqualTo(201);
        caseId = received.json().path("case").asString();
    }

    private String path(String rest) {
        return "/api/v1/organs/" + organ + "/requests/" + caseId + rest;
    }

    private void step(String step, Map<String, Object> body) {
        Answer answer = service.postJson(path("/steps/" + step), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode issued() {
        return service.get(path("/letters")).json().path("issued");
    }

    private long issue(String kind, Map<String, Object> body) {
        Answer answer = service.postJson(path("/letters/" + kind), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/ledger/last").asLong();
    }

    private byte[] document(long number) {
        return service.get(path("/letters/" + number + "/document")).bytes();
    }

    private String text(long number) {
        return String.join("\n", WordFiles.texts(document(number)));
    }

    private static Map<String, Object> letter(String on, String number, Map<String, String> values) {
        return Map.of("on", on, "letterNumber", number, "values", values);
    }

    private static List<String> rules(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.json()
                .path("errors")
                .valueStream()
                .map(e -> e.path("field").asString() + " " + e.path("rule").asString())
                .toList();
    }

    @Test
    void receiptCarriesTheNumberAndHashOfItsRecordAndStaysAsItWasIssued() {
        JsonNode recorded = service.get(path("")).json();
        JsonNode draft = service.get(path("/letters/drafts/receipt")).json();

        long number =
                issue("receipt", letter("2025-03-03", draft.path("letterNumber").asString(), Map.of()));
        byte[] before = document(number);
        service.put(
                "/api/v1/organs/" + organ + "/letter-templates/receipt",
                LetterTemplates.DOCX,
                WordFiles.zip(WordFiles.receipt(WordFiles.paragraph("另一个模板"))));

        JsonNode event = service.get("/api/v1/organs/" + organ + "/cases/" + caseId)
                .json()
                .at("/events/0");
        assertThat(text(number))
                .contains("政府信息公开申请登记回执", NAME + "：", "2025年3月3日收到", "某某村道路硬化工程的施工合同", "最迟于2025年3月31日答复")
                .contains(
                        "公开台账第 " + event.path("number").asLong() + " 号记录",
                        event.path("hash").asString());
        assertThat(document(number)).isEqualTo(before);
        assertThat(issued().path(0).path("letterNumber").asString())
                .isEqualTo(recorded.path("registrationNumber").asString() + "-1");
        assertThat(jdbc.sql("select string_agg(sealed, '') from issued_letter where case_id = ?")
                        .param(caseId)
                        .query(String.class)
                        .single())
                .doesNotContain(NAME);
    }

    @Test
    void letterOfAStepSaysWhatTheStepRecorded() {
        assertThat(rules(service.postJson(path("/letters/correctionNotice"), letter("2025-03-05", "补1", Map.of()))))
                .containsExactly("kind NOT_YET");
        step("askForCorrection", Map.of("on", "2025-03-05", "correctionDueOn", "2025-03-20", "matters", "写明哪一年的合同"));

        long number = issue("correctionNotice", letter("2025-03-05", "清补〔2025〕1号", Map.of()));

        assertThat(text(number)).contains("清补〔2025〕1号", "写明哪一年的合同", "2025年3月20日前");
        JsonNode occasions = service.get(path("/letters")).json().path("occasions");
        assertThat(occasions.valueStream().map(o -> o.path("kind").asString() + " " + o.path("issued")))
                .containsExactly("receipt false", "correctionNotice true");
    }

    @Test
    void deliveryIsRecordedWithMethodAndDateAndThatOfAnAnswerIsTheDeliveryOfTheAnswer() {
        long receipt = issue("receipt", letter("2025-03-05", "回1", Map.of()));
        assertThat(rules(service.postJson(
                        path("/letters/" + receipt + "/delivery"), Map.of("on", "2025-03-04", "method", "email"))))
                .containsExactly("on STEP_BEFORE_ITS_CAUSE");
        assertThat(rules(service.postJson(path("/letters/" + receipt + "/delivery"), Map.of("on", "2025-03-06"))))
                .containsExactly("method REQUIRED");
        service.postJson(path("/letters/" + receipt + "/delivery"), Map.of("on", "2025-03-06", "method", "email"));
        step(
                "decide",
                Map.of("on", "2025-03-20", "outcome", "granted", "meansOfAccess", "复印件一份", "ground", "第三十六条第二项"));
        long answer = issue("answer.granted", letter("2025-03-20", "清公开答〔2025〕1号", Map.of()));

        Answer delivered = service.postJson(
                path("/letters/" + answer + "/delivery"), Map.of("on", "2025-03-24", "method", "signedPost"));

        assertThat(delivered.status()).as(delivered.text()).isEqualTo(201);
        assertThat(issued().valueStream()
                        .map(l -> l.path("deliveredOn").asString() + " "
                                + l.path("method").asString()))
                .containsExactly("2025-03-06 email", "2025-03-24 signedPost");
        assertThat(service.get(path("")).json().at("/facts/deliveredOn").asString())
                .isEqualTo("2025-03-24");
    }

    @Test
    void letterCannotSayOtherwiseThanTheRecordNorLackWhatItMustSay() {
        step(
                "decide",
                Map.of("on", "2025-03-20", "outcome", "refused.stateSecret", "reasons", "定为秘密级", "ground", "第十四条"));

        assertThat(rules(service.postJson(
                        path("/letters/answer.refused.stateSecret"),
                        Map.of("values", Map.of("申请人", "别人", "公开方式", "邮寄", "理由", "\u0001")))))
                .containsExactlyInAnyOrder(
                        "on REQUIRED",
                        "letterNumber REQUIRED",
                        "申请人 TAKEN_FROM_THE_RECORD",
                        "公开方式 UNKNOWN_FIELD",
                        "理由 CONTROL_CHARACTER");
        step("deliverAnswer", Map.of("on", "2025-03-21", "method", "email"));
        step("reopen", Map.of("on", "2025-06-02", "ground", "ownMotion", "reason", "密级已经解除"));
        step("decideAnew", Map.of("on", "2025-06-10", "outcome", "granted", "meansOfAccess", "复印件一份"));
        long anew = issue("answer.granted", letter("2025-06-10", "清公开答〔2025〕9号", Map.of()));
        assertThat(text(anew)).contains("决定予以公开");
        assertThat(rules(service.postJson(
                        path("/letters/answer.granted"), letter("2025-06-10", "清公开答〔2025〕9号", Map.of()))))
                .containsExactly("letterNumber LETTER_NUMBER_USED");
    }

    /** Since 2024 a refusal under art. 14 to 16 has to name the reconsideration first; who decides it can be named. */
    @Test
    void answerTellsTheRemediesOfItsResultAndDate() {
        step(
                "decide",
                Map.of("on", "2025-03-20", "outcome", "refused.stateSecret", "reasons", "定为秘密级", "ground", "第十四条"));

        long number = issue(
                "answer.refused.stateSecret",
                Map.of(
                        "on", "2025-03-20",
                        "letterNumber", "清公开答〔2025〕2号",
                        "values", Map.of(),
                        "reconsiderationOrgan", "清河县人民政府"));

        assertThat(text(number)).contains("应当先自收到本告知书之日起60日内向清河县人民政府申请行政复议", "定为秘密级");
    }

    /** Also for what a register told, which knows no more than the result: the writer puts the rest into words. */
    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyAnswerCanBeDrafted(Outcome outcome) {
        Answer entered = service.postJson(
                "/api/v1/organs/" + organ + "/registers/requests",
                Map.of(
                        "facts",
                        Map.of(
                                "registrationNumber", "簿1",
                                "receivedOn", "2025-03-03",
                                "channel", "post",
                                "applicantKind", "naturalPerson",
                                "applicant", NAME,
                                "content", "某事",
                                "decidedOn", "2025-03-20",
                                "outcome", outcome.id())));
        caseId = entered.json().path("case").asString();
        String kind = "answer." + outcome.id();
        Map<String, String> missing = new HashMap<>();
        service.get(path("/letters/drafts/" + kind)).json().path("fields").forEach(field -> {
            if (field.path("required").asBoolean()
                    && field.path("written").asBoolean()
                    && field.path("value").asString("").isEmpty()) {
                missing.put(field.path("name").asString(), "承办人写的内容");
            }
        });

        Answer preview =
                service.postJson(path("/letters/drafts/" + kind + "/preview"), letter("2025-03-20", "答1", missing));

        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(String.join("\n", WordFiles.texts(preview.bytes())))
                .contains(NAME + "：", "2025年3月20日")
                .doesNotContain("{{");
        assertThat(issued()).isEmpty();
    }
}
