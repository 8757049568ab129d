package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An illegal step is refused on the page and over the API for the same reason, in the same words. */
@RunningService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

    private static final Pattern RULE = Pattern.compile("data-rule=\"([A-Z_]+)\"");

    @LocalServerPort
    private int port;

    private Service service;

    @BeforeAll
    void start() {
        service = new Service(port);
        service.organ("refusals", "清河镇人民政府");
    }

    /** A step with the values of its fields. */
    record Taken(String step, Map<String, Object> fields) {}

    /** An illegal step, after those that lead to it; all on a request received on 3 March 2025. */
    record Illegal(String rule, List<Taken> before, Taken step) {

        @Override
        public String toString() {
            return step.step() + ": " + rule;
        }
    }

    private static Taken taken(String step, Object... fields) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put((String) fields[i], fields[i + 1]);
        }
        return new Taken(step, values);
    }

    private static final Taken ASKED =
            taken("askForCorrection", "on", "2025-03-05", "correctionDueOn", "2025-03-19", "matters", "年度");
    private static final Taken EXTENDED = taken("extend", "on", "2025-03-20", "days", 5, "approvedBy", "王某");
    private static final Taken CONSULTED = taken("consultThirdParty", "on", "2025-03-10", "thirdParty", "某公司");
    private static final Taken CHARGED = taken("notifyFee", "on", "2025-03-10", "basis", "perPage", "quantity", 68);
    private static final Taken DECIDED =
            taken("decide", "on", "2025-03-20", "outcome", "granted", "meansOfAccess", "邮寄");
    private static final Taken DELIVERED = taken("deliverAnswer", "on", "2025-03-21", "method", "post");
    private static final Taken REOPENED = taken("reopen", "on", "2025-04-21", "ground", "ownMotion", "reason", "遗漏");

    static Stream<Illegal> illegal() {
        return Stream.of(
                new Illegal("CORRECTION_STILL_OPEN", List.of(ASKED), ASKED),
                new Illegal("NO_CORRECTION_ASKED", List.of(), taken("takeInCorrection", "on", "2025-03-12")),
                new Illegal(
                        "CORRECTION_PERIOD_NOT_AFTER_NOTICE",
                        List.of(),
                        taken("askForCorrection", "on", "2025-03-05", "correctionDueOn", "2025-03-05")),
                new Illegal("ALREADY_ANSWERED", List.of(DECIDED), CONSULTED),
                new Illegal(
                        "NO_CONSULTATION_OPEN",
                        List.of(),
                        taken("takeInOpinion", "on", "2025-03-12", "consultation", 1, "opinion", "objects")),
                new Illegal(
                        "NO_SUCH_CONSULTATION",
                        List.of(CONSULTED),
                        taken("takeInOpinion", "on", "2025-03-12", "consultation", 2, "opinion", "objects")),
                new Illegal(
                        "STEP_BEFORE_ITS_CAUSE",
                        List.of(CONSULTED),
                        taken("takeInOpinion", "on", "2025-03-09", "consultation", 1, "opinion", "objects")),
                new Illegal("STEP_BEFORE_ITS_CAUSE", List.of(), taken("askForReasons", "on", "2025-03-02")),
                new Illegal("FUTURE_DATE", List.of(), taken("askForReasons", "on", "2199-03-02")),
                new Illegal("EXTENSION_ALREADY_USED", List.of(EXTENDED), EXTENDED),
                new Illegal(
                        "EXTENSION_TOO_LONG",
                        List.of(),
                        taken("extend", "on", "2025-03-20", "days", 21, "approvedBy", "王某")),
                new Illegal("REQUIRED", List.of(), taken("extend", "on", "2025-03-20", "days", 5)),
                new Illegal("CLOCK_STOPPED", List.of(ASKED), EXTENDED),
                new Illegal(
                        "REASONS_ALREADY_ASKED",
                        List.of(taken("askForReasons", "on", "2025-03-05")),
                        taken("askForReasons", "on", "2025-03-06")),
                new Illegal(
                        "NO_REASONS_ASKED", List.of(), taken("takeInReasons", "on", "2025-03-06", "reasonable", true)),
                new Illegal(
                        "LATER_DATE_WITHOUT_REASONS",
                        List.of(),
                        taken("fixLaterDate", "on", "2025-03-06", "answerDueOn", "2025-06-06")),
                new Illegal(
                        "NOTHING_TO_CHARGE",
                        List.of(),
                        taken("notifyFee", "on", "2025-03-10", "basis", "perPage", "quantity", 30)),
                new Illegal(
                        "QUANTITY_IMPOSSIBLE",
                        List.of(),
                        taken("notifyFee", "on", "2025-03-10", "basis", "perItem", "quantity", 0)),
                new Illegal("FEE_ALREADY_NOTIFIED", List.of(CHARGED), CHARGED),
                new Illegal("NO_FEE_NOTIFIED", List.of(), taken("takeInPayment", "on", "2025-03-10", "fee", 380)),
                new Illegal(
                        "PAYMENT_INCOMPLETE", List.of(CHARGED), taken("takeInPayment", "on", "2025-03-10", "fee", 38)),
                new Illegal(
                        "MEANS_OF_ACCESS_MISSING",
                        List.of(),
                        taken("decide", "on", "2025-03-20", "outcome", "granted")),
                new Illegal(
                        "EXCESSIVE_WITHOUT_ASKING",
                        List.of(),
                        taken("decide", "on", "2025-03-20", "outcome", "notProcessed.excessive", "reasons", "太多")),
                new Illegal(
                        "END_REASON_MISSING", List.of(), taken("decide", "on", "2025-03-20", "outcome", "other.other")),
                new Illegal(
                        "JOINED_REQUEST_MISSING",
                        List.of(),
                        taken("decide", "on", "2025-03-20", "outcome", "other.other", "endReason", "joined")),
                new Illegal(
                        "NO_SUCH_REQUEST",
                        List.of(),
                        taken(
                                "decide",
                                "on",
                                "2025-03-20",
                                "outcome",
                                "other.other",
                                "endReason",
                                "joined",
                                "joinedInto",
                                "没有这一件")),
                new Illegal(
                        "OTHER_ORGAN_CONTACT_MISSING",
                        List.of(),
                        taken(
                                "decide",
                                "on",
                                "2025-03-20",
                                "outcome",
                                "unavailable.notHeld",
                                "reasons",
                                "不属于本机关负责公开",
                                "otherOrgan",
                                "某局")),
                new Illegal("ALREADY_ANSWERED", List.of(DECIDED), DECIDED),
                new Illegal("NOT_ANSWERED_YET", List.of(), DELIVERED),
                new Illegal("ALREADY_DELIVERED", List.of(DECIDED, DELIVERED), DELIVERED),
                new Illegal("NOT_ANSWERED_YET", List.of(), REOPENED),
                new Illegal("ALREADY_REOPENED", List.of(DECIDED, REOPENED), REOPENED),
                new Illegal(
                        "REOPENING_REASON_MISSING",
                        List.of(DECIDED),
                        taken("reopen", "on", "2025-04-21", "ground", "ownMotion")),
                new Illegal(
                        "NO_SUCH_REMEDY",
                        List.of(DECIDED),
                        taken("reopen", "on", "2025-04-21", "ground", "judgment", "remedy", "没有这一件")),
                new Illegal("REOPENED_IS_DECIDED_ANEW", List.of(DECIDED, REOPENED), DECIDED),
                new Illegal(
                        "NOT_REOPENED",
                        List.of(DECIDED),
                        taken("decideAnew", "on", "2025-04-22", "outcome", "granted", "meansOfAccess", "邮寄")));
    }

    @ParameterizedTest
    @MethodSource("illegal")
    void pageAndApiRefuseForTheSameReason(Illegal illegal) {
        String id = service.postJson(
                        "/api/v1/organs/refusals/requests",
                        Map.of(
                                "receivedOn", "2025-03-03",
                                "channel", "inPerson",
                                "applicantKind", "naturalPerson",
                                "applicant", "张某",
                                "identityProof", "originalSeen",
                                "content", "甲"))
                .json()
                .path("case")
                .asString();
        for (Taken before : illegal.before()) {
            Answer answer = overTheApi(id, before);
            assertThat(answer.status()).as(before + " " + answer.text()).isEqualTo(200);
        }
        Answer api = overTheApi(id, illegal.step());
        String page = onThePage(id, illegal.step()).text();

        assertThat(api.status()).as(api.text()).isEqualTo(422);
        JsonNode error = errors(api)
                .filter(e -> e.path("rule").asString().equals(illegal.rule()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(api.text()));
        assertThat(RULE.matcher(page).results().map(m -> m.group(1))).contains(illegal.rule());
        if (!illegal.rule().equals("REQUIRED")) {
            assertThat(page).contains(error.path("reason").asString());
        }
        if (error.path("ground").asString().startsWith("《")) {
            assertThat(page).contains(error.path("ground").asString());
        }
        assertThat(errors(overTheApi(id, illegal.step())).toList())
                .as("nothing was recorded")
                .isEqualTo(errors(api).toList());
    }

    private static Stream<JsonNode> errors(Answer answer) {
        return answer.json().path("errors").valueStream();
    }

    private Answer overTheApi(String id, Taken taken) {
        return service.postJson("/api/v1/organs/refusals/requests/" + id + "/steps/" + taken.step(), taken.fields());
    }

    private Answer onThePage(String id, Taken taken) {
        String form = taken.fields().entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue().toString()))
                .collect(Collectors.joining("&"));
        return service.post(
                "/organs/refusals/requests/" + id + "/steps/" + taken.step(),
                "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
