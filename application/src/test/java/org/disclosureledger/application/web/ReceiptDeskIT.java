package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service;
import org.disclosureledger.application.office.Printer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The page on which requests are registered: the period in sight, mails pasted, the keyboard alone, the receipt printed. */
@RunningService
class ReceiptDeskIT {

    private static final Path MAILS = Path.of("src", "test", "resources", "mails");

    /** A clerk who is no fast typist. */
    private static final int KEYS_A_SECOND = 3;

    @TempDir
    Path directory;

    @LocalServerPort
    int port;

    private Browser browser;
    private Service service;
    private String organ;

    @BeforeEach
    void signIn() throws IOException {
        service = new Service(port);
        organ = "receipt-desk-" + System.nanoTime();
        service.organ(organ, "清河镇人民政府");
        browser = Browser.signedIn(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Browser page() {
        return browser.visit("/organs/" + organ + "/requests/new");
    }

    private String value(String field) {
        return String.valueOf(browser.run("return document.getElementById('" + field + "').value"));
    }

    private void paste(String mail) {
        browser.press(browser.all("summary").get(0));
        browser.script("document.getElementById('mail').value = " + javaScript(mail));
        browser.push("提取");
    }

    private static String javaScript(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    private int requests() {
        return service.get("/api/v1/organs/" + organ + "/registers/requests")
                .json()
                .path("cases")
                .size();
    }

    @Test
    void periodIsInSightWhileTheDayIsTyped() {
        page().sees("填写收到日期以后，这里显示最迟哪一天答复");
        for (String typed : List.of("2024-03-05", "2024-3-5", "2024年3月5日", "20240305", "２０２４．３．５")) {
            browser.fill("收到日期", "x").sees("填写收到日期以后");
            browser.fill("收到日期", typed)
                    .sees("最迟 2024年4月2日（星期二） 答复")
                    .sees("2024年3月5日（星期二）收到申请，自次日起计算20个工作日（《政府信息公开条例》第三十一条、第三十三条），共 20 个工作日");
        }
        browser.sees("这个期限已经过去").photograph("receipt-deadline");

        browser.fill("收到日期", "2024-03-09").sees("收到日期不是工作日：星期六");
        browser.fill("收到日期", "2024-13-40").sees("不是日期");
        browser.fill(
                        "收到日期",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString())
                .sees("在今天之后");
        browser.fill("收到日期", "2024-03-05")
                .choose("申请渠道", "邮寄")
                .sees("邮寄的申请须说明是签收邮件还是平常信函")
                .choose("邮件种类", "平常信函")
                .sees("双方确认之日为收到之日")
                .fill("到达日期", "20240306")
                .sees("到达日期晚于收到日期");
        browser.fill("收到日期", "2018-03-05").sees("暂定：算到了放假安排尚未公布的年度");
    }

    @Test
    void nothingPersonalGoesWithTheQuestionForThePeriod() {
        page().fill("申请人", "独孤某某")
                .fill("证件号码", "110101199001010015")
                .fill("申请内容", "某某村的合同")
                .fill("收到日期", "2024-03-05")
                .choose("申请渠道", "邮寄")
                .choose("邮件种类", "平常信函")
                .sees("最迟 2024年4月2日");

        String asked = String.valueOf(browser.run("return performance.getEntriesByType('resource').map(e => e.name)"
                + ".filter(n => n.includes('/deadline')).join('\\n')"));
        Set<String> names = new TreeSet<>();
        for (String address : asked.lines().toList()) {
            for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
                names.add(pair.substring(0, pair.indexOf('=')));
            }
        }
        assertThat(names).containsExactly("arrivedOn", "channel", "postalService", "receivedOn");
        assertThat(URLDecoder.decode(asked, StandardCharsets.UTF_8)).doesNotContain("独孤", "110101", "合同");
    }

    @Test
    void withoutScriptsAButtonShowsThePeriodAndLosesNothing() {
        browser.withoutScripts();
        page().fill("收到日期", "2024年3月5日")
                .choose("申请渠道", "邮寄")
                .fill("申请人", "独孤某某")
                .fill("申请内容", "某某村的合同")
                .push("先看期限")
                .sees("最迟 2024年4月2日（星期二） 答复")
                .sees("邮寄的申请须说明是签收邮件还是平常信函");

        assertThat(List.of(value("receivedOn"), value("applicant"), value("content"), value("channel")))
                .containsExactly("2024年3月5日", "独孤某某", "某某村的合同", "post");
        assertThat(requests()).isZero();
    }

    @Test
    void pastedMailFillsWhatIsEmptyAndRecordsNothing() throws IOException {
        page().fill("申请人", "张三三").fill("收到日期", "2025-03-06");
        paste("");
        browser.sees("请先把邮件的全文粘贴在这里");
        assertThat(value("applicant")).isEqualTo("张三三");

        browser.script("document.getElementById('mail').value = "
                + javaScript(Files.readString(MAILS.resolve("foxmail-form.txt"))));
        browser.push("提取")
                .sees("由邮件填入 8 项，还没有登记")
                .sees("申请人：张某某")
                .sees("没有填入表中的 8 行")
                .photograph("receipt-mail");

        assertThat(browser.all(".tag-proposed")).hasSize(8);
        assertThat(List.of(
                        value("applicant"),
                        value("arrivedOn"),
                        value("channel"),
                        value("identityNumber"),
                        value("address"),
                        value("wantedForm"),
                        value("receivedOn")))
                .containsExactly(
                        "张三三",
                        "2025-03-05",
                        "email",
                        "110101199001010015",
                        "清河县人民路12号3单元401室（邮编 255000）",
                        "paper",
                        "2025-03-06");
        assertThat(value("content")).startsWith("清河镇2023年农村道路养护工程的\n施工合同和验收单。");
        assertThat(value("mail")).contains("所需信息的用途：了解情况");
        assertThat(requests()).isZero();

        browser.push("登记").sees("请选择身份证明");
        assertThat(browser.all(".tag-proposed")).hasSize(8);
        assertThat(value("mail")).contains("所需信息的用途：了解情况");
        browser.choose("身份证明", "附有复印件").push("登记").sees("已登记，编号 2025-001");
        browser.sees("13800000000，zhangmoumou@example.com");
    }

    @Test
    void receiptIsPrintedAfterOneClickAndSaysWhatTheLetterSays() throws IOException {
        page().fill("收到日期", "20250303")
                .choose("申请渠道", "当面")
                .choose("申请人类型", "自然人")
                .fill("申请人", "张某某")
                .choose("身份证明", "已查验原件")
                .fill("申请内容", "某某村道路硬化工程的施工合同")
                .push("登记")
                .sees("已登记，编号 2025-001")
                .photograph("receipt-registered");
        String caseId = browser.path().substring(browser.path().lastIndexOf('/') + 1);
        JsonNode event = service.get("/api/v1/organs/" + organ + "/cases/" + caseId)
                .json()
                .at("/events/0");

        browser.follow("打印回执").sees("打印登记回执").photograph("receipt-print");
        assertThat(browser.run("return document.querySelector('[data-print]').hidden"))
                .isEqualTo("false");
        String unissued = browser.all(".letter").get(0).getText();
        assertThat(unissued)
                .contains("清河镇人民政府", "政府信息公开申请登记回执", "张某某：", "2025年3月3日收到", "登记编号：2025-001")
                .contains("某某村道路硬化工程的施工合同", "最迟于2025年3月31日答复")
                .contains(
                        "公开台账第 " + event.path("number").asLong() + " 号记录",
                        event.path("hash").asString());

        String letters = "/api/v1/organs/" + organ + "/requests/" + caseId + "/letters";
        assertThat(service.postJson(
                                letters + "/receipt",
                                Map.of("on", "2025-03-04", "letterNumber", "清回〔2025〕7号", "values", Map.of()))
                        .status())
                .isEqualTo(201);
        long issued = service.get(letters).json().at("/issued/0/number").asLong();
        byte[] document = service.get(letters + "/" + issued + "/document").bytes();
        browser.visit(browser.path()).sees("清回〔2025〕7号");
        assertThat(browser.all(".letter")
                        .get(0)
                        .getText()
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty()))
                .containsExactlyElementsOf(lines(document));

        byte[] paper = browser.paper();
        Printer.isInstalled();
        Printer printer = new Printer(directory);
        Path pdf = Files.write(Path.of("target", "screenshots", "receipt-print.pdf"), paper);
        assertThat(Printer.withoutSpace(printer.text(pdf)))
                .contains("政府信息公开申请登记回执", "登记编号：2025-001")
                .doesNotContain("退出", "在办申请", "打印登记回执");
        assertThat(printer.pages(pdf)).isEqualTo(1);
    }

    private static List<String> lines(byte[] document) throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(document))) {
            return word.getParagraphs().stream()
                    .flatMap(p -> p.getText().lines())
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    @Test
    void requestIsRegisteredByTheKeyboardAlone() {
        page().sees("填写收到日期以后");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("receivedOn");

        Keyboard keys = new Keyboard(browser);
        keys.type("20250303").tab(1).press(Keys.ARROW_DOWN);
        keys.tab(4).press(Keys.ARROW_DOWN);
        keys.tab(1).type("张某某").tab(1).press(Keys.ARROW_DOWN);
        keys.tab(6).type("某某村2023年道路硬化工程的施工合同");
        keys.tab(2).press(Keys.ENTER);

        browser.sees("已登记，编号 2025-001").sees("2025年3月31日");
        int seconds = keys.asTypedByPeople() / KEYS_A_SECOND;
        System.out.println("registered by keyboard: " + keys.count() + " keys, " + keys.asTypedByPeople()
                + " with Chinese by its sounds, " + seconds + " s at " + KEYS_A_SECOND + " keys a second");
        assertThat(keys.steps()).isLessThan(25);
        assertThat(seconds).isLessThan(60);
    }
}
