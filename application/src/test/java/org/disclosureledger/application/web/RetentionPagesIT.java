package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people at two desks: one restricts and proposes, the other looks and approves. */
@RunningService
class RetentionPagesIT {

    private static final String ORGAN = "retention-pages";

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;
    private Service service;

    @BeforeEach
    void open() throws IOException {
        service = new Service(port);
        service.organ(ORGAN, "归档镇人民政府");
        browser = Browser.open(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void comeIn(String login) {
        browser.visit("/login").fill("用户名", login).fill("密码", Service.PASSWORD).push("登录");
    }

    private void leave() {
        browser.visit("/").push("退出").sees("已退出登录");
    }

    @Test
    void oneProposesAndAnotherApproves() {
        service.importCsv(ORGAN, "requests", """
                登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果
                2021-001,2021-03-01,当面,自然人,公孙旧事,旧事,2021-03-10,予以公开
                2021-002,2021-04-01,邮寄,商业企业,某公司,旧事,2021-04-09,予以公开
                """);
        comeIn("admin");
        browser.visit("/organs/" + ORGAN).follow("个人信息保存与销毁").sees("没有规定期限");
        browser.push("登记期限").sees("请选择是否限制处理").photograph("retention-faults");
        browser.tick("满期限后限制处理").push("登记期限").sees("已登记").sees("现有 2 件申请限制处理");
        browser.push("提出销毁").sees("请写明所依据的保管期限表");
        browser.fill("依据的保管期限表和条款", "文书档案保管期限表第12项，定期1年").fill("保管期限（年）", "1").push("提出销毁");
        browser.sees("待办的一批").sees("还没有导出").photograph("retention-waiting");
        browser.zoom("retention-waiting");
        assertThat(browser.text()).doesNotContain("公孙旧事");
        assertThat(service.call(
                                "POST",
                                "/organs/" + ORGAN + "/retention/1/package",
                                "application/x-www-form-urlencoded",
                                "x=1".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        leave();

        comeIn("secadmin");
        browser.follow("销毁个人信息").sees("归档镇人民政府").photograph("destructions-waiting");
        browser.zoom("destructions-waiting");
        browser.visit("/organs/" + ORGAN + "/retention").sees("没有这个机关");
        browser.visit("/destructions").follow("第 1 批").sees("批准或者退回");
        browser.push("批准销毁").sees("请确认销毁以后不能恢复").photograph("destruction-faults");
        browser.zoom("destruction-faults");
        browser.push("退回").sees("请写明理由");
        browser.tick("档案机构已经收到档案包；销毁以后，谁也不能恢复").push("批准销毁");
        browser.sees("从此不能读取").photograph("destruction-done");
        browser.zoom("destruction-done");
        leave();

        comeIn("admin");
        browser.visit("/organs/" + ORGAN + "/retention").sees("办完的各批").sees("由 secadmin 批准");
        browser.photograph("retention-past").zoom("retention-past");
        browser.visit("/organs/" + ORGAN + "/registers/requests").follow("2021-001");
        browser.sees("（已销毁）").sees("不能恢复").photograph("case-destroyed");
        browser.zoom("case-destroyed");
    }
}
