package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Four eyes over HTTP: what is proposed counts nowhere until another person approves it. */
@RunningService
class ApprovalIT {

    private static final Map<String, Object> ANSWER =
            Map.of("on", "2025-03-10", "outcome", "granted", "meansOfAccess", "复印件随本答复书邮寄");
    private static final Map<String, Object> EXTENSION =
            Map.of("on", "2025-03-20", "days", 10, "approvedBy", "王某", "reason", "档案较多");

    @LocalServerPort
    private int port;

    private Service admin;
    private Staff staff;

    @BeforeEach
    void start() {
        admin = new Service(port);
        staff = new Staff(admin);
    }

    private static Answer decide(Service who, String organ, String caseId) {
        return who.postJson(steps(organ, caseId) + "decide", ANSWER);
    }

    private static String steps(String organ, String caseId) {
        return "/api/v1/organs/" + organ + "/requests/" + caseId + "/steps/";
    }

    private static String proposal(String organ, String caseId, int number) {
        return "/api/v1/organs/" + organ + "/requests/" + caseId + "/proposals/" + number;
    }

    private static Answer act(Service who, String path) {
        return who.call("POST", path, "", new byte[0]);
    }

    private static void require(Service approver, String organ, String step, boolean required) {
        Answer set = approver.putJson("/api/v1/organs/" + organ + "/approvals/" + step, Map.of("required", required));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
    }

    private static String received(Service who, String organ) {
        return new Requests(who)
                .received(organ, Requests.receipt("2025-03-03", "张某", "某某合同"))
                .path("case")
                .asString();
    }

