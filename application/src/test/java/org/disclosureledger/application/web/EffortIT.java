package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.web.Browser.Effort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How many clicks and keys the main ways take; the guide says the same numbers. */
@RunningService
class EffortIT {

    private static final Path GUIDE = Path.of("..", "docs", "user-guide.md");

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

    /** The guide's table has a row for each way. */
    private static void written(String way, Effort... efforts) throws IOException {
        int clicks = 0;
        int keys = 0;
        for (Effort effort : efforts) {
            clicks += effort.clicks();
            keys += effort.keys();
        }
        System.out.printf("%s: %d clicks, %d keys%n", way, clicks, keys);
        assertThat(Files.readString(GUIDE)).contains("| " + way + " | " + clicks + " | " + keys + " |");
    }

    @Test
    void requestFromItsArrivalToTheAnswer() throws IOException {
        service.organ("effort-request", "清河镇人民政府");
        browser.visit("/organs/effort-request");
        browser.effort();
        browser.follow("登记申请")
                .fill("收到日期", "2025-03-03")
                .choose("申请渠道", "当面")
                .choose("申请人类型", "自然人")
                .fill("申请人", "张某")
                .choose("身份证明", "已查验原件")
                .fill("申请内容", "某某村道路工程的合同")
                .push("登记")
                .sees("已登记，编号 2025-001");
        Effort registered = browser.effort();
        written("登记收到的一件申请", registered);
        browser.follow("直接选择结果")
                .tick("予以公开")
                .fill("答复日期", "2025-03-20")
                .fill("获取信息的方式", "复印件邮寄")
                .fill("答复文号", "答1号")
                .push("登记")
                .sees("已登记：作出答复");
        written("答复一件申请（直接选择结果）", browser.effort());
    }

    @Test
    void yearFromItsChecksToThePublication() throws IOException {
        String organ = "effort-year";
        service.organ(organ, "清河镇人民政府");
        assertThat(service.importCsv(
                                organ,
                                "requests",
                                "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\nR1,2023-03-01,当面,自然人,张某,某事,2023-03-10,予以公开\n")
                        .status())
                .isEqualTo(200);
        browser.visit("/organs/" + organ);
        browser.effort();
        browser.follow("年度报告").follow("2023年").sees("还有 4 项数量没有填报");
        browser.fill("行政许可", "1")
                .fill("行政处罚", "2")
                .fill("行政强制", "0")
                .fill("行政事业性收费", "0.5")
                .push("填报")
                .sees("核对通过");
        Effort filled = browser.effort();
        for (String section : List.of("总体情况", "存在的主要问题及改进情况", "其他需要报告的事项")) {
            browser.follow("修改" + section);
            browser.fill("文字", "本年度的情况。").push("保存").sees("已保存");
        }
        Effort texts = browser.effort();
        browser.follow("发布")
                .sees("核对全部成立")
                .fill("发布日期", "2024-01-20")
                .push("发布")
                .sees("逐格相同");
        written("年底：填报数量、写文字、核对、发布", filled, texts, browser.effort());
    }
}
