package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk keeps the list of what the town publishes by itself, in a browser. */
@RunningService
class PublicationPagesIT {

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.signedIn(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void informationIsTakenFromStepToStep() {
        new Service(port).organ("pages-pub", "桦林镇人民政府");
        browser.visit("/organs/pages-pub").follow("主动公开").sees("还没有登记过主动公开的信息").photograph("publications-empty");
        browser.follow("登记一条").push("登记").sees("请填写信息名称").sees("请选择公开内容").photograph("publication-new-faults");
        browser.fill("编号", "2025-001")
                .fill("信息名称", "征收土地补偿标准")
                .choose("公开内容", "城乡建设、征收和农业农村等事项（第二十一条）")
                .fill("本机关重点", "有关农村的重要政策法规")
                .fill("形成日期", "2025-03-03")
                .push("登记");
        browser.sees("下一步是公开前的审查").sees("最迟应于 2025年3月31日 公开，已经超期");
        assertThat(browser.heading()).isEqualTo("征收土地补偿标准");
        assertThat(browser.all("#step-publish")).isEmpty();
        browser.sees("公开：公开前须经审查").photograph("publication-prepared");

        step("review")
                .fill("审查日期", "2025-03-05")
                .fill("审查人", "王主任")
                .choose("审查结论", "不予公开")
                .push("登记审查");
        browser.sees("审查结论为“不予公开”的，须写明理由或者依据").photograph("publication-review-faults");
        browser.choose("审查结论", "可以公开").push("登记审查").sees("已登记：审查");

        step("publish")
                .fill("公开日期", "2025-04-08")
                .choose("公开渠道", "政府网站")
                .fill("具体位置", "首页")
                .push("登记公开");
        browser.sees("已登记，但请核对").sees("最迟应于2025年3月31日公开").sees("2025年4月8日起公开").photograph("publication");

        step("update").fill("变更日期", "2025-06-02").fill("更新内容", "标准调整").push("登记更新");
        browser.sees("有更新尚未公开").sees("仍是更新前的内容");

        browser.press(browser.all("summary").get(browser.all("summary").size() - 1));
        browser.choose("更正哪一项", "公开日期（第2步）：2025年4月8日").fill("更正为", "2025-02-30").push("更正");
        browser.sees("不是存在的日期").sees("请填写理由").photograph("publication-correction-faults");
        browser.fill("更正为", "2025-03-28").fill("更正理由", "录入错误").push("更正").sees("2025年4月8日 → 2025年3月28日");

        step("withdraw").fill("撤回日期", "2025-09-01").fill("理由", "内容失效").push("登记撤回");
        browser.sees("已登记：撤回").sees("公开渠道：全部").sees("已撤回");

        browser.follow("返回主动公开").sees("共 1 条").photograph("publications");
        browser.choose("年度", "2025年").push("筛选").sees("2025年公开情况").photograph("publications-figures");
        assertThat(browser.text()).contains("公开 1 件，更新 1 次，撤回 1 件");
        browser.follow("城乡建设、征收和农业农村等事项").sees("共 1 条").follow("显示全部");
        browser.choose("状态", "待审查").push("筛选").sees("没有符合条件的信息");
    }

    private Browser step(String step) {
        return browser.press(browser.all("#step-" + step + " summary").get(0));
    }

    @Test
    void listCanBeReachedFromTheDeskAndLeadsToTheReport() {
        new Service(port).organ("pages-desk", "云台街道办事处");
        browser.visit("/organs/pages-desk").sees("主动公开").follow("年度报告").sees("请补充：通过政府网站、政务新媒体、公开栏等渠道主动公开");
        assertThat(browser.all("nav.bar a").stream().map(a -> a.getText())).contains("主动公开");
        assertThat(browser.all("main").get(0).findElements(By.tagName("table"))).isNotEmpty();
    }
}
