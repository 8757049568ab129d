package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk looks something up in a register, in a browser. */
@RunningService
class RegisterPagesIT {

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

    private void office(String organ) {
        Service service = new Service(port);
        service.organ(organ, "清河镇人民政府");
        StringBuilder csv = new StringBuilder("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,答复文号,处理结果\n");
        for (int n = 1; n <= 60; n++) {
            csv.append("A-%03d,2024-%02d-%02d,%s,自然人,%s,某事,"
                    .formatted(n, 1 + n % 6, 1 + n % 28, n % 2 == 0 ? "当面" : "邮寄", "欧阳明"));
            csv.append(
                    n % 3 == 0
                            ? ",,\n"
                            : "2024-07-%02d,答%03d号,%s\n".formatted(1 + n % 28, n, n % 3 == 1 ? "予以公开" : "不予公开/属于国家秘密"));
        }
        assertThat(service.importCsv(organ, "requests", csv.toString()).status())
                .isEqualTo(200);
    }

    private List<String> firsts() {
        return browser.all("table.list tbody th").stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void listIsNarrowedSortedAndGivenColumnsStepByStep() {
        office("pages-list");
        browser.visit("/organs/pages-list/registers/requests").sees("共 60 条");
        browser.press(browser.all("details.filters summary").get(0)).photograph("register-filters");
        browser.tick("邮寄").tick("属于国家秘密").tick("办理中").tick("答复文号").push("应用");
        browser.sees("共 20 条").photograph("register-filtered");
        assertThat(browser.path()).doesNotContain("欧阳");
        assertThat(browser.all(".chosen li a").stream().map(a -> a.getText().replace("\n", "")))
                .containsExactlyInAnyOrder("去掉条件：申请渠道：邮寄 ×", "去掉条件：处理结果：办理中 ×", "去掉条件：处理结果：不予公开/属于国家秘密 ×");
        assertThat(browser.all("table.list thead th").stream()
                        .map(h -> h.findElement(By.cssSelector("a span")).getText()))
                .contains("答复文号");

        browser.press(browser.all("table.list thead th a").get(1)).sees("按收到日期升序");
        assertThat(browser.all("th[aria-sort=ascending]")).hasSize(1);
        List<String> up = firsts();
        browser.press(browser.all("th[aria-sort] a").get(0)).sees("按收到日期降序").photograph("register-sorted");
        assertThat(browser.all("th[aria-sort=descending]")).hasSize(1);
        assertThat(firsts()).hasSameElementsAs(up).isNotEqualTo(up);

        browser.press(tag("处理结果：办理中")).sees("共 10 条");
        browser.fill("查找", "答0 1").push("查找").sees("含有“答0 1”");
        assertThat(firsts()).isNotEmpty();
        browser.follow("清除全部条件").sees("共 60 条").sees("按收到日期降序");
        browser.follow("下一页").sees("第 2 页，共 2 页");
        assertThat(browser.path()).contains("sort=-receivedOn");

        browser.follow("列表 CSV");
        assertThat(browser.downloaded("列表.csv")).isNotEmptyFile();
    }

    private WebElement tag(String words) {
        return browser.all(".chosen li a").stream()
                .filter(a -> a.getText().contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void faultStandsBesideItsField() {
        new Service(port).organ("pages-faults", "清河镇人民政府");
        browser.visit("/organs/pages-faults/registers/requests?from=2024-03-02&to=2024-03-01&year=24")
                .sees("有 2 处需要改正")
                .sees("收到日期的第一天在最后一天之后")
                .sees("收到年度应为四位数字的年份")
                .photograph("register-faults");
        assertThat(browser.field("收到日期从").getDomAttribute("value")).isEqualTo("2024-03-02");
    }

    @Test
    void applicantIsLookedUpPageByPageWithoutTheNameInTheAddress() {
        office("pages-applicant");
        browser.visit("/organs/pages-applicant/registers/requests").follow("按申请人查找");
        browser.push("查找").sees("请填写申请人姓名（名称）或者证件号码").photograph("applicants-faults");
        browser.fill("申请人姓名（名称）", "欧阳明").push("查找").sees("共 60 件").photograph("applicants");
        browser.push("下一页").sees("第 2 页，共 2 页");
        assertThat(browser.path()).isEqualTo("/organs/pages-applicant/registers/requests/applicants");
        assertThat(firsts()).hasSize(10);
        assertThat(browser.field("申请人姓名（名称）").getDomAttribute("value")).isEqualTo("欧阳明");
    }
}
