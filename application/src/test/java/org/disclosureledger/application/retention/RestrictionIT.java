package org.disclosureledger.application.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A closed case is restricted when the term of its organ is over, for everybody, until it is taken up again. */
@RunningService
class RestrictionIT {

    private static final String ORGAN = "restricted";
    private static final String OLD = "诸葛旧案";
    private static final String YOUNG = "诸葛新案";

    @LocalServerPort
    private int port;

    private static Answer post(Service who, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return who.call("POST", path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String caseNumbered(Service service, String number) {
        return service.get("/api/v1/organs/" + ORGAN + "/registers/requests?number=" + number)
                .json()
                .at("/cases/0/case")
                .asString();
    }

    @Test
    void namesOfClosedCasesAreKeptBackUntilTheyAreTakenUpAgain() {
        Service service = new Service(port);
        LocalDate yesterday = LocalDate.now(ClockConfiguration.CHINA).minusDays(1);
        service.organ(ORGAN, "限行镇人民政府");
        service.importCsv(ORGAN, "requests", """
                登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果
                R1,2024-03-01,当面,自然人,诸葛旧案,旧事,2024-03-10,予以公开
                R2,%s,当面,自然人,诸葛新案,新事,%s,予以公开
                R3,2024-03-04,当面,自然人,诸葛待办,旧事,,
                """.formatted(yesterday, yesterday));
        String old = caseNumbered(service, "R1");
        String page = "/organs/" + ORGAN + "/cases/" + old;
        String export = "/api/v1/organs/" + ORGAN + "/registers/requests/export?format=csv";
        String search = "/organs/" + ORGAN + "/registers/requests/applicants";
        assertThat(service.get(page).text()).contains(OLD);
        String tables = service.tables(ORGAN, 2024).path("tables").toString();

        String retention = "/organs/" + ORGAN + "/retention";
        assertThat(post(service, retention + "/term", Map.of()).text()).contains("请选择是否限制处理");
        assertThat(post(service, retention + "/term", Map.of("restricts", "after", "months", "0"))
                        .text())
                .contains("应为 1 至 120 个月");
        assertThat(post(service, retention + "/term", Map.of("restricts", "after", "months", "12"))
                        .status())
                .isEqualTo(302);

        assertThat(service.get(page).text())
                .contains("（已限制处理）")
                .contains("自2025年3月10日起停止")
                .doesNotContain(OLD);
        assertThat(service.get("/api/v1/organs/" + ORGAN + "/cases/" + old).text())
                .doesNotContain(OLD);
        Answer file = service.get(export);
        assertThat(file.status()).as(file.text()).isEqualTo(200);
        assertThat(file.text()).contains("（已限制处理）", YOUNG, "诸葛待办").doesNotContain(OLD);
        assertThat(post(service, search, Map.of("applicant", OLD)).text()).doesNotContain(">R1<");
        assertThat(post(service, search, Map.of("applicant", YOUNG)).text()).contains(">R2<");
        assertThat(service.postJson(
                                "/api/v1/organs/" + ORGAN + "/requests/" + old + "/letters/receipt",
                                Map.of("on", "2024-03-02", "letterNumber", "回1", "values", Map.of()))
                        .status())
                .isEqualTo(409);
        assertThat(service.get(retention).text()).contains("现有 <strong class=\"number\">1</strong> 件");
        assertThat(service.tables(ORGAN, 2024).path("tables").toString()).isEqualTo(tables);
        Service clerk = new Staff(service).hire(ORGAN, "restricted.clerk", Role.CLERK);
        assertThat(clerk.get(page).text()).contains("（已限制处理）").doesNotContain(OLD);
        assertThat(post(clerk, retention + "/term", Map.of("restricts", "never"))
                        .status())
                .isEqualTo(403);

        service.importCsv(ORGAN, "remedies", """
                案件编号,程序,经过复议,登记编号,受理日期,审结日期,结果
                C1,行政复议,,R1,2024-04-08,,
                """);
        assertThat(service.get(page).text()).contains(OLD).doesNotContain("（已限制处理）");
        assertThat(post(service, retention + "/term", Map.of("restricts", "never"))
                        .status())
                .isEqualTo(302);
        assertThat(service.get(retention).text()).contains("没有规定期限");
    }
}
