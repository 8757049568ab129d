package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The pictures of the user guide. Beside each lies what the page said when it was taken, without numbers: a page that says
 * something else makes its picture stale, and {@code -Dledger.guide=write} takes them all anew.
 */
@RunningService
@Import(GuidePicturesIT.InMarch.class)
class GuidePicturesIT {

    private static final Path GUIDE = Path.of("..", "docs", "user-guide.md");
    private static final Path PICTURES = Path.of("..", "docs", "images");
    private static final String ORGAN = "guide";

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;
    private Service service;

    /** A clock that goes on from one morning, so that the same things are due whenever the pictures are taken. */
    @TestConfiguration
    static class InMarch {

        @Bean
        @Primary
        Clock march() {
            Clock china = Clock.system(ZoneId.of("Asia/Shanghai"));
            return Clock.offset(china, Duration.between(china.instant(), Instant.parse("2025-03-20T01:00:00Z")));
        }
    }

    @BeforeEach
    void open() throws IOException {
        service = new Service(port);
        browser = Browser.open(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void done(String path, Map<String, ?> body) {
        Answer answer = service.postJson("/api/v1/organs/" + ORGAN + path, body);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    private void imported(String register, String csv) {
        Answer answer = service.importCsv(ORGAN, register, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Map<String, String> addresses() {
        service.organ(ORGAN, "清河镇人民政府");
        imported("requests", """
                登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,补正告知日期,答复日期,处理结果
                2024-031,2024-11-05,当面,自然人,王某,集体土地征收补偿方案,,2024-11-20,予以公开
                2024-032,2024-12-18,网络,商业企业,某某公司,政府采购合同,,2025-01-10,部分公开
                2025-001,2025-01-06,邮寄,自然人,张某,道路工程的合同,,2025-01-24,予以公开
                2025-002,2025-02-13,网络,自然人,李某,拆迁补偿标准,,,
                2025-003,2025-02-20,当面,法律服务机构,某某律师事务所,规划许可的档案,,,
                2025-004,2025-02-25,网络,自然人,陈某,某某地块的批复,,,
                2025-005,2025-03-03,网络,自然人,赵某,低保名单,2025-03-07,,
                2025-006,2025-03-14,当面,科研机构,某某研究所,统计数据,,,
                """);
        imported("tallies", "年度,事项,数量\n2024,行政许可,126\n2024,行政处罚,35\n2024,行政强制,2\n2024,行政事业性收费,0.50\n");
        for (String section : new String[] {"overview", "problems", "otherMatters"}) {
            service.put(
                    "/api/v1/organs/" + ORGAN + "/annual-reports/2024/sections/" + section,
                    "application/json",
                    "{\"text\":\"本年度的情况。\"}".getBytes(StandardCharsets.UTF_8));
        }
        done("/annual-reports/2024/versions", Map.of("publishedOn", "2025-01-20"));
        String request = service.get("/api/v1/organs/" + ORGAN + "/registers/requests?number=2025-004")
                .json()
                .at("/cases/0/case")
                .asString();
        String organ = "/organs/" + ORGAN;
        Map<String, String> addresses = new TreeMap<>();
        addresses.put("desk", organ);
        addresses.put("due-calendar", organ + "/requests/calendar");
        addresses.put("requests", organ + "/requests");
        addresses.put("receipt", organ + "/requests/new");
        addresses.put("case", organ + "/cases/" + request);
        addresses.put("register", organ + "/registers/requests");
        addresses.put("imports", organ + "/imports");
        addresses.put("report", organ + "/annual-reports/2024");
        addresses.put("figure", organ + "/annual-reports/2024/cells/requests/newReceived/total");
        addresses.put("publication", organ + "/annual-reports/2024/publication");
        addresses.put("calendar", organ + "/calendar?year=2025");
        addresses.put("verify", "/ledger/verify");
        return addresses;
    }

    /** What a page says, without what is different every time. */
    private static String words(String text) {
        return text.replaceAll("[0-9a-f]{8,}…?", "#").replaceAll("\\d+", "#") + "\n";
    }

    @Test
    void picturesShowThePagesAsTheyAre() throws IOException {
        boolean write = "write".equals(System.getProperty("ledger.guide"));
        browser.signIn(Service.PASSWORD);
        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<String, String> page : addresses().entrySet()) {
            String name = page.getKey();
            browser.visit(page.getValue());
            Path words = PICTURES.resolve(name + ".txt");
            String said = words(browser.text());
            if (write) {
                Files.createDirectories(PICTURES);
                Files.write(PICTURES.resolve(name + ".png"), browser.picture());
                Files.writeString(words, said);
            }
            softly.assertThat(PICTURES.resolve(name + ".png")).isNotEmptyFile();
            softly.assertThat(Files.exists(words) ? Files.readString(words) : "")
                    .as("the picture %s of the guide is stale; -Dledger.guide=write takes it anew", name)
                    .isEqualTo(said);
        }
        softly.assertAll();
    }

    @Test
    void guideShowsEveryPicture() throws IOException {
        String guide = Files.readString(GUIDE);
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertThat(files.map(f -> f.getFileName().toString())
                            .filter(name -> name.endsWith(".png"))
                            .collect(Collectors.toSet()))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(guide).contains("](images/" + name + ")"));
        }
    }
}
