package org.disclosureledger.application.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A notice is entered, open requests' last days move and say so, answered ones stay. */
@RunningService
class CalendarIT {

    private static final String REGISTER = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\n";

    @LocalServerPort
    private int port;

    private Service organ(String code) {
        Service service = new Service(port);
        service.organ(code, "日历镇人民政府");
        return service;
    }

    private static String calendar(String organ) {
        return "/api/v1/organs/" + organ + "/calendar";
    }

    private static Map<String, Object> change(String day, boolean worked, String number) {
        return Map.of("day", day, "worked", worked, "noticeNumber", number, "noticedOn", "2026-01-05");
    }

    @Test
    void shippedYearNamesItsNotice() {
        Service service = organ("calendar-shipped");

        JsonNode year = service.get(calendar("calendar-shipped") + "?year=2024").json();

        assertThat(year.path("workingDays").asInt()).isEqualTo(251);
        assertThat(year.path("settled").asBoolean()).isTrue();
        assertThat(year.path("notice").asString()).contains("国办发明电");
        assertThat(service.get(calendar("calendar-shipped") + "?year=2031")
                        .json()
                        .path("settled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void openRequestsMoveWithTheCalendarAndAnsweredOnesDoNot() {
        Service service = organ("calendar-moves");
        service.importCsv(
                "calendar-moves",
                "requests",
                REGISTER + "2026-001,2026-03-02,当面,自然人,甲,甲事,,\n2026-002,2026-03-02,当面,自然人,乙,乙事,2026-03-09,予以公开\n");
        JsonNode cases = service.get("/api/v1/organs/calendar-moves/registers/requests")
                .json()
                .path("cases");

        Answer changed =
                service.postJson(calendar("calendar-moves") + "/changes", change("2026-03-10", false, "某县防指〔2026〕1号"));

        assertThat(changed.status()).as(changed.text()).isEqualTo(201);
        for (JsonNode each : cases) {
            boolean open =
                    each.path("facts").path("registrationNumber").asString().equals("2026-001");
            List<String> moves = service.get("/api/v1/organs/calendar-moves/cases/"
                            + each.path("case").asString())
                    .json()
                    .path("events")
                    .valueStream()
                    .filter(e -> e.path("type").asString().equals("DeadlineMoved"))
                    .map(e -> e.path("payload").path("previousDueOn").asString() + " "
                            + e.path("payload").path("newDueOn").asString() + " "
                            + e.path("payload").path("calendarNotice").asString())
                    .toList();
            // 20 working days after 2 March end on Monday the 30th; one day less, on the 31st
            assertThat(moves).isEqualTo(open ? List.of("2026-03-30 2026-03-31 某县防指〔2026〕1号") : List.of());
        }
    }

    @Test
    void calendarOfOneOrganIsNotAnothers() {
        Service service = organ("calendar-one");
        service.organ("calendar-other", "另一镇人民政府");

        service.postJson(calendar("calendar-one") + "/changes", change("2026-03-11", false, "通知"));

        assertThat(service.get(calendar("calendar-one") + "?year=2026").text()).contains("2026-03-11");
        assertThat(service.get(calendar("calendar-other") + "?year=2026").text())
                .doesNotContain("2026-03-11");
    }

    @Test
    void impossibleNoticeIsRefusedWithItsGround() {
        Service service = organ("calendar-refused");

        Answer answer = service.postJson(
                calendar("calendar-refused") + "/notices",
                Map.of(
                        "year",
                        2027,
                        "noticeNumber",
                        "国办发明电〔2026〕9号",
                        "noticedOn",
                        "2026-01-05",
                        "offDays",
                        List.of("2028-01-01")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("DAY_OF_ANOTHER_YEAR", "国务院办公厅节假日安排通知");
    }

    @Test
    void fileIsCheckedFirstAndGoesOutAsItCameIn() {
        Service service = organ("calendar-file");
        String csv = "日期,类别,通知文号\n2031-01-01,放假,国办发明电〔2030〕9号\n2031-01-04,上班,国办发明电〔2030〕9号\n";
        String place = calendar("calendar-file") + "/import?noticedOn=2026-01-05";

        Answer checked = service.post(place + "&dryRun=true", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(checked.json().path("events").asInt()).isZero();
        Answer taken = service.post(place, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.json().path("events").asInt()).as(taken.text()).isEqualTo(1);
        Answer again = service.post(place, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(again.json().path("events").asInt()).isZero();
        assertThat(service.get(calendar("calendar-file") + "/export.csv").text())
                .contains("2031-01-01,放假,国办发明电〔2030〕9号", "2031-01-04,上班,国办发明电〔2030〕9号");

        Answer faulty =
                service.post(place, "text/csv", "2031-13-01,放假,a\n2031-01-01,休,a\n".getBytes(StandardCharsets.UTF_8));
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text()).contains("第 1 行", "第 2 行");
    }

    @Test
    void pageShowsTheYear() {
        Service service = organ("calendar-page");

        assertThat(service.get("/organs/calendar-page/calendar?year=2024").text())
                .contains("2024年工作日历", "2024年2月18日（星期日）", "登记放假通知");
        assertThat(service.get("/organs/calendar-page/calendar?year=2032").text())
                .contains("还没有这一年的放假通知");
    }
}
