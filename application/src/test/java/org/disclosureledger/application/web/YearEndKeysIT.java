package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A year is filled in, written, looked at and published by somebody who has no mouse. */
@RunningService
class YearEndKeysIT {

    private static final String ORGAN = "year-by-keys";

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

    @Test
    void yearIsPublishedByTheKeyboardAlone() {
        service.organ(ORGAN, "清河镇人民政府");
        assertThat(service.importCsv(
                                ORGAN,
                                "requests",
                                "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\nR1,2023-03-01,当面,自然人,张某,某事,2023-03-10,予以公开\n")
                        .status())
                .isEqualTo(200);
        browser.visit("/organs/" + ORGAN);
        Keyboard keys = new Keyboard(browser);

        keys.skip().reach("2023年政府信息公开工作年度报告").press(Keys.ENTER);
        browser.sees("还有 4 项数量没有填报");
        keys.skip().reach("行政许可（件）").type("1").tab(1).type("2").tab(1).type("0");
        keys.press(Keys.ENTER);
        browser.sees("还有 1 项数量没有填报");
        int filled = keys.count();

        Map<String, String> texts = Map.of("一、总体情况", "本年度的情况。", "五、存在的主要问题及改进情况", "主要问题。", "六、其他需要报告的事项", "没有。");
        for (String part : browser.all("[data-unfinished] a").stream()
                .map(a -> a.getText())
                .toList()) {
            keys.reach(part).press(Keys.ENTER);
            browser.sees("每段一行");
            assertThat(browser.focus()).isEqualTo("文字");
            keys.replace(String.valueOf(texts.get(part))).tab(1);
            assertThat(browser.focus()).isEqualTo("保存");
            keys.press(Keys.ENTER);
            browser.sees("已保存");
        }
        int written = keys.count();

        keys.reach("预览").press(Keys.ENTER);
        browser.sees("本年度的情况。");
        keys.reach("返回2023年度报告").press(Keys.ENTER);
        browser.sees("本年度报告还没有发布");
        keys.skip().reach("发布").press(Keys.ENTER);
        browser.sees("发布以前");

        keys.skip().reach("发布").press(Keys.ENTER);
        browser.sees("请填写发布日期");
        assertThat(browser.focus()).startsWith("有 1 处需要改正");
        keys.tab(1).press(Keys.ENTER);
        assertThat(browser.focus()).isEqualTo("发布日期");
        keys.date("发布日期", "2024-01-20").press(Keys.ENTER);
        browser.sees("请先更正；确实不能更正的，由指名的人写明理由豁免");
        keys.reach("由谁豁免").type("李主任").tab(1).type("财政部门统一收取").tab(1);
        assertThat(browser.focus()).isEqualTo("豁免");
        keys.press(Keys.ENTER);
        browser.sees("已豁免");
        assertThat(browser.focus()).contains("豁免");
        keys.reach("发布日期").date("发布日期", "2024-01-20").press(Keys.ENTER);
        browser.sees("已发布").sees("逐格相同").photograph("report-published-by-keys");

        System.out.println("a year by keyboard: " + keys.count() + " keys, " + keys.asTypedByPeople()
                + " with Chinese by its sounds; until the numbers were filled in " + filled
                + ", until the texts were written " + written);
        assertThat(keys.count()).isLessThan(250);
    }
}
