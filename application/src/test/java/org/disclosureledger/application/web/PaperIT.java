package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.Service.Answer;
import org.disclosureledger.application.office.Printer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages as an office files them: printed on A4 by the browser, and read again from the paper. */
@RunningService
class PaperIT {

    /** Of navigation, forms and buttons. */
    private static final List<String> NOT_ON_PAPER =
            List.of("退出", "接口文档", "跳到正文", "导入、核验、重建的进度", "请选择", "返回", "取消", "下载");

    /** The margin of the style sheet is 16 mm; a figure over the last bar of a chart may lean into it. */
    private static final double MARGIN = 14;

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;
    private Service service;
    private Printer printer;
    private String organ;
    private String home;
    private String report;

    @BeforeEach
    void open() throws IOException {
        Printer.isInstalled();
        printer = new Printer(directory);
        service = new Service(port);
        organ = "paper-" + System.nanoTime();
        home = "/organs/" + organ;
        report = home + "/annual-reports/2024";
        browser = Browser.signedIn(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void imported(String register, String csv) {
        Answer answer = service.importCsv(organ, register, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void office() {
        service.organ(organ, "清河镇人民政府");
        StringBuilder csv = new StringBuilder("登记编号,收到日期,申请渠道,申请人类型,申请人,申请内容,答复日期,答复文号,处理结果\n");
        for (int n = 1; n <= 90; n++) {
            csv.append("2024-%03d,2024-%02d-%02d,网络,自然人,张某,某某村道路硬化工程的施工合同,".formatted(n, 1 + n % 9, 1 + n % 28));
            csv.append(n % 30 == 0 ? ",,\n" : "2024-10-%02d,清公开〔2024〕%d号,予以公开\n".formatted(1 + n % 28, n));
        }
        imported("requests", csv.toString());
        imported("tallies", "年度,事项,数量\n2024,行政许可,1\n2024,行政处罚,2\n2024,行政强制,0\n2024,行政事业性收费,0.50\n");
        for (String section : List.of("overview", "problems", "otherMatters")) {
            service.put(
                    "/api/v1" + report + "/sections/" + section,
                    "application/json",
                    "{\"text\":\"本年度的情况。\"}".getBytes(StandardCharsets.UTF_8));
        }
        Answer published = service.postJson("/api/v1" + report + "/versions", Map.of("publishedOn", "2025-01-20"));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
    }

    private String first(String place, String at) {
        return service.get("/api/v1" + home + place).json().at(at).asString();
    }

    /** What the paper says, without white space; with what every paper must and must not say. */
    private String paper(String name, String address) {
        browser.visit(address);
        String heading = browser.heading();
        try {
            Path pdf = Files.write(Path.of("target", "screenshots", "paper-" + name + ".pdf"), browser.paper());
            String text = Printer.withoutSpace(printer.text(pdf));
            assertThat(text)
                    .as(name)
                    .contains(Printer.withoutSpace(heading), "取自公开台账", "当时登记到第")
                    .doesNotContain(NOT_ON_PAPER);
            assertThat(printer.rightMargin(pdf))
                    .as("right margin of %s in mm", name)
                    .isGreaterThan(MARGIN);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int times(String words, String text) {
        return text.split(words, -1).length - 1;
    }

    @Test
    void longTableHasItsHeadOnEverySheetAndSaysWhatItWasNarrowedTo() {
        office();
        String register = paper("register", home + "/registers/requests");
        assertThat(register)
                .contains("清河镇人民政府", "共90条", "2024-090", "2024-041", "予以公开", "2024年10月")
                .doesNotContain("筛选、排序和列", "列表Excel", "导出", "查看以前某一时刻", "登记一条", "↕");
        int sheets = printer.pages(Path.of("target", "screenshots", "paper-register.pdf"));
        assertThat(sheets).isGreaterThan(1);
        assertThat(times("登记编号收到日期", register)).isEqualTo(sheets);

        assertThat(paper("register-narrowed", home + "/registers/requests?outcome=open"))
                .contains("处理结果：办理中", "共3条")
                .doesNotContain("去掉条件", "清除全部条件");
        assertThat(paper("register-then", home + "/registers/requests?asOf=2025-01-01T00:00"))
                .contains("2025年1月1日00:00（北京时间）已经登记的内容")
                .doesNotContain("返回现在");
    }

    @Test
    void caseIsPrintedWithItsHistoryAndWithoutItsNextSteps() {
        office();
        String request = first("/registers/requests?number=2024-090", "/cases/0/case");
        assertThat(service.postJson(
                                "/api/v1" + home + "/requests/" + request + "/letters/receipt",
                                Map.of("on", "2024-05-06", "letterNumber", "回1", "values", Map.of()))
                        .status())
                .isEqualTo(201);
        assertThat(paper("case", home + "/cases/" + request))
                .contains("清河镇人民政府", "答复期限", "登记内容", "办理历史", "收到申请", "某某村道路硬化工程的施工合同", "校验值（SM3）", "登记回执", "回1")
                .doesNotContain("下一步", "作出答复", "起草", "添加附件", "补充或更正", "登记送达", "为什么是这一天");
        assertThat(paper("requests", home + "/requests"))
                .contains("在办，3件", "登记编号收到日期最后期限状态", "2024-030")
                .doesNotContain("下一步", "作出答复", "已超期的");
    }

    @Test
    void yearIsPrintedWithWhereItsFiguresComeFrom() {
        office();
        assertThat(paper("cell", report + "/cells/requests/newReceived/total"))
                .contains("清河镇人民政府", "由下列90条登记构成", "统计到第")
                .doesNotContain("下一页");
        assertThat(paper("trail", report + "/trail"))
                .contains("清河镇人民政府", "登记人和来源")
                .doesNotContain("查看");
        assertThat(paper("comparison", report + "/comparison?before=2025-01-01T00:00"))
                .contains("先前：2025年1月1日00:00:59", "统计到第", "不再计入")
                .doesNotContain("例如报告公布的那一刻");
        assertThat(paper("publication", report + "/publication"))
                .contains("第1版", "现行", "2025年1月20日", "校验值（SM3）", "逐格相同")
                .doesNotContain("DOCX", "发布日期必填", "与现在的差别");
        assertThat(paper("report", report))
                .contains("清河镇人民政府2024年政府信息公开工作年度报告", "本年度的情况")
                .doesNotContain("修改", "预览");
        assertThat(paper("years", report + "/years")).contains("与上年度比较");
        assertThat(paper("charts", report + "/charts")).contains("图表", "各月收到的政府信息公开申请");
        assertThat(paper("calendar", home + "/calendar?year=2025"))
                .contains("2025年工作日历", "2025年1月28日（星期二）", "国办发明电")
                .doesNotContain("登记放假通知", "临时更改一天");
        assertThat(paper("due-calendar", home + "/requests/calendar?month=2024-05"))
                .contains("期限日历", "周一");
        assertThat(paper("import", home + "/imports/" + first("/imports", "/0/importId")))
                .contains("清河镇人民政府", "已登记", "文件SHA-256")
                .doesNotContain("打开", "查看年度报告");
    }

    @Test
    void verificationIsPrintedWithWhatItCannotFind() {
        office();
        assertThat(service.postJson("/api/v1/ledger/verifications", Map.of()).status())
                .isEqualTo(202);
        String verification = service.get("/api/v1/ledger/verifications")
                .json()
                .at("/0/verificationId")
                .asString();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !service.get("/api/v1/ledger/verifications/" + verification)
                        .json()
                        .path("status")
                        .asString()
                        .equals("RUNNING"));
        assertThat(paper("verification", "/ledger/verify/" + verification)).contains("一切相符", "这次核验发现不了的", "最后一个事件");
    }
}
