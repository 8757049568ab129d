package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.disclosureledger.application.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk finds the result of a request by questions, in a browser: by labels, and by keys alone. */
@RunningService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionIT {

    private static final String ORGAN = "by-questions";

    @LocalServerPort
    private int port;

    private Requests requests;

    @BeforeAll
    void start() {
        requests = Requests.of(port, ORGAN);
    }

    @TempDir
    Path directory;

    private Browser browser;
    private int clicks;

    @BeforeEach
    void signIn() throws IOException {
        clicks = 0;
        browser = Browser.signedIn(port, directory);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void open(String id) {
        browser.visit("/organs/" + ORGAN + "/cases/" + id);
    }

    private void follow(String link) {
        browser.follow(link);
        clicks++;
    }

    private void push(String button) {
        browser.push(button);
        clicks++;
    }

    /** Answers the question that is asked; a suggested answer needs one click less. */
    private void say(String question, String answer) {
        assertThat(browser.heading()).isEqualTo(question);
        if (!browser.field(answer).isSelected()) {
            browser.tick(answer);
            clicks++;
        }
        push("继续");
    }

    private void sayThatItIsARequestThatIsClearAndHeld() {
        say("申请是否因撤回等原因终止？", "没有终止，继续办理");
        say("申请要求的是什么？", "获取政府信息");
        say("是不是重复申请，或者数量、频次明显超过合理范围？", "都不是，或者申请理由合理");
        say("申请内容是否明确？", "明确，包括补正以后明确");
        say("本机关有没有所申请公开的信息？", "有，由本机关负责公开");
    }

    private void told(String way) {
        System.out.println("by questions, " + way + ": " + clicks + " clicks");
    }

    @Test
    void grantedByKeysAlone() {
        open(requests.received("K1", "郑某"));
        Keyboard keys = new Keyboard(browser);
        keys.reach("作出答复").press(Keys.ENTER);
        for (String question : List.of(
                "申请是否因撤回等原因终止？",
                "申请要求的是什么？",
                "是不是重复申请，或者数量、频次明显超过合理范围？",
                "申请内容是否明确？",
                "本机关有没有所申请公开的信息？",
                "这一信息是否已经主动公开，或者法律对获取另有规定？",
                "有没有应当保密或者禁止公开的内容？",
                "公开会不会损害第三方的合法权益？",
                "有没有可以不予公开、本机关决定不公开的内容？")) {
            browser.sees(question);
            keys.press(Keys.SPACE).press(Keys.ENTER);
        }
        browser.sees("核对处理结果").sees("表三（一）");
        keys.reach("填写答复").press(Keys.ENTER);
        browser.sees("答复的内容");
        keys.reach("答复日期").date("答复日期", "2025-03-20");
        keys.reach("获取信息的方式、途径、时间").type("复印件随本答复书邮寄");
        keys.reach("登记并起草文书").press(Keys.ENTER);
        browser.sees("已登记：作出答复").sees("由承办人写的内容");
        assertThat(browser.heading()).startsWith("予以公开告知书 ");
        assertThat(browser.field("获取途径").getDomProperty("value")).isEqualTo("复印件随本答复书邮寄");
        assertThat(browser.field("依据").getDomProperty("value")).isEqualTo("《政府信息公开条例》第三十六条第二项");
        System.out.println("by questions, granted, by keyboard: " + keys.count() + " keys, " + keys.asTypedByPeople()
                + " with Chinese by its sounds");
    }

    @Test
    void partOfItIsGrantedAndTheLetterIsDrafted() {
        open(requests.received("B1", "冯某"));
        browser.photograph("decision-case");
        follow("作出答复");
        browser.photograph("decision-first");
        push("继续");
        browser.sees("请选择一项：申请是否因撤回等原因终止？").photograph("decision-unsaid");
        sayThatItIsARequestThatIsClearAndHeld();
        say("这一信息是否已经主动公开，或者法律对获取另有规定？", "都不是，由本机关审查能否公开");
        browser.photograph("decision-question");
        say("有没有应当保密或者禁止公开的内容？", "没有");
        say("公开会不会损害第三方的合法权益？", "不会，或者第三方同意公开");
        say("有没有可以不予公开、本机关决定不公开的内容？", "有，过程性信息");
        say("不应当公开的内容能否与其他内容区分？", "能够区分，提供可以公开的内容");
        browser.sees("表三（二）")
                .sees("《政府信息公开条例》第十六条第二款、第三十七条")
                .sees("获取信息的方式、途径、时间、没有公开的内容、理由")
                .photograph("decision-check");
        follow("更改：有没有可以不予公开、本机关决定不公开的内容？");
        assertThat(browser.field("有，过程性信息").isSelected()).isTrue();
        say("有没有可以不予公开、本机关决定不公开的内容？", "有，内部事务信息");
        say("不应当公开的内容能否与其他内容区分？", "能够区分，提供可以公开的内容");
        browser.sees("第十六条第一款、第三十七条");
        follow("填写答复");
        browser.photograph("decision-form");
        assertThat(browser.field("理由").getDomProperty("value")).startsWith("所申请公开的信息中有行政机关的内部事务信息。");
        browser.fill("答复日期", "2025-03-20");
        push("登记并起草文书");
        browser.sees("部分公开须写明区分处理").sees("部分公开，表三（二）").photograph("decision-form-faults");
        browser.fill("获取信息的方式、途径、时间", "复印件随本答复书邮寄").fill("没有公开的内容", "内部工作流程");
        push("登记并起草文书");
        browser.sees("已登记：作出答复").sees("由承办人写的内容").photograph("decision-letter");
        assertThat(browser.heading()).startsWith("部分公开告知书 ");
        told("partially granted, with an omission, a change and a fault");
    }

    @Test
    void thirdPartyIsAskedFirstAndItsObjectionSuggestsTheRefusal() {
        String id = requests.received("B2", "陈某");
        open(id);
        follow("作出答复");
        sayThatItIsARequestThatIsClearAndHeld();
        say("这一信息是否已经主动公开，或者法律对获取另有规定？", "都不是，由本机关审查能否公开");
        say("有没有应当保密或者禁止公开的内容？", "没有");
        browser.sees("没有登记征求第三方意见");
        say("公开会不会损害第三方的合法权益？", "会，不应当公开");
        say("不应当公开的内容能否与其他内容区分？", "不能区分，或者全部不应当公开");
        browser.sees("没有书面征求第三方意见").photograph("decision-third-party");
        follow("征求第三方意见");
        browser.fill("征求意见的日期", "2025-03-05");
        push("登记");
        browser.sees("已登记：征求第三方意见");
        requests.taken(id, "takeInOpinion", "on", "2025-03-10", "consultation", 1, "opinion", "objects");
        open(id);
        clicks = 0;
        follow("作出答复");
        sayThatItIsARequestThatIsClearAndHeld();
        say("这一信息是否已经主动公开，或者法律对获取另有规定？", "都不是，由本机关审查能否公开");
        say("有没有应当保密或者禁止公开的内容？", "没有");
        browser.sees("2025年3月10日收到第三方的意见：不同意公开，有合理理由。");
        assertThat(browser.field("会，不应当公开").isSelected()).isTrue();
        say("公开会不会损害第三方的合法权益？", "会，不应当公开");
        say("不应当公开的内容能否与其他内容区分？", "不能区分，或者全部不应当公开");
        assertThat(browser.text()).contains("表三（三）第 4 目").contains("应先申请行政复议").doesNotContain("没有书面征求");
        follow("填写答复");
        browser.fill("答复日期", "2025-03-20");
        push("登记");
        browser.sees("已于2025年3月20日答复");
        follow("接着起草不予公开告知书（第三方合法权益）");
        assertThat(browser.heading()).startsWith("不予公开告知书（第三方合法权益） ");
        told("refused for a third party");
    }

    @Test
    void notHeldNamesTheOrganThatIsResponsible() {
        open(requests.received("B3", "褚某"));
        follow("作出答复");
        say("申请是否因撤回等原因终止？", "没有终止，继续办理");
        say("申请要求的是什么？", "获取政府信息");
        say("是不是重复申请，或者数量、频次明显超过合理范围？", "都不是，或者申请理由合理");
        say("申请内容是否明确？", "明确，包括补正以后明确");
        browser.sees("没有发出收费通知").photograph("decision-held");
        say("本机关有没有所申请公开的信息？", "不属于本机关负责公开");
        follow("填写答复");
        browser.fill("答复日期", "2025-03-10").fill("负责公开的机关", "清河县交通运输局").fill("该机关的联系方式", "0000-0000000");
        push("登记并起草文书");
        browser.sees("已登记：作出答复");
        assertThat(browser.heading()).startsWith("无法提供告知书（不存在或者非本机关掌握） ");
        told("not held");
    }

    @Test
    void repeatedRequestShowsTheOthersOfTheApplicant() {
        String first = requests.received("B4-1", "卫某某");
        requests.taken(first, "decide", "on", "2025-03-10", "outcome", "granted", "meansOfAccess", "邮寄");
        open(requests.received("B4-2", "卫某某"));
        follow("作出答复");
        say("申请是否因撤回等原因终止？", "没有终止，继续办理");
        say("申请要求的是什么？", "获取政府信息");
        browser.sees("可能是同一申请人的申请").sees("B4-1").photograph("decision-repeated");
        say("是不是重复申请，或者数量、频次明显超过合理范围？", "重复申请：本机关已经就同一申请人的相同申请作出答复");
        browser.sees("表三（五）第 2 目");
        follow("填写答复");
        browser.fill("答复日期", "2025-03-20");
        push("登记并起草文书");
        browser.sees("已登记：作出答复");
        assertThat(browser.heading()).startsWith("不予处理告知书（重复申请） ");
        told("repeated");
    }

    @Test
    void withdrawnRequestEndsAtTheFirstQuestion() {
        open(requests.received("B5", "蒋某"));
        follow("作出答复");
        say("申请是否因撤回等原因终止？", "申请人撤回申请");
        browser.sees("表三（六）第 3 目").photograph("decision-withdrawn");
        follow("填写答复");
        browser.fill("答复日期", "2025-03-06");
        push("登记并起草文书");
        browser.sees("已登记：作出答复");
        assertThat(browser.heading()).startsWith("终止办理告知书 ");
        told("withdrawn");
        follow("返回案件");
        browser.sees("终止的原因：申请人撤回");
    }

    @Test
    void resultThatCannotBeGivenYetLeadsToTheStepThatIsMissing() {
        open(requests.received("B6", "沈某"));
        follow("作出答复");
        say("申请是否因撤回等原因终止？", "没有终止，继续办理");
        say("申请要求的是什么？", "获取政府信息");
        say("是不是重复申请，或者数量、频次明显超过合理范围？", "都不是，或者申请理由合理");
        say("申请内容是否明确？", "不明确，补正以后仍不明确");
        browser.sees("现在不能这样答复").sees("应先告知补正并收到补正").photograph("decision-missing");
        follow("告知补正");
        assertThat(browser.heading()).isEqualTo("告知补正");
        open(requests.received("B7", "韩某"));
        follow("直接选择结果");
        browser.sees("信访举报投诉类申请").photograph("decision-list");
        follow("按问题选择结果");
        follow("直接选择结果");
        browser.sees("信访举报投诉类申请");
        browser.visit(requests.address());
        follow("作出答复：B7");
        assertThat(browser.heading()).isEqualTo("申请是否因撤回等原因终止？");
        browser.visit("/organs/" + ORGAN);
        follow("作出答复：B7");
        assertThat(browser.heading()).isEqualTo("申请是否因撤回等原因终止？");
        follow("直接选择结果");
        browser.sees("信访举报投诉类申请");
    }
}
