package org.disclosureledger.application.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who handles a request: chosen, handed over, left when the account is suspended; and the desk by person. */
@RunningService
class HandlerIT {

    private static final String ORGAN = "hands";
    private static final String PATH = "/api/v1/organs/" + ORGAN + "/requests";

    @LocalServerPort
    private int port;

    private static String received(Service service, String organ, String content) {
        return new Requests(service)
                .received(organ, Requests.receipt("2025-03-03", "张某", content))
                .path("case")
                .asString();
    }

    private static Answer assign(Service who, String caseId, String login) {
        return who.putJson(PATH + "/" + caseId + "/handler", Map.of("handler", login, "reason", "分工"));
    }

    private static void refused(Answer answer, String rule) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains(rule);
    }

    private static List<String> numbers(JsonNode list) {
        return list.path("requests")
                .valueStream()
                .map(r -> r.path("registrationNumber").asString())
                .toList();
    }

    @Test
    void requestsAreHandedFromOneToTheOtherAndListedByPerson() {
        Service admin = new Service(port);
        admin.organ(ORGAN, "清河镇人民政府");
        admin.organ("hands-other", "松岭镇人民政府");
        Staff staff = new Staff(admin);
        Service wang = staff.hire(ORGAN, "hands.wang", Role.HANDLER);
        Service li = staff.hire(ORGAN, "hands.li", Role.HANDLER);
        Service clerk = staff.hire(ORGAN, "hands.clerk", Role.CLERK);
        staff.hire("hands-other", "hands.far", Role.HANDLER);
        String first = received(clerk, ORGAN, "甲");
        String second = received(clerk, ORGAN, "乙");
        received(clerk, ORGAN, "丙");

        assertThat(clerk.get(PATH + "/" + first).json().has("handler")).isFalse();
        assertThat(assign(clerk, first, "hands.wang").status()).isEqualTo(403);
        assertThat(assign(wang, first, "hands.wang").json().path("events").asInt())
                .isEqualTo(1);
        assertThat(assign(wang, first, "hands.wang").json().path("events").asInt())
                .isZero();
        assertThat(assign(li, second, "hands.wang").status()).isEqualTo(200);
        refused(assign(wang, first, "hands.clerk"), "HANDLER_UNFIT");
        refused(assign(wang, first, "hands.far"), "HANDLER_UNFIT");
        refused(assign(wang, first, "hands.nobody"), "HANDLER_UNFIT");

        assertThat(assign(wang, first, "hands.li").status()).isEqualTo(200);
        assertThat(wang.get(PATH + "/" + first).json().at("/handler/login").asString())
                .isEqualTo("hands.li");
        assertThat(wang.get(PATH + "/" + first).json().at("/handler/name").asString())
                .isEqualTo("某某hands.li");
        assertThat(numbers(wang.get(PATH + "?handler=hands.wang").json())).containsExactly("2025-002");
        assertThat(numbers(wang.get(PATH + "?handler=hands.li").json())).containsExactly("2025-001");
        assertThat(numbers(wang.get(PATH + "?unassigned=true").json())).containsExactly("2025-003");
        assertThat(wang.get(PATH).json().path("count").asInt()).isEqualTo(3);
        assertThat(wang.get(PATH + "?handler=hands.wang")
                        .json()
                        .at("/counts/open")
                        .asInt())
                .isEqualTo(1);
        assertThat(wang.get(PATH + "?handler=hands.wang&unassigned=true").status())
                .isEqualTo(400);
    }

    @Test
    void whatAnAccountLeavesBehindIsShownUntilSomebodyTakesOver() {
        String organ = "hands-left";
        String path = "/api/v1/organs/" + organ + "/requests/";
        Service admin = new Service(port);
        admin.organ(organ, "白沙镇人民政府");
        Staff staff = new Staff(admin);
        Service wang = staff.hire(organ, "left.wang", Role.HANDLER);
        Service li = staff.hire(organ, "left.li", Role.HANDLER);
        String caseId = received(wang, organ, "甲");
        wang.putJson(path + caseId + "/handler", Map.of("handler", "left.wang"));
        assertThat(li.get(path + caseId).json().at("/handler/active").asBoolean())
                .isTrue();

        Answer suspended = admin.as("sysadmin", Service.PASSWORD)
                .postJson("/api/v1/accounts/left.wang/suspension", Map.of("reason", "调离"));
        assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);

        assertThat(li.get(path + caseId).json().at("/handler/active").asBoolean())
                .isFalse();
        String page = li.get("/organs/" + organ + "/requests").text();
        assertThat(page).contains("承办人已停用").contains("某某left.wang");
        refused(li.putJson(path + caseId + "/handler", Map.of("handler", "left.wang")), "HANDLER_UNFIT");
        assertThat(li.putJson(path + caseId + "/handler", Map.of("handler", "left.li"))
                        .status())
                .isEqualTo(200);
        assertThat(li.get("/organs/" + organ + "/requests").text()).doesNotContain("承办人已停用");

        Answer released = li.postJson(path + caseId + "/handler/release", Map.of("reason", "另行研究"));
        assertThat(released.json().path("events").asInt()).isEqualTo(1);
        assertThat(li.get(path + caseId).json().has("handler")).isFalse();
        String history = li.get("/organs/" + organ + "/cases/" + caseId).text();
        assertThat(history).contains("承办人：某某left.li", "原承办人：某某left.wang", "理由：另行研究", "还没有分派");
    }

    @Test
    void answeredRequestsAreListedByWhoHandledThemAndChangeHandsNoMore() {
        String organ = "hands-done";
        String path = "/api/v1/organs/" + organ + "/requests";
        Service admin = new Service(port);
        admin.organ(organ, "石桥镇人民政府");
        Service wang = new Staff(admin).hire(organ, "done.wang", Role.HANDLER);
        for (String content : List.of("甲", "乙")) {
            String caseId = received(wang, organ, content);
            if (content.equals("甲")) {
                wang.putJson(path + "/" + caseId + "/handler", Map.of("handler", "done.wang"));
            }
            new Requests(wang)
                    .step(
                            organ,
                            caseId,
                            "decide",
                            Map.of("on", "2025-03-10", "outcome", "granted", "meansOfAccess", "复印件"));
            refused(
                    wang.putJson(path + "/" + caseId + "/handler", Map.of("handler", "done.wang")),
                    "HANDLER_AFTER_ANSWER");
        }

        JsonNode his = wang.get(path + "?state=answered&handler=done.wang").json();
        assertThat(numbers(his)).containsExactly("2025-001");
        assertThat(his.path("count").asInt()).isEqualTo(1);
        assertThat(his.at("/requests/0/handler/login").asString()).isEqualTo("done.wang");
        assertThat(numbers(wang.get(path + "?state=answered&unassigned=true").json()))
                .containsExactly("2025-002");
        assertThat(wang.get(path + "?state=answered").json().path("count").asInt())
                .isEqualTo(2);
    }

    @Test
    void pastIsListedByWhoHandledItThen() {
        String organ = "hands-past";
        String path = "/api/v1/organs/" + organ + "/requests";
        Service admin = new Service(port);
        admin.organ(organ, "青山镇人民政府");
        Service wang = new Staff(admin).hire(organ, "past.wang", Role.HANDLER);
        String caseId = received(wang, organ, "甲");
        wang.putJson(path + "/" + caseId + "/handler", Map.of("handler", "past.wang"));
        String then = wang.get("/api/v1/organs/" + organ + "/cases/" + caseId)
                .json()
                .path("events")
                .valueStream()
                .reduce((a, b) -> b)
                .orElseThrow()
                .path("recordedAt")
                .asString();
        wang.postJson(path + "/" + caseId + "/handler/release", Map.of());

        assertThat(numbers(wang.get(path + "?handler=past.wang").json())).isEmpty();
        assertThat(numbers(wang.get(path + "?handler=past.wang&asOf=" + then).json()))
                .containsExactly("2025-001");
        assertThat(numbers(wang.get(path + "?unassigned=true&asOf=" + then).json()))
                .isEmpty();
    }
}
