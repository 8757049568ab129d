package org.disclosureledger.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.disclosureledger.application.RunningService;
import org.disclosureledger.application.Service.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each of the 21 results by questions, as plain pages: without a browser and so without any script. */
@RunningService
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionPagesIT {

    private static final String ORGAN = "plain-questions";

    @LocalServerPort
    private int port;

    private Requests requests;

    @BeforeAll
    void start() {
        requests = Requests.of(port, ORGAN);
    }

    /** The step that is missing where the result cannot be given yet. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "aaaaaaaaaa, granted, 表三（一）, -",
                "aaaaaab,    granted, 表三（一）, -",
                "aaaaaaaaca, partiallyGranted, 表三（二）, -",
                "aaaaaaabb,  refused.stateSecret, 表三（三）第 1 目, -",
                "aaaaaaacb,  refused.otherLawProhibits, 表三（三）第 2 目, -",
                "aaaaaaadb,  refused.threeSecuritiesOneStability, 表三（三）第 3 目, -",
                "aaaaaaaacb, refused.thirdPartyRights, 表三（三）第 4 目, consultThirdParty",
                "aaaaaaaaabb, refused.internalAffairs, 表三（三）第 5 目, -",
                "aaaaaaaaacb, refused.processInformation, 表三（三）第 6 目, -",
                "aaaaaaaaadb, refused.lawEnforcementFile, 表三（三）第 7 目, -",
                "aaaaaac,    refused.administrativeQuery, 表三（三）第 8 目, -",
                "aaaaac,     unavailable.notHeld, 表三（四）第 1 目, -",
                "aaaaad,     unavailable.needsCreation, 表三（四）第 2 目, -",
                "aaab,       unavailable.stillUnclear, 表三（四）第 3 目, askForCorrection",
                "ab,         notProcessed.petition, 表三（五）第 1 目, -",
                "aab,        notProcessed.repeated, 表三（五）第 2 目, -",
                "ac,         notProcessed.publications, 表三（五）第 3 目, -",
                "aac,        notProcessed.excessive, 表三（五）第 4 目, askForReasons",
                "ad,         notProcessed.reissue, 表三（五）第 5 目, -",
                "aaac,       other.correctionOverdue, 表三（六）第 1 目, askForCorrection",
                "aaaab,      other.feeUnpaid, 表三（六）第 2 目, notifyFee",
                "b,          other.other, 表三（六）第 3 目, -"
            })
    void everyResultIsCheckedAndFillsTheFormOrNamesTheStepThatIsMissing(
            String code, String outcome, String row, @Nullable String missing) {
        String id = requests.received("P-" + code, "王某" + code);
        String check = requests.page(id, "/decision/check?a=" + code);

        assertThat(check).contains(row);
        boolean barred = check.contains("现在不能这样答复");
        if (missing != null) {
            assertThat(check).contains("/steps/" + missing);
        }
        assertThat(barred).isEqualTo(missing != null && !missing.equals("consultThirdParty"));
        assertThat(check.contains(">填写答复</a>")).isEqualTo(!barred);
        assertThat(requests.page(id, "/steps/decide?a=" + code))
                .contains("name=\"outcome\" value=\"" + outcome + "\"")
                .doesNotContain("type=\"radio\" name=\"outcome\"")
                .contains("直接选择结果");
    }

    @Test
    void questionIsAnsweredByAPlainFormAndTheAddressHoldsTheAnswers() {
        String id = requests.received("P-plain", "赵某");

        assertThat(requests.page(id, "/decision")).contains("申请是否因撤回等原因终止？").contains("method=\"post\"");
        Answer next = requests.service()
                .post(
                        requests.address() + "/" + id + "/decision",
                        "application/x-www-form-urlencoded",
                        "a=aa&q=2&option=1".getBytes(StandardCharsets.UTF_8));
        assertThat(next.status()).isIn(200, 302);
        assertThat(next.status() == 302 ? requests.page(id, "/decision/check?a=aab") : next.text())
                .contains("重复申请");
        Answer unsaid = requests.service()
                .post(
                        requests.address() + "/" + id + "/decision",
                        "application/x-www-form-urlencoded",
                        "a=aa&q=2".getBytes(StandardCharsets.UTF_8));
        assertThat(unsaid.text()).contains("请选择一项：是不是重复申请").contains("已回答");
    }

    /** An address that was cut or made up asks from where it makes sense; the fee nobody told of is not asked for. */
    @Test
    void addressThatMakesNoSenseAsksFromWhereItDoes() {
        String id = requests.received("P-cut", "钱某");

        assertThat(requests.page(id, "/decision?a=aazzz")).contains("是不是重复申请");
        assertThat(requests.page(id, "/decision?a=aaaa"))
                .contains("本机关有没有所申请公开的信息？")
                .contains("登记内容：没有发出收费通知。");
        assertThat(requests.page(id, "/decision?a=aaaaa&q=4")).contains("通知缴纳的信息处理费是否已经缴纳？");
        assertThat(requests.page(id, "/decision?a=aaaaa&q=99")).contains("本机关有没有所申请公开的信息？");
    }

    @Test
    void overdueCorrectionIsSuggestedWithItsDates() {
        String id = requests.received("P-overdue", "孙某");
        requests.taken(id, "askForCorrection", "on", "2025-03-05", "correctionDueOn", "2025-03-19", "matters", "年度");

        assertThat(requests.page(id, "/decision?a=aaa"))
                .contains("2025年3月5日告知补正，补正期限至2025年3月19日，没有收到补正")
                .containsPattern("value=\"2\"[^>]*checked");
        assertThat(requests.page(id, "/decision/check?a=aaac"))
                .doesNotContain("现在不能这样答复")
                .contains("填写答复");
    }

    @Test
    void answeredRequestHasNoQuestions() {
        String id = requests.received("P-answered", "周某");
        requests.taken(id, "decide", "on", "2025-03-20", "outcome", "granted", "meansOfAccess", "邮寄");

        assertThat(requests.service().get("/organs/" + ORGAN + "/cases/" + id).text())
                .doesNotContain("直接选择结果", id + "/decision");
        Answer closed = requests.service().get(requests.address() + "/" + id + "/decision");
        assertThat(closed.status() == 302 ? requests.page(id, "/steps/decide") : closed.text())
                .contains("现在不能办理这一步");
    }

    @Test
    void reopenedRequestIsDecidedAnewByTheSameQuestions() {
        String id = requests.received("P-anew", "吴某");
        requests.taken(id, "decide", "on", "2025-03-20", "outcome", "granted", "meansOfAccess", "邮寄");
        requests.taken(id, "reopen", "on", "2025-04-21", "ground", "ownMotion", "reason", "遗漏");

        assertThat(requests.page(id, "/decision")).contains("重新作出答复");
        assertThat(requests.page(id, "/decision/check?a=aaaaaaaaaa")).contains("/steps/decideAnew?a=aaaaaaaaaa");
    }
}
