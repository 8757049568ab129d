package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.disclosureledger.application.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A clerk takes a request from its receipt to a second answer, in a browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CaseworkIT {

    private static final String PASSWORD = "casework-password";

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) throws IOException {
        Path data = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "casework-");
        properties.add("ledger.data-dir", data::toString);
        properties.add("ledger.admin-password", () -> PASSWORD);
    }

    @BeforeEach
    void signIn() throws IOException {
        browser = Browser.open(port, directory).signIn(PASSWORD);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void organ(String code, String name) {
        browser.visit("/organs/new")
                .fill("机关代码", code)
                .fill("机关名称", name)
                .push("建立机关")
                .sees("下一步");
    }

    private void receive(String number, String applicant) {
        browser.follow("登记申请")
                .fill("收到日期", "2025-03-03")
                .choose("申请渠道", "当面")
                .fill("登记编号", number)
                .choose("申请人类型", "自然人")
                .fill("申请人", applicant)
                .choose("身份证明", "已查验原件")
                .fill("申请内容", "某某村道路硬化工程的施工合同")
                .push("登记")
                .sees("已登记，编号 " + number);
    }

    private void open(String summary) {
        browser.press(browser.all("summary").stream()
                .filter(s -> s.getText().equals(summary))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void requestGoesFromItsReceiptToASecondAnswer() {
        organ("way", "清河镇人民政府");
        browser.follow("登记申请").photograph("receipt");
        browser.push("登记").sees("请填写收到日期").sees("请选择申请渠道").sees("请选择身份证明").photograph("receipt-faults");
        browser.fill("收到日期", "2025-03-03")
                .choose("申请渠道", "邮寄")
                .choose("申请人类型", "自然人")
                .fill("申请人", "张某某")
                .choose("身份证明", "附有复印件")
                .push("登记")
                .sees("一份申请含有几件事项的，逐件填写");
        browser.fill("申请内容", "某某村道路硬化工程的施工合同").push("登记").sees("邮寄的申请须说明是签收邮件还是平常信函");
        browser.choose("邮件种类", "签收邮件（挂号、快递）").push("登记").sees("已登记，编号 2025-001");
        assertThat(browser.heading()).isEqualTo("2025-001");

        open("为什么是这一天");
        open("逐日计算");
        browser.sees("收到申请，自次日起计算20个工作日").sees("第 20 个工作日").photograph("request-why");
        open("现在不能办理的步骤");
        browser.sees("没有等待缴费的收费通知");

        browser.follow("告知补正").sees("一次性告知申请人").photograph("step-correction");
        browser.fill("告知日期", "2025-03-05")
                .push("登记")
                .sees("请填写补正期限的最后一天")
                .fill("补正期限的最后一天", "2025-03-19")
                .fill("需要补正的事项", "请写明年度")
                .push("登记")
                .sees("等待申请人补正，期限没有计算")
                .photograph("request-waiting");
        browser.follow("收到补正").fill("收到补正的日期", "2025-03-12").push("登记").sees("2025年4月10日（周四）");
        browser.follow("征求第三方意见")
                .fill("征求意见的日期", "2025-03-17")
                .fill("第三方", "某某公司")
                .push("登记");
        browser.sees("第 1 次征求第三方意见的期限：2025年4月8日（周二）");
        browser.follow("收到反馈意见")
                .fill("收到意见的日期", "2025-03-26")
                .tick("不同意公开，有合理理由")
                .push("登记")
                .sees("2025年4月21日（周一）");
        browser.follow("告知延期答复")
                .fill("告知申请人的日期", "2025-04-18")
                .fill("延长的工作日数", "30")
                .fill("批准人", "王某")
                .push("登记")
                .sees("不得超过 20 个工作日")
                .photograph("step-faults");
        browser.fill("延长的工作日数", "10").push("登记").sees("2025年5月7日（周三）");
        browser.follow("发出收费通知")
                .fill("通知日期", "2025-04-21")
                .tick("按量计收")
                .fill("本件的件数或者页数", "68")
                .push("先算一算")
                .sees("应收 380 元")
                .sees("合计380元")
                .photograph("step-fee");
        browser.push("登记").sees("等待申请人缴费");
        browser.follow("收到缴费").fill("缴费日期", "2025-04-25").push("登记").sees("2025年6月11日（周三）");

        browser.follow("直接选择结果").photograph("step-decide");
        browser.push("登记")
                .sees("请选择处理结果")
                .tick("部分公开")
                .fill("答复日期", "2025-05-28")
                .push("登记");
        browser.sees("部分公开须写明区分处理").photograph("step-decide-faults");
        browser.fill("获取信息的方式", "复印件随本答复书邮寄")
                .fill("没有公开的内容", "成本构成")
                .fill("理由", "属于商业秘密")
                .fill("答复文号", "公开答〔2025〕1号")
                .push("登记")
                .sees("已登记：作出答复")
                .sees("已于2025年5月28日答复");
        browser.follow("登记送达").fill("送达日期", "2025-05-30").choose("送达方式", "邮政签收").push("登记");
        browser.sees("已登记：登记送达").follow("重新办理").tick("本机关自行纠正").fill("日期", "2025-08-18");
        browser.push("登记").sees("自行纠正的须说明理由").fill("理由", "遗漏了一份附件").push("登记").sees("已登记：重新办理");
        browser.follow("直接选择结果")
                .tick("予以公开")
                .fill("答复日期", "2025-08-28")
                .fill("获取信息的方式", "全部合同的复印件")
                .push("登记")
                .sees("已于2025年8月28日重新答复");
        assertThat(browser.text())
                .contains("需要补正的事项：请写明年度")
                .contains("算式：第31至68页共38页，每页10元，计380元；合计380元")
                .contains("理由：遗漏了一份附件");
        browser.photograph("request-answered");
    }

    @Test
    void deskShowsWhatIsDueAndWhoAsksAgain() {
        organ("desk", "松岭县人民政府");
        receive("2025-007", "李某");
        browser.follow("登记申请")
                .fill("收到日期", "2025-03-10")
                .choose("申请渠道", "网络")
                .choose("申请人类型", "自然人")
                .fill("申请人", "李 某")
                .choose("身份证明", "网上实名核验");
        open("一份申请含有几件事项");
        browser.fill("第 1 件事项", "村务公开清单")
                .fill("第 2 件事项", "村级财务公开表")
                .push("登记")
                .sees("已登记为 2 件，编号 2025-008、2025-009")
                .sees("核对收到日期是确认的日期")
                .sees("可能是同一申请人的申请")
                .sees("同一份申请的另一件：")
                .photograph("request-split");
        browser.follow("2025-009").sees("由 2025-008 拆分而来");
        browser.follow("在办申请").sees("已超期").photograph("requests");
        assertThat(browser.all("tbody th")).extracting(e -> e.getText()).startsWith("2025-007");
        browser.visit("/organs/desk").sees("3 件 在办").photograph("organ-due");
        browser.visit("/organs/desk/requests?state=answered").sees("没有已答复的申请");
    }

    @Test
    void lawsuitGoesThroughTwoInstancesAndCountsAsTheOfficeChose() {
        organ("suit", "白沙镇人民政府");
        browser.visit("/organs/suit/registers/remedies/new")
                .fill("案件编号", "初1号")
                .choose("程序", "行政诉讼")
                .choose("经过复议", "否")
                .fill("受理日期", "2024-05-06")
                .push("登记")
                .sees("已登记");
        browser.fill("审结日期", "2024-07-01").choose("结果", "维持").push("登记审结").sees("已登记");
        browser.photograph("remedy-concluded");
        browser.push("登记二审、发回重审或者再审").sees("请填写审级");
        browser.choose("审级", "二审")
                .fill("上诉、发回或者再审的日期", "2024-06-30")
                .fill("案号", "终1号")
                .push("登记二审、发回重审或者再审")
                .sees("日期早于上一审级的审结日期（2024年7月1日）")
                .photograph("remedy-faults");
        browser.fill("上诉、发回或者再审的日期", "2024-07-10").push("登记二审、发回重审或者再审").sees("尚未审结");
        browser.fill("该审级审结日期", "2024-10-08")
                .choose("该审级结果", "纠正")
                .push("登记该审级的结果")
                .sees("该审级审结")
                .photograph("remedy-instances");

        browser.visit("/organs/suit/annual-reports/2024").sees("一案一件（第1版）");
        assertThat(browser.figure("litigation/direct/total").getText()).isEqualTo("1");
        browser.follow("查看或更改").photograph("counting-rules");
        browser.tick("一审级一件");
        browser.choose(
                "从哪一年度的表起用",
                (java.time.Year.now(java.time.ZoneId.of("Asia/Shanghai")).getValue() - 1) + "年");
        browser.push("选用").sees("历次选择").photograph("counting-rules-chosen");
    }

    @Test
    void letterIsDraftedFromTheRecordLookedAtIssuedAndDelivered() {
        organ("write", "白沙镇人民政府");
        receive("2025-012", "张某某");
        browser.follow("起草登记回执").sees("由承办人写的内容").sees("2025年3月31日").photograph("letter");
        browser.fill("文号", "").push("出具").sees("请填写文号").photograph("letter-faults");
        browser.fill("文号", "白政回〔2025〕1号")
                .fill("出具日期", "2025-03-03")
                .push("出具")
                .sees("已出具：登记回执")
                .sees("再出具一份登记回执")
                .photograph("letters");
        browser.follow("登记送达：登记回执")
                .fill("送达日期", "2025-03-04")
                .choose("送达方式", "电子邮件")
                .push("登记")
                .sees("已登记送达")
                .sees("2025年3月4日，电子邮件");
    }

    private static Path file(Path directory, String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    @Test
    void filesAreAddedWithTheReceiptAndLaterGivenOutAndWithdrawn(@TempDir Path desk) throws IOException {
        organ("files", "青石镇人民政府");
        browser.follow("登记申请").hand("附件", file(desk, "张某某申请书.pdf", "%PDF-1.7 invented"));
        browser.fill("收到日期", "2025-03-03")
                .choose("申请渠道", "当面")
                .fill("登记编号", "2025-001")
                .choose("申请人类型", "自然人")
                .fill("申请人", "张某某")
                .choose("身份证明", "附有复印件")
                .fill("申请内容", "某某村道路硬化工程的施工合同")
                .push("登记")
                .sees("已登记，编号 2025-001")
                .sees("张某某申请书.pdf");
        browser.follow("张某某申请书.pdf");
        assertThat(browser.downloaded("张某某申请书.pdf")).hasContent("%PDF-1.7 invented");

        open("添加附件");
        browser.push("添加").sees("请选择种类").sees("请选择要添加的文件").photograph("attachments-faults");
        browser.choose("种类", "送达回证")
                .hand("文件", file(desk, "回证.html", "<!DOCTYPE html><script>alert(1)</script>"))
                .push("添加")
                .sees("第 1 个文件是网页")
                .hand("文件", file(desk, "回证.txt", "已于2025年3月24日送达"))
                .push("添加")
                .sees("已添加附件 1 个")
                .photograph("attachments");
        open("添加附件");
        browser.choose("种类", "其他")
                .hand("文件", file(desk, "又一份.txt", "已于2025年3月24日送达"))
                .push("添加")
                .sees("没有新的附件")
                .sees("第 1 个文件与本案件的附件 2 完全相同");

        LocalDateTime then = LocalDateTime.now(ZoneId.of("Asia/Shanghai"));
        browser.follow("撤回：回证.txt").push("撤回").sees("请填写撤回的理由").photograph("attachment-withdrawal");
        browser.fill("撤回的理由", "属于另一件申请").push("撤回").sees("已撤回附件").sees("理由：属于另一件申请");
        assertThat(browser.all("a[href*='/attachments/']"))
                .extracting(a -> a.getText())
                .contains("张某某申请书.pdf")
                .hasSize(2);
        browser.visit(browser.path() + "?asOf=" + then)
                .sees("回证.txt（后来撤回） 送达回证")
                .sees("张某某申请书.pdf 申请书")
                .photograph("case-then");
    }

    @Test
    void calendarTakesANoticeAndTheDeadlineMoves() {
        organ("days", "松岭镇人民政府");
        receive("2025-001", "张某某");
        browser.sees("2025年3月31日");
        browser.visit("/organs/days/calendar?year=2025").sees("2025年工作日历").photograph("calendar");
        browser.push("更改").sees("更改的日期：请填写日期").photograph("calendar-faults");
        browser.fill("日期", "2025-03-31")
                .tick("放假")
                .fill("依据的通知", "县政办发〔2025〕9号")
                .push("更改")
                .sees("通知日期：请填写日期");
        browser.visit("/organs/days/calendar?year=2027").sees("还没有这一年的放假通知").photograph("calendar-provisional");
    }

    @Test
    void twoInstantsAreComparedAndTheTrailIsShown() {
        organ("past", "松岭乡人民政府");
        receive("2025-001", "张某某");
        browser.visit("/organs/past/annual-reports/2025/comparison").sees("比较两个时刻的表");
        browser.push("比较").sees("请填写先前的时刻").photograph("comparison-faults");
        browser.visit("/organs/past/annual-reports/2025/comparison?before=2026-01-01T08:00:00")
                .sees("不再计入")
                .sees("2025-001")
                .photograph("comparison");
        StringBuilder further = new StringBuilder("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容\n");
        IntStream.rangeClosed(2, 22).forEach(n -> further.append("2025-%03d,2025-03-04,网络,自然人,李某,某事%n".formatted(n)));
        new Service(port, PASSWORD).importCsv("past", "requests", further.toString());
        browser.visit("/organs/past/annual-reports/2025/comparison?before=2026-01-01T08:00:00")
                .sees("共 22 件，其余见差别的文件（CSV）")
                .sees("2025-020");
        assertThat(browser.all("main a")).extracting(a -> a.getText()).doesNotContain("2025-021");
        browser.visit("/organs/past/annual-reports/2025/trail").sees("报告期限以后补登").photograph("trail");
        browser.visit("/organs/past/registers/requests?asOf=2026-01-01T08:00:00")
                .sees("共 0 条")
                .sees("返回现在")
                .photograph("register-then");
    }
}
