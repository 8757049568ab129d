package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.security.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An office of several people: one opens an account, another empowers it, and its owner comes in and works. */
@RunningService
class PeoplePagesIT {

    private static final String ORGAN = "people-pages";

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        new Service(port).organ(ORGAN, "众人镇人民政府");
        browser = Browser.open(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void comeIn(String login, String password) {
        browser.visit("/login").fill("用户名", login).fill("密码", password).push("登录");
    }

    private void leave() {
        browser.visit("/").push("退出").sees("已退出登录");
    }

    @Test
    void accountIsOpenedEmpoweredAndUsed() {
        comeIn("sysadmin", Service.PASSWORD);
        browser.sees("机关").follow("账号和岗位").photograph("page-people").zoom("page-people");
        browser.follow("开设账号").photograph("page-people-new").zoom("page-people-new");
        browser.push("开设账号").sees("请填写用户名").sees("请选择所在机关");
        browser.fill("用户名", "Wang").fill("姓名", "王敏").choose("所在机关", "众人镇人民政府").push("开设账号");
        browser.sees("小写字母开头").fill("用户名", "people.wang").push("开设账号");
        browser.sees("首次密码").photograph("page-person").zoom("page-person");
        String first = browser.all("code").get(0).getText();
        assertThat(browser.text()).contains("还没有岗位").doesNotContain("授予岗位：");
        leave();

        comeIn("people.wang", first);
        browser.sees("现在的密码是别人设定的").photograph("page-password").zoom("page-password");
        browser.visit("/organs/" + ORGAN).sees("更改密码");
        browser.fill("现在的密码", first)
                .fill("新密码", Staff.PASSWORD)
                .fill("再输入一次新密码", "另一个")
                .push("更改密码");
        browser.sees("两次输入的新密码不一致");
        browser.fill("现在的密码", first)
                .fill("新密码", Staff.PASSWORD)
                .fill("再输入一次新密码", Staff.PASSWORD)
                .push("更改密码")
                .sees("密码已更改");
        browser.visit("/").sees("您还没有可以查看的机关");
        browser.visit("/organs/" + ORGAN).sees("没有这个机关");
        leave();

        comeIn("secadmin", Service.PASSWORD);
        browser.follow("账号和岗位").follow("people.wang");
        browser.push("授予岗位").sees("请选择岗位");
        browser.choose("机关", "众人镇人民政府").choose("岗位", "受理岗（业务岗位）").push("授予岗位");
        browser.sees("已授予岗位：受理岗").photograph("page-person-roles").zoom("page-person-roles");
        browser.choose("机关", "众人镇人民政府").choose("岗位", "系统管理员（系统管理）").push("授予岗位");
        browser.sees("不能与受理岗由同一账号担任");
        browser.visit("/people/new").sees("没有这项权限");
        leave();

        comeIn("people.wang", Staff.PASSWORD);
        browser.sees("众人镇人民政府").follow("众人镇人民政府").sees("下一步");
        assertThat(browser.all("nav a"))
                .extracting(WebElement::getText)
                .contains("登记申请")
                .doesNotContain("核验台账", "账号和岗位");
        browser.visit("/organs/" + ORGAN + "/counting-rules").push("选用").sees("没有这项权限");
        leave();

        comeIn("auditadmin", Service.PASSWORD);
        browser.follow("账号和岗位").follow("people.wang").sees("受理岗");
        assertThat(browser.text()).doesNotContain("停用账号").doesNotContain("收回岗位");
    }
}
