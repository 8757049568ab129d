package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.security.Staff;
import org.disclosureledger.domain.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people and one answer: the first takes the case and proposes, the second returns it once and then approves. */
@RunningService
class ApprovalPagesIT {

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;
    private String organ = "";
    private String page = "";
    private String wang = "";
    private String li = "";
    private String chen = "";

    /** Each test has an office of its own. */
    @BeforeEach
    void open(TestInfo test) throws IOException {
        String name = "pages." + test.getTestMethod().orElseThrow().getName().substring(0, 6);
        organ = "approval." + name;
        wang = name + ".wang";
        li = name + ".li";
        chen = name + ".chen";
        Requests requests = Requests.of(port, organ);
        Staff staff = new Staff(new Service(port));
        staff.hire(organ, wang, Role.HANDLER);
        staff.hire(organ, li, Role.APPROVER);
        staff.hire(organ, chen, Role.STATISTICIAN);
        page = "/organs/" + organ + "/cases/" + requests.received("2025-001", "张某");
        requests.received("2025-002", "李某");
        browser = Browser.open(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Browser as(String login) {
        if (!browser.visit("/").all(".masthead-out").isEmpty()) {
            browser.push("退出").sees("已退出登录");
        }
        return browser.visit("/login")
                .fill("用户名", login)
                .fill("密码", Staff.PASSWORD)
                .push("登录");
    }

    private void open(String summary) {
        browser.press(browser.all("summary").stream()
                .filter(s -> s.getText().equals(summary))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void answerIsProposedReturnedChangedAndApproved() {
        as(li).visit("/organs/" + organ).follow("哪些步骤须经审核").sees("现在：不须审核");
        browser.push("改为须经审核：作出答复")
                .sees("已登记：作出答复须经另一人审核")
                .photograph("approvals")
                .zoom("approvals");

        as(wang).visit(page).sees("还没有分派").push("我来办理").sees("已确定承办人。");
        assertThat(browser.text()).contains("某某" + wang).doesNotContain("我来办理");
        open("转交他人，或者不再确定承办人");
        browser.sees("本机关没有其他担任承办岗的人员").photograph("request-handler");
        browser.visit("/organs/" + organ + "/requests")
                .photograph("requests-people")
                .zoom("requests-people");
        assertThat(browser.all(".people a"))
                .extracting(link -> link.getText().replace("件在办", "").strip())
                .containsExactly("全部 2", "我的 1", "未分派 1");
        browser.follow("我的 1 件在办");
        assertThat(browser.all("tbody th")).extracting(WebElement::getText).containsExactly("2025-001");
        browser.follow("未分派 1 件在办");
        assertThat(browser.all("tbody th")).extracting(WebElement::getText).containsExactly("2025-002");

        browser.visit(page).follow("直接选择结果").sees("须经审核").photograph("step-approval");
        browser.tick("予以公开")
                .fill("答复日期", "2025-03-10")
                .fill("获取信息的方式", "复印件")
                .push("提交审核")
                .sees("已提交审核：作出答复")
                .sees("待审核 作出答复")
                .photograph("request-proposed");
        assertThat(browser.text()).contains("在此之前期限照常计算", "自己提交的，须由另一人审核");
        assertThat(browser.all("button"))
                .extracting(WebElement::getText)
                .contains("撤回")
                .doesNotContain("批准");

        as(li).visit("/desk")
                .sees("待我审核")
                .sees("作出答复，" + wang + " 提交")
                .photograph("desk-people")
                .zoom("desk-people");
        browser.visit("/organs/" + organ)
                .sees("等待审核")
                .photograph("organ-waiting")
                .follow("2025-001")
                .sees("获取方式：复印件")
                .photograph("request-to-approve");
        open("退回");
        browser.push("退回给提交人")
                .sees("请填写退回的理由")
                .fill("退回的理由", "请写明几页")
                .photograph("request-return")
                .push("退回给提交人")
                .sees("已退回，提交人可以修改");

        as(wang).visit(page).sees("退回的理由：请写明几页").photograph("request-returned");
        browser.follow("修改后再次提交");
        assertThat(browser.field("获取信息的方式").getDomProperty("value")).isEqualTo("复印件");
        browser.fill("获取信息的方式", "复印件 12 页").push("提交审核").sees("已提交审核");

        as(li).visit(page)
                .sees("获取方式：复印件 12 页")
                .push("批准")
                .sees("已批准，已登记：作出答复")
                .sees("已于2025年3月10日答复")
                .photograph("request-approved");
        assertThat(browser.text()).contains("提交审核：答复", "审核退回", "审核批准", "由 " + li + " 登记");
        browser.visit("/desk");
        assertThat(browser.text()).doesNotContain("待我审核");
    }

    private void readyToPublish() {
        Service admin = new Service(port);
        assertThat(admin.importCsv(
                                organ,
                                "tallies",
                                "年度,事项,数量\n2024,行政许可,1\n2024,行政处罚,2\n2024,行政强制,0\n2024,行政事业性收费,0.50\n")
                        .status())
                .isEqualTo(200);
        for (String section : new String[] {"overview", "problems", "otherMatters"}) {
            admin.putJson(
                    "/api/v1/organs/" + organ + "/annual-reports/2024/sections/" + section, Map.of("text", "本年度的情况。"));
        }
    }

    @Test
    void reportIsProposedAndPublishedByTheOther() {
        readyToPublish();
        String report = "/organs/" + organ + "/annual-reports/2024/publication";
        as(li).visit("/organs/" + organ + "/approvals").push("改为须经审核：发布年度报告");
        as(chen).visit(report)
                .fill("发布日期", "2025-01-20")
                .push("提交审核")
                .sees("已提交审核。批准以后发布。")
                .sees("待审核 发布第 1 版")
                .photograph("report-proposed");
        assertThat(browser.text()).doesNotContain("已经发布\n");

        as(li).visit("/desk").follow("2024年度报告");
        open("退回");
        browser.push("退回给提交人").sees("退回须写明理由").photograph("report-to-approve");
        browser.push("批准发布").sees("已批准，已发布").sees("第1版").photograph("report-approved");
    }
}
