package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A year is published in a browser, a forgotten request appears, the report is amended. */
@RunningService
class ReportVersionPagesIT {

    private static final String ORGAN = "pages-versions";
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

    private void imported(String register, String csv) {
        Answer answer = service.importCsv(ORGAN, register, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void complete(int year) {
        imported(
                "tallies",
                "年度,事项,数量\n" + year + ",行政许可,1\n" + year + ",行政处罚,2\n" + year + ",行政强制,0\n" + year + ",行政事业性收费,0.50\n");
        for (String section : List.of("overview", "problems", "otherMatters")) {
            service.put(
                    "/api/v1" + REPORTS + year + "/sections/" + section,
                    "application/json",
                    "{\"text\":\"本年度的情况。\"}".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void yearIsPublishedAndAmended() throws IOException {
        service.organ(ORGAN, "清河镇人民政府");
        imported("requests", HEADER + "R1,2023-03-01,当面,自然人,张某,某事,2023-03-10,予以公开\n");
        browser.visit(REPORTS + 2023).sees("本年度报告还没有发布").follow("发布");
        browser.sees("文字没有写完").sees("没有填报，表中为空白");
        browser.push("发布").sees("请填写发布日期，例如 2025-01-20");
        browser.fill("发布日期", "2024-01-20").push("发布").sees("还没有写完").photograph("report-publication-obstacles");
        complete(2023);
        browser.visit(REPORTS + "2023/publication")
                .sees("核对全部成立，各项已经填报，文字已经写完")
                .fill("发布日期", "2024-01-20")
                .push("发布")
                .sees("已发布")
                .sees("逐格相同")
                .photograph("report-published");

        browser.visit("/organs/" + ORGAN + "/registers/requests/new")
                .fill("登记编号", "R2")
                .fill("收到日期", "2023-11-30")
                .choose("申请渠道", "邮寄")
                .choose("申请人类型", "自然人")
                .fill("申请人", "王某")
                .fill("申请内容", "某事")
                .push("登记")
                .sees("还没有登记：会改变已经发布的年度报告")
                .sees("已经发布的2023年度报告（第1版）：一、本年新收政府信息公开申请数量 · 申请人情况 · 自然人 由 1 变为 2")
                .sees("2024年度：二、上年结转政府信息公开申请数量 · 申请人情况 · 总计 随之由 0 变为 1")
                .photograph("report-change-announced");
        browser.tick("已看过上面的变化，仍然登记").push("登记").sees("已登记");
        assertThat(browser.heading()).isEqualTo("R2");

        browser.visit(REPORTS + 2023).sees("下面不是已发布的数字").photograph("report-differs");
        browser.follow("查看差别，修订或者说明")
                .sees("现在的表与第 1 版有")
                .fill("由谁说明", "李主任")
                .push("记下说明")
                .sees("请写明暂不修订的理由")
                .fill("暂不修订的理由", "月底一并修订")
                .push("记下说明")
                .sees("已记下说明")
                .photograph("report-publication-differs");
        browser.follow("逐格、逐案查看和下载差别").sees("R2").sees("已发布").photograph("report-differences");

        complete(2024);
        browser.visit(REPORTS + "2024/publication")
                .sees("上年结转与上年度报告发布的结转下年度不同")
                .push("豁免")
                .sees("请写明由谁豁免")
                .fill("由谁豁免", "李主任")
                .fill("豁免的理由", "上年漏登一件")
                .push("豁免")
                .sees("已豁免")
                .photograph("report-waiver");

        browser.visit(REPORTS + "2023/publication")
                .fill("发布日期", "2025-01-10")
                .push("发布修订版")
                .sees("再发布须写明修订的理由")
                .fill("修订的理由", "补登漏登的一件")
                .push("发布修订版")
                .sees("已发布")
                .sees("第2版")
                .photograph("report-amended");
        browser.visit(REPORTS + "2024/publication")
                .fill("发布日期", "2025-01-20")
                .push("发布")
                .sees("已发布");
        browser.visit(REPORTS + "2024/trail").sees("豁免校验").photograph("trail-waived");

        Path file = Files.writeString(
                directory.resolve("漏登.csv"), HEADER + "R3,2024-11-30,邮寄,自然人,王某,某事,,\n", StandardCharsets.UTF_8);
        browser.visit("/organs/" + ORGAN + "/imports")
                .tick("申请台账")
                .hand("文件", file)
                .push("导入")
                .sees("会改变已经发布的年度报告，没有登记任何内容")
                .sees("已经发布的2024年度报告（第1版）")
                .photograph("import-change-announced");
    }
}