    private static void refused(Answer answer, String rule) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains(rule);
    }

    /** The figure of the annual table for requests that were granted. */
    private static int granted(Service who, String organ) {
        JsonNode row = who.tables(organ, 2025).at("/requests/rows/granted");
        return row.path(row.size() - 1).asInt();
    }

    @Test
    void withoutASettingAnAnswerIsAnAnswer() {
        admin.organ("eyes-off", "清河镇人民政府");
        Service handler = staff.hire("eyes-off", "off.wang", Role.HANDLER);
        String caseId = received(handler, "eyes-off");

        JsonNode settings = handler.get("/api/v1/organs/eyes-off/approvals").json();
        assertThat(settings.valueStream().map(s -> s.path("required").asBoolean()))
                .containsOnly(false);
        Answer answered = decide(handler, "eyes-off", caseId);
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.json().has("proposal")).isFalse();
        assertThat(granted(handler, "eyes-off")).isEqualTo(1);
    }

    @Test
    void answerCountsOnlyAfterAnotherHasApprovedIt() {
        String organ = "eyes-on";
        admin.organ(organ, "松岭镇人民政府");
        Service handler = staff.hire(organ, "on.wang", Role.HANDLER);
        Service approver = staff.hire(organ, "on.li", Role.APPROVER);
        String caseId = received(handler, organ);
        assertThat(handler.putJson("/api/v1/organs/" + organ + "/approvals/decision", Map.of("required", true))
                        .status())
                .isEqualTo(403);
        require(approver, organ, "decision", true);
        String before = handler.tables(organ, 2025).path("tables").toString();

        String key = UUID.randomUUID().toString();
        Answer proposed = handler.postJson(steps(organ, caseId) + "decide", ANSWER, Map.of("Idempotency-Key", key));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(202);
        assertThat(proposed.json().path("proposal").asString()).isEqualTo(proposal(organ, caseId, 1));
        assertThat(proposed.headers().firstValue("Location")).hasValue(proposal(organ, caseId, 1));
        Answer again = handler.postJson(steps(organ, caseId) + "decide", ANSWER, Map.of("Idempotency-Key", key));
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(proposed.text());

        assertThat(handler.tables(organ, 2025).path("tables").toString()).isEqualTo(before);
        JsonNode open =
                handler.get("/api/v1/organs/" + organ + "/requests/" + caseId).json();
        assertThat(open.at("/clock/phase").asString()).isEqualTo("running");
        assertThat(open.path("proposal").asString()).isEqualTo(proposal(organ, caseId, 1));
        assertThat(handler.get("/api/v1/organs/" + organ + "/proposals")
                        .json()
                        .at("/0/proposedBy")
                        .asString())
                .isEqualTo("on.wang");
        JsonNode shown = approver.get(proposal(organ, caseId, 1)).json();
        assertThat(shown.at("/answer/meansOfAccess").asString()).isEqualTo("复印件随本答复书邮寄");
        assertThat(shown.path("stage").asString()).isEqualTo("open");
        assertThat(handler.get("/api/v1/organs/" + organ + "/cases/" + caseId).text())
                .doesNotContain("复印件随本答复书邮寄");

        assertThat(act(handler, proposal(organ, caseId, 1) + "/approval").status())
                .isEqualTo(403);
        Answer approved = act(approver, proposal(organ, caseId, 1) + "/approval");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(granted(approver, organ)).isEqualTo(1);
        JsonNode answered =
                approver.get("/api/v1/organs/" + organ + "/requests/" + caseId).json();
        assertThat(answered.at("/facts/decidedOn").asString()).isEqualTo("2025-03-10");
        assertThat(answered.has("proposal")).isFalse();
        assertThat(approver.get("/api/v1/organs/" + organ + "/proposals").json())
                .isEmpty();
        JsonNode events = approver.get("/api/v1/organs/" + organ + "/cases/" + caseId)
                .json()
                .path("events");
        assertThat(events.valueStream()
                        .map(e -> e.path("type").asString() + " "
                                + e.at("/metadata/by").asString()))
                .contains("AnswerProposed on.wang", "ProposalApproved on.li", "RequestDecided on.li");
        refused(act(approver, proposal(organ, caseId, 1) + "/approval"), "NO_SUCH_PROPOSAL");
    }

    @Test
    void nobodyApprovesHisOwnAndWhatIsReturnedSaysWhy() {
        String organ = "eyes-own";
        admin.organ(organ, "白沙镇人民政府");
        Service handler = staff.hire(organ, "own.wang", Role.HANDLER);
        Service both = staff.hire(organ, "own.zhao", Role.HANDLER, Role.APPROVER);
        Service approver = staff.hire(organ, "own.li", Role.APPROVER);
        require(approver, organ, "decision", true);
        String caseId = received(handler, organ);

        assertThat(decide(both, organ, caseId).status()).isEqualTo(202);
        refused(act(both, proposal(organ, caseId, 1) + "/approval"), "OWN_PROPOSAL");
        refused(decide(handler, organ, caseId), "PROPOSAL_STILL_OPEN");
        refused(act(handler, proposal(organ, caseId, 1) + "/withdrawal"), "PROPOSAL_OF_ANOTHER");
        refused(approver.postJson(proposal(organ, caseId, 1) + "/return", Map.of("reason", " ")), "REQUIRED");
        Answer returned = approver.postJson(proposal(organ, caseId, 1) + "/return", Map.of("reason", "请写明第几页"));
        assertThat(returned.status()).as(returned.text()).isEqualTo(200);
        JsonNode shown = both.get(proposal(organ, caseId, 1)).json();
        assertThat(shown.path("stage").asString()).isEqualTo("returned");
        assertThat(shown.path("returnedFor").asString()).isEqualTo("请写明第几页");

        assertThat(decide(both, organ, caseId).json().path("proposal").asString())
                .isEqualTo(proposal(organ, caseId, 2));
        assertThat(act(both, proposal(organ, caseId, 2) + "/withdrawal").status())
                .isEqualTo(200);
        require(approver, organ, "decision", false);
        assertThat(decide(both, organ, caseId).status()).isEqualTo(200);
    }

    @Test
    void whatHasBecomeIllegalIsRefusedAndStillWaits() {
        String organ = "eyes-stale";
        admin.organ(organ, "石桥镇人民政府");
        Service handler = staff.hire(organ, "stale.wang", Role.HANDLER);
        Service approver = staff.hire(organ, "stale.li", Role.APPROVER);
        require(approver, organ, "extension", true);
        String caseId = received(handler, organ);
        Answer proposed = handler.postJson(steps(organ, caseId) + "extend", EXTENSION);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(202);
        String due = proposed.json().path("dueOn").asString();
        assertThat(due).isEqualTo("2025-03-31");
        new Requests(handler)
                .step(
                        organ,
                        caseId,
                        "askForCorrection",
                        Map.of("on", "2025-03-05", "correctionDueOn", "2025-03-28", "matters", "年度"));

        refused(act(approver, proposal(organ, caseId, 1) + "/approval"), "CLOCK_STOPPED");
        assertThat(approver.get(proposal(organ, caseId, 1)).json().path("stage").asString())
                .isEqualTo("open");
        new Requests(handler).step(organ, caseId, "takeInCorrection", Map.of("on", "2025-03-12"));
        Answer approved = act(approver, proposal(organ, caseId, 1) + "/approval");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.json().path("dueOn").asString()).isEqualTo("2025-04-24");
    }

    @Test
    void typedRegisterDoesNotLeadRoundItAndImportsTellOfThePast() {
        String organ = "eyes-register";
        admin.organ(organ, "青山镇人民政府");
        Service handler = staff.hire(organ, "register.wang", Role.HANDLER);
        Service approver = staff.hire(organ, "register.li", Role.APPROVER);
        require(approver, organ, "decision", true);
        Map<String, String> facts = Map.of(
                "registrationNumber", "旧1",
                "receivedOn", "2025-03-03",
                "channel", "inPerson",
                "applicantKind", "naturalPerson",
                "applicant", "张某",
                "content", "某事",
                "decidedOn", "2025-03-10",
                "outcome", "granted");

        refused(
                handler.postJson("/api/v1/organs/" + organ + "/registers/requests", Map.of("facts", facts)),
                "APPROVAL_NEEDED");
        Answer imported = admin.importCsv(organ, "requests", """
                登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果
                旧2,2025-03-03,当面,自然人,张某,某事,2025-03-10,予以公开
                """);
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        assertThat(granted(handler, organ)).isEqualTo(1);
    }

    @Test
    void approverOfAnotherOrganGetsTheAnswerOfWhatIsNotThere() {
        String organ = "eyes-mine";
        admin.organ(organ, "甲镇人民政府");
        admin.organ("eyes-theirs", "乙镇人民政府");
        Service handler = staff.hire(organ, "mine.wang", Role.HANDLER);
        Service approver = staff.hire(organ, "mine.li", Role.APPROVER);
        Service stranger = staff.hire("eyes-theirs", "theirs.zhao", Role.APPROVER);
        require(approver, organ, "decision", true);
        String caseId = received(handler, organ);
        decide(handler, organ, caseId);

        Answer theirs = act(stranger, proposal(organ, caseId, 1) + "/approval");
        Answer none = act(stranger, proposal("eyes-none", caseId, 1) + "/approval");
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(theirs.text().replace(organ, "x")).isEqualTo(none.text().replace("eyes-none", "x"));
        Answer underHisOwn = act(stranger, proposal("eyes-theirs", caseId, 1) + "/approval");
        Answer unknown = act(stranger, proposal("eyes-theirs", UUID.randomUUID().toString(), 1) + "/approval");
        assertThat(underHisOwn.status()).isEqualTo(404);
        assertThat(underHisOwn.text().replace(caseId, ""))
                .isEqualTo(unknown.text().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", ""));
        assertThat(approver.get(proposal(organ, caseId, 1)).json().path("stage").asString())
                .isEqualTo("open");
    }

    private static Answer publish(Service who, String organ) {
        return who.postJson(reports(organ) + "versions", Map.of("publishedOn", "2025-01-20"));
    }

    private static String reports(String organ) {
        return "/api/v1/organs/" + organ + "/annual-reports/2024/";
    }

    private void readyToPublish(String organ) {
        admin.organ(organ, "云台镇人民政府");
        assertThat(admin.importCsv(
                                organ,
                                "tallies",
                                "年度,事项,数量\n2024,行政许可,1\n2024,行政处罚,2\n2024,行政强制,0\n2024,行政事业性收费,0.50\n")
                        .status())
                .isEqualTo(200);
        for (String section : new String[] {"overview", "problems", "otherMatters"}) {
            admin.putJson(reports(organ) + "sections/" + section, Map.of("text", "本年度的情况。"));
        }
    }

    @Test
    void reportIsPublishedWhenAnotherHasApprovedItAndNothingHasChanged() {
        String organ = "eyes-report";
        readyToPublish(organ);
        Service statistician = staff.hire(organ, "report.wang", Role.STATISTICIAN);
        Service approver = staff.hire(organ, "report.li", Role.APPROVER);
        require(approver, organ, "publication", true);

        Answer proposed = publish(statistician, organ);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(202);
        String first = proposed.headers().firstValue("Location").orElseThrow();
        assertThat(first).isEqualTo(reports(organ) + "proposals/1");
        assertThat(approver.get(reports(organ) + "versions").json()).isEmpty();
        assertThat(approver.get("/desk").text()).contains("待我审核", "2024年度报告");
        assertThat(statistician.get("/desk").text()).contains("我提交的").doesNotContain("待我审核");
        refused(publish(statistician, organ), "REPORT_PROPOSAL_OPEN");
        assertThat(act(statistician, first + "/approval").status()).isEqualTo(403);

        admin.putJson(reports(organ) + "sections/problems", Map.of("text", "另一种情况。"));
        refused(act(approver, first + "/approval"), "REPORT_CHANGED_SINCE");
        Answer returned = approver.postJson(first + "/return", Map.of("reason", "文字改过了"));
        assertThat(returned.json().path("stage").asString()).isEqualTo("returned");
        assertThat(statistician
                        .get("/organs/" + organ + "/annual-reports/2024/publication")
                        .text())
                .contains("已退回", "文字改过了");

        String second =
                publish(statistician, organ).headers().firstValue("Location").orElseThrow();
        assertThat(second).endsWith("/proposals/2");
        Answer approved = act(approver, second + "/approval");
        assertThat(approved.status()).as(approved.text()).isEqualTo(201);
        assertThat(approved.json().path("publishedOn").asString()).isEqualTo("2025-01-20");
        assertThat(approver.get(reports(organ) + "versions").json()).hasSize(1);
        assertThat(approver.get(reports(organ) + "versions/1/report.docx").status())
                .isEqualTo(200);
        assertThat(approver.get(second).json().path("stage").asString()).isEqualTo("approved");
        assertThat(approver.get(first).json().path("stage").asString()).isEqualTo("returned");
        assertThat(approver.get("/desk").text()).doesNotContain("待我审核");
    }

    @Test
    void reportOfOnesOwnIsNotApproved() {
        String organ = "eyes-report-own";
        readyToPublish(organ);
        Service approver = staff.hire(organ, "report.own", Role.APPROVER);
        require(approver, organ, "publication", true);

        String place = publish(approver, organ).headers().firstValue("Location").orElseThrow();
        refused(act(approver, place + "/approval"), "OWN_REPORT_PROPOSAL");
        assertThat(act(approver, place + "/withdrawal").json().path("stage").asString())
                .isEqualTo("withdrawn");
        require(approver, organ, "publication", false);
        assertThat(publish(approver, organ).status()).isEqualTo(201);
    }
}
