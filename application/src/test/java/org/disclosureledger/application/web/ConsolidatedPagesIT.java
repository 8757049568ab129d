package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.consolidation.County;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the tree and of consolidated reports as a clerk without script uses them: forms, answers, faults beside fields. */
@RunningService
class ConsolidatedPagesIT {

    @LocalServerPort
    int port;

    private Service service;

    @BeforeEach
    void connect() throws IOException {
        service = new Service(port);
    }

    private Answer post(String path, Map<String, String> fields) {
        return service.post(
                path,
                "application/x-www-form-urlencoded",
                fields.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void redirected(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    }

    @Test
    void clerkPlacesReadsWaivesAndPublishes() {
        County county = new County(service, "pages");
        county.office("", "页县人民政府", 2024, "R1,2024-03-01,当面,自然人,张某,某事,2024-03-10,予以公开\n", "0.50");
        county.establish("a", "页镇人民政府");
        String tree = "/organ-tree";

        // Faults stand beside their fields, and what was typed is still there.
        Answer typed =
                post(tree + "/placements", Map.of("organ", "pages-a", "superior", "nowhere", "from", "2020-01-01"));
        assertThat(typed.status()).isEqualTo(200);
        assertThat(typed.text())
                .contains("没有代码为 nowhere 的机关", "value=\"nowhere\"", "value=\"2020-01-01\"", "id=\"superior-fault\"");
        assertThat(post(tree + "/placements", Map.of("organ", "pages-a", "from", "昨天"))
                        .text())
                .contains("请填写从哪一天起，例如 2024-03-01");
        redirected(post(tree + "/placements", Map.of("organ", "pages-a", "superior", "pages", "from", "2020-01-01")));
        assertThat(service.get(tree + "?organ=pages-a").text())
                .contains("2020年1月1日起隶属于页县人民政府（pages）", "href=\"/organs/pages/consolidated-reports\"");
        redirected(post(tree + "/mergers", Map.of("merged", "pages-a", "into", "pages", "on", "2024-10-01")));
        assertThat(service.get(tree + "?organ=pages-a").text()).contains("2024年10月1日撤并，由 pages 承接");
        redirected(post(tree + "/merger-withdrawals", Map.of("organ", "pages-a", "reason", "录入错误")));
        assertThat(service.get(tree + "?organ=pages-a").text()).contains("撤销“2024年10月1日撤并”的登记", "已更正");

        String report = "/organs/pages/consolidated-reports/2024";
        String before = service.get(report).text();
        assertThat(before)
                .contains("页县人民政府2024年政府信息公开工作年度报告（汇总）", "未报", "项妨碍发布", "没有数据")
                .contains("href=\"" + report + "/cells/requests/newReceived/total\"");
        assertThat(service.get(report + "/cells/requests/newReceived/total").text())
                .contains("发布时由哪些案件构成", "/organs/pages/annual-reports/2024/cells/requests/newReceived/total?asOf=20");
        String opened = service.get(report + "/cells/requests/newReceived/total")
                .text()
                .replaceAll("(?s).*href=\"(/organs/pages/annual-reports/2024/cells/[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(service.get(opened).text()).contains("R1");

        for (String section : new String[] {"overview", "problems", "otherMatters"}) {
            redirected(post(report + "/sections/" + section, Map.of("text", "全县的情况。")));
        }
        assertThat(post(report + "/publication", Map.of("publishedOn", "2025-03-20"))
                        .text())
                .contains("页镇人民政府（pages-a）没有发布2024年度报告");
        assertThat(post(report + "/waivers", Map.of("check", "members.missing:pages-a:-", "why", "尚未移交"))
                        .text())
                .contains("请写明由谁豁免", "尚未移交");
        redirected(post(
                report + "/waivers", Map.of("check", "members.missing:pages-a:-", "waivedBy", "李主任", "why", "尚未移交")));
        assertThat(service.get(report).text()).contains("已豁免");
        redirected(post(report + "/publication", Map.of("publishedOn", "2025-03-20")));
        assertThat(service.get(report + "/publication").text())
                .contains("逐格相同", "李主任", "/api/v1/organs/pages/consolidated-reports/2024/versions/1/report.docx");
        assertThat(service.get("/organs/pages").text()).contains("href=\"/organs/pages/consolidated-reports\"");
    }

    @Test
    void fileThatDoesNotAddUpIsShownWithWhatFails() {
        County county = new County(service, "pages-files");
        county.establish("", "表县人民政府");
        county.establish("x", "表县教育局");
        County.done(county.place("x", "", "2020-01-01"));
        String page = "/organs/pages-files/consolidated-reports/2024/external-tables/pages-files-x";

        assertThat(service.get(page).text()).contains("下载空白表");
        String form = """
                --form
                Content-Disposition: form-data; name="acceptedBy"

                王局长
                --form
                Content-Disposition: form-data; name="file"; filename="a.json"
                Content-Type: application/json

                {"year":2024}
                --form--
                """.replace("\n", "\r\n");
        Answer refused = service.post(
                page, "multipart/form-data; boundary=form", form.getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("/proactive：缺少", "value=\"王局长\"", "id=\"file-fault\"");
        assertThat(service.get("/organs/pages-files/consolidated-reports/2024/external-tables/pages-files-y")
                        .status())
                .isEqualTo(404);
    }
}
