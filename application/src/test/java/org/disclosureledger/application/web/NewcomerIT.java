package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody meets the product for the first time, in a browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NewcomerIT {

    private static final String PASSWORD = "newcomer-password";
    private static final int MANY = 20_000;

    private static final String HEADER = "登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,处理结果\n";

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) throws IOException {
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "pages-");
        properties.add("ledger.data-dir", data::toString);
        properties.add("ledger.admin-password", () -> PASSWORD);
    }

    @BeforeEach
    void open() throws IOException {
        browser = Browser.open(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    @Order(1)
    void newcomerGoesFromSigningInToTheReportAsADocument() throws IOException {
        browser.visit("/").photograph("login");
        browser.fill("用户名", "admin").fill("密码", "wrong").push("登录").sees("用户名或者密码不正确");
        signIn();
        browser.sees("载入示例").photograph("home-empty");

        browser.follow("建立本机关").push("建立机关").sees("请填写机关代码").photograph("organ-new-faults");
        browser.fill("机关代码", "测试-hl").fill("机关名称", "桦林镇人民政府").push("建立机关").sees("下一步");
        assertThat(browser.heading()).isEqualTo("桦林镇人民政府");
        browser.photograph("organ-fresh");

        Path faulty = register("有错误的台账.csv", """
                1,2025-02-30,网络,自然人,张某,甲,,
                2,2025-03-03,电报,自然人,李某,乙,,
                """);
        browser.follow("导入现有的 Excel 台账").photograph("imports");
        browser.tick("申请台账").hand("文件", faulty).push("导入").sees("没有登记任何内容").photograph("import-refused");
        assertThat(browser.text()).contains("收到日期").contains("申请渠道").contains("下载全部错误");

        Path good = register("申请台账.csv", """
                2025-001,2025-03-03,网络,自然人,张某,甲,2025-03-20,予以公开
                2025-002,2025-03-10,当面,商业企业,某某公司,乙,2025-06-30,不予公开/属于行政执法案卷
                2025-003,2025-12-29,邮寄,自然人,李某,丙,,
                """);
        browser.follow("改正后重新导入").hand("文件", good).tick("先检查").push("导入");
        browser.sees("检查通过").sees("答复超过期限").photograph("import-checked");
        browser.follow("正式导入").hand("文件", good).push("导入").sees("新增 3 件").photograph("import-recorded");

        browser.follow("打开申请台账").sees("共 3 条").photograph("register");
        assertThat(browser.text()).contains("办理中").doesNotContain("张某");

        browser.follow("年度报告").sees("桦林镇人民政府2025年政府信息公开工作年度报告");
        assertThat(browser.figure("requests/newReceived/total").getText()).isEqualTo("3");
        assertThat(browser.figure("proactive/licences/count").getText()).isEmpty();
        browser.photograph("report-unfilled");
        browser.fill("行政许可", "0").fill("行政处罚", "x").push("填报").sees("行政处罚：");
        browser.fill("行政处罚", "2")
                .fill("行政强制", "0")
                .fill("行政事业性收费", "0.5")
                .push("填报")
                .sees("核对通过");
        assertThat(browser.figure("proactive/penalties/count").getText()).isEqualTo("2");

        browser.press(browser.figure("requests/newReceived/naturalPerson").findElement(By.tagName("a")));
        browser.sees("由下列 2 条登记构成").sees("2025-001").sees("2025-003").photograph("cell");
        browser.follow("2025-001").sees("办理历史").sees("张某").photograph("case");
        browser.follow("补充或更正").photograph("entry-edit");
        browser.choose("申请渠道", "邮寄").push("保存").sees("请填写更正理由");
        browser.fill("更正理由", "登记时选错").push("保存").sees("申请渠道：网络 → 邮寄").photograph("case-corrected");

        browser.follow("年度报告").follow("Word 报告 (DOCX)");
        try (InputStream in = Files.newInputStream(browser.downloaded(".docx"));
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("桦林镇人民政府").contains("2025年政府信息公开工作年度报告");
            assertThat(document.getTables()).hasSize(3);
        }
    }

    @Test
    @Order(2)
    void aLargeFileShowsHowFarItIs() throws IOException {
        signIn();
        browser.visit("/organs/new")
                .fill("机关代码", "large")
                .fill("机关名称", "松岭县人民政府")
                .push("建立机关");
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= MANY; i++) {
            rows.append(i).append(",2025-03-03,网络,自然人,张某,甲,2025-03-20,予以公开\n");
        }
        browser.follow("导入")
                .tick("申请台账")
                .hand("文件", register("大台账.csv", rows.toString()))
                .push("导入");
        browser.sees("正在处理").photograph("import-running");
        assertThat(browser.text()).containsPattern("已读 \\d+ 行");
        browser.sees("新增 " + MANY + " 件");
        browser.follow("打开申请台账").sees("共 " + MANY + " 条").follow("下一页").sees("第 2 页");
    }

    @Test
    @Order(3)
    void typedRequestIsCheckedAndRecorded() {
        signIn();
        browser.visit("/organs/new")
                .fill("机关代码", "typed")
                .fill("机关名称", "云台街道办事处")
                .push("建立机关");
        browser.visit("/organs/typed/registers/requests/new").photograph("entry-new");
        browser.push("登记").sees("请填写登记编号").sees("请选择申请人类型").photograph("entry-new-faults");
        browser.fill("登记编号", "A-1")
                .fill("收到日期", LocalDate.of(2025, 3, 3).toString())
                .choose("申请渠道", "当面")
                .choose("申请人类型", "自然人")
                .fill("申请人", "张某")
                .fill("申请内容", "某某村道路工程的合同")
                .fill("答复日期", "2025-06-30")
                .choose("处理结果", "属于国家秘密");
        browser.push("登记").sees("已登记，但请核对").sees("答复超过期限").photograph("case-typed");
        assertThat(browser.heading()).isEqualTo("A-1");
        browser.visit("/organs/typed/registers/requests/new")
                .fill("登记编号", "A-1")
                .push("登记")
                .sees("请填写收到日期");
        assertThat(browser.field("登记编号").getDomProperty("value")).isEqualTo("A-1");
        browser.fill("收到日期", "2025-03-04")
                .choose("申请渠道", "当面")
                .choose("申请人类型", "其他")
                .fill("申请人", "某某小组")
                .fill("申请内容", "某某文件");
        browser.push("登记").sees("已经登记过，不能重复登记").follow("打开已登记的案件");
        assertThat(browser.heading()).isEqualTo("补充或更正 A-1");
        browser.fill("联系方式", "000").push("保存").sees("补充登记");
        browser.follow("台账").fill("查找", "B").push("查找").sees("没有找到");
        browser.fill("查找", "A-").push("查找").sees("共 1 条");
    }

    @Test
    @Order(4)
    void exampleFillsEveryTableAndAllChecksHold() {
        signIn();
        browser.visit("/").push("载入示例").sees("清河镇人民政府（示例）2025年政府信息公开工作年度报告");
        browser.sees("核对通过").photograph("report-example");
        assertThat(browser.all(".statutory td[data-cell]"))
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.getText())
                        .as(cell.getDomAttribute("data-cell"))
                        .isNotEmpty());
        browser.visit("/organs/example-qinghe/annual-reports/2024").sees("核对通过");
        browser.visit("/").photograph("home").follow("清河镇人民政府（示例）").photograph("organ");
        browser.follow("复议诉讼台账").photograph("register-remedies");
        browser.visit("/organs/example-qinghe/registers/requests").photograph("register-example");
        browser.visit("/organs/example-qinghe/annual-reports/2025/sections/overview")
                .photograph("section");
        browser.fill("文字", "（一）主动公开\n本镇依法公开。").push("保存").sees("已保存").sees("本镇依法公开");
    }

    @Test
    @Order(5)
    void wrongAddressesLeadBack() {
        signIn();
        browser.visit("/organs/nowhere").sees("没有这个机关").photograph("unknown-organ");
        browser.visit("/nowhere").sees("没有找到这个页面").follow("返回首页");
        assertThat(browser.path()).isEqualTo("/");
    }

    @Test
    @Order(6)
    void letterTemplateIsEditedAndReplaced() throws IOException {
        signIn();
        browser.visit("/organs/new")
                .fill("机关代码", "letters")
                .fill("机关名称", "柳溪镇人民政府")
                .push("建立机关");
        browser.follow("文书模板").sees("可以写的要素").photograph("letter-templates");
        browser.follow("模板：登记回执");
        Path edited = directory.resolve("本机关的回执.docx");
        try (InputStream in = Files.newInputStream(browser.downloaded(".docx"));
                XWPFDocument document = new XWPFDocument(in);
                OutputStream out = Files.newOutputStream(edited)) {
            document.createParagraph().createRun().setText("本镇另行说明");
            document.write(out);
        }
        browser.push("上传").sees("请选择要替换哪种文书的模板");
        browser.choose("哪种文书", "补正告知书").hand("模板文件", edited).push("上传");
        browser.sees("要素“申请渠道”不能用在补正告知书里").photograph("letter-templates-faults");
        browser.choose("哪种文书", "登记回执").hand("模板文件", edited).push("上传");
        browser.sees("已替换：登记回执").sees("本机关的回执.docx").photograph("letter-templates-replaced");
        browser.push("恢复默认：登记回执").sees("已恢复默认模板：登记回执");
    }

    private void signIn() {
        browser.signIn(PASSWORD);
        assertThat(browser.run("return typeof htmx")).isEqualTo("object");
    }

    private Path register(String name, String rows) throws IOException {
        return Files.write(directory.resolve(name), (HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }
}
