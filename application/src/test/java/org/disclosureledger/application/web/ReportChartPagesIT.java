package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An office looks at its year: beside the last one, as charts, and as it will be printed. */
@RunningService
class ReportChartPagesIT {

    private static final String ORGAN = "pages-charts";
    private static final String REPORTS = "/organs/" + ORGAN + "/annual-reports/";
    private static final String HEADER = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\n";

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;
    private Service service;

    @BeforeEach
    void open() throws IOException {
        service = new Service(port);
        browser = Browser.signedIn(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void requests(int year, int count, String kind, String result, int from) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            String month = String.format("%02d", 1 + (i * 5) % 11);
            csv.append("%d-%s%d,%d-%s-05,当面,%s,张某,某事,%d-%s-%d,%s\n"
                    .formatted(year, result, i, year, month, kind, year, month, from + i % 15, result));
        }
        Answer answer = service.importCsv(ORGAN, "requests", csv.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void publish(int year) {
        service.importCsv(
                ORGAN,
                "tallies",
                "年度,事项,数量\n" + year + ",行政许可,1\n" + year + ",行政处罚,2\n" + year + ",行政强制,0\n" + year + ",行政事业性收费,0.50\n");
        for (String section : List.of("overview", "problems", "otherMatters")) {
            service.put(
                    "/api/v1" + REPORTS + year + "/sections/" + section,
                    "application/json",
                    "{\"text\":\"本年度的情况。\"}".getBytes(StandardCharsets.UTF_8));
        }
        Answer answer = service.postJson(
                "/api/v1" + REPORTS + year + "/versions", Map.of("publishedOn", (year + 1) + "-01-20"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void yearIsSeenBesideTheLastOneAsChartsAndAsItIsPrinted() throws IOException {
        service.organ(ORGAN, "清河镇人民政府");
        requests(2023, 30, "自然人", "予以公开", 10);
        requests(2024, 34, "自然人", "予以公开", 10);
        requests(2024, 9, "商业企业", "部分公开", 12);
        requests(2024, 4, "自然人", "本机关不掌握相关政府信息", 14);

        browser.visit(REPORTS + 2024).sees("比上年增加17件，增长56.7%").photograph("report-with-charts-link");
        browser.follow("与上年度比较").sees("2023年度报告没有发布，上年度的数和本年度的数都按台账统计");
        assertThat(browser.text()).contains("47 30 +17 +56.7%").contains("9 0 +9 —");

        publish(2023);
        requests(2023, 31, "自然人", "予以公开", 10);
        browser.visit(REPORTS + "2024/years")
                .sees("2023年度报告第1版，2024年1月20日（周六）发布")
                .photograph("report-years");
        assertThat(browser.text()).contains("47 30 +17 +56.7%");
        browser.press(browser.all("table.years a[href*='/2023/cells/requests/newReceived/total']")
                .get(0));
        browser.sees("本年新收政府信息公开申请数量");
        assertThat(browser.all(".figure .number").get(0).getText()).isEqualTo("30");

        browser.visit(REPORTS + 2024).sees("比上年增加17件，增长56.7%").follow("图表").sees("2024年各月收到的政府信息公开申请");
        assertThat(browser.all("svg[role=img]")).hasSize(6);
        browser.photograph("report-charts");
        browser.push("下载图 (PNG)：2024年各月收到的政府信息公开申请");
        BufferedImage picture = ImageIO.read(browser.downloaded(".png").toFile());
        assertThat(colours(picture)).as("different colours of the picture").isGreaterThan(3);
        browser.press(browser.all("details summary").get(0));
        browser.sees("合计");
        browser.photograph("report-charts-data");

        browser.visit(REPORTS + 2024).follow("预览").sees("清河镇人民政府2024年政府信息公开工作年度报告");
        browser.photograph("report-preview");
        browser.follow("附上图表").sees("附：图表").photograph("report-preview-charts");
        assertThat(browser.all("[data-print]").get(0).isDisplayed()).isTrue();
    }

    /** One is a sheet on which nothing was drawn. */
    private static long colours(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth())
                .flatMap(x -> IntStream.range(0, picture.getHeight()).map(y -> picture.getRGB(x, y)))
                .distinct()
                .count();
    }
}
