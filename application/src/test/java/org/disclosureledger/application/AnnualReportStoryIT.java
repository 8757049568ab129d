package org.disclosureledger.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.disclosureledger.application.Office.Case;
import org.disclosureledger.application.Office.RemedyCase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * A year of one office, told case by case through its API: what arrived, what was asked, what was answered and on which
 * day, which answers were fought over, and the tables that it published in the end. Every last day and every figure was
 * worked out by hand from this text and the notices of holidays.
 */
@RunningService
class AnnualReportStoryIT {

    @LocalServerPort
    private int port;

    @Test
    void theYear2024OfQingshiTown() {
        Office office = new Office(new Service(port), "qingshi", "青石镇人民政府");

        // December 2023: a farmer asks for a list of subsidies and is answered in January.
        Case subsidies = office.receives("2023-12-20", "inPerson", "naturalPerson", "赵一", "2023年耕地地力保护补贴名单");
        assertThat(subsidies.lastDay()).isEqualTo("2024-01-18"); // New Year's Day is off
        subsidies.grants("2024-01-10");

        // 1. A citizen comes in person and is answered within the week.
        office.receives("2024-01-08", "inPerson", "naturalPerson", "钱二", "村级公益事业项目清单")
                .grants("2024-01-12");

        // 2. A company sends a registered letter; the unit prices of the contract are separated and kept back.
        Case contract = office.receivesLetter("2024-01-22", null, "commercialEnterprise", "青山建材公司", "镇道路硬化工程合同");
        assertThat(contract.lastDay()).isEqualTo("2024-02-22"); // 10–17 February off, 4 and 18 February worked
        contract.grantsInPart("2024-02-20", "合同单价", "涉及第三方商业秘密");

        // 3. An ordinary letter arrives on Friday and is confirmed by telephone on Monday. The third party objects.
        Case land = office.receivesLetter("2024-03-04", "2024-03-01", "naturalPerson", "孙三", "某企业用地审批材料");
        assertThat(land.lastDay()).isEqualTo("2024-04-01");
        land.step("consultThirdParty", "2024-03-06", "thirdParty", "青山建材公司");
        land.step("takeInOpinion", "2024-03-13", "consultation", 1, "opinion", "objects");
        assertThat(land.lastDay())
                .isEqualTo("2024-04-09"); // 7, 8, 11, 12, 13 March not counted; 4 and 5 April off, 7 April worked
        land.refuses("2024-03-20", "refused.thirdPartyRights", "第三方以商业秘密为由不同意公开，理由成立");

        // 4. A research institute is asked what it means, answers, and still nobody can tell.
        Case unclear = office.receives("2024-04-01", "email", "researchInstitution", "省农科院", "有关材料");
        unclear.step("askForCorrection", "2024-04-03", "correctionDueOn", "2024-04-18", "matters", "请说明信息的名称或者特征");
        assertThat(unclear.lastDay()).isNull();
        unclear.step("takeInCorrection", "2024-04-12");
        assertThat(unclear.lastDay()).isEqualTo("2024-05-13"); // 1–5 May off, 28 April and 11 May worked
        unclear.answers("2024-04-28", "unavailable.stillUnclear", "reasons", "补正后仍不能确定所指的信息");

        // 5. Another one never answers the notice.
        Case silent = office.receives("2024-04-08", "internet", "naturalPerson", "李四", "全部文件");
        silent.step("askForCorrection", "2024-04-10", "correctionDueOn", "2024-04-25", "matters", "请说明信息的名称");
        assertThat(silent.refusedStep("decide", "2024-04-25", "outcome", "other.correctionOverdue"))
                .isEqualTo("CORRECTION_PERIOD_NOT_OVER");
        silent.answers("2024-04-26", "other.correctionOverdue");

        // 6. A fax; the search takes long and the period is extended once.
        Case archive = office.receives("2024-05-06", "fax", "naturalPerson", "周五", "1998年移民安置档案");
        assertThat(archive.lastDay()).isEqualTo("2024-05-31"); // 11 May worked
        archive.step("extend", "2024-05-30", "days", 20, "approvedBy", "吴主任");
        assertThat(archive.lastDay()).isEqualTo("2024-07-01"); // 10 June off
        assertThat(archive.refusedStep("extend", "2024-06-03", "days", 5, "approvedBy", "吴主任"))
                .isEqualTo("EXTENSION_ALREADY_USED");
        archive.grants("2024-06-20");

        // 7. A law firm wants sixty-eight pages and pays 380 yuan for what exceeds thirty.
        Case copies = office.receives("2024-05-13", "email", "legalServiceOrganization", "明理律师事务所", "征收补偿方案全文");
        copies.step("notifyFee", "2024-05-15", "basis", "perPage", "quantity", 68);
        assertThat(copies.lastDay()).isNull();
        copies.step("takeInPayment", "2024-05-20", "fee", 380);
        assertThat(copies.lastDay()).isEqualTo("2024-06-18");
        copies.grants("2024-05-24");

        // 8. Somebody else does not pay.
        Case unpaid = office.receives("2024-05-14", "internet", "naturalPerson", "郑六", "全部工程决算");
        unpaid.step("notifyFee", "2024-05-16", "basis", "perPage", "quantity", 500);
        assertThat(unpaid.refusedStep("decide", "2024-06-14", "outcome", "other.feeUnpaid"))
                .isEqualTo("PAYMENT_PERIOD_NOT_OVER");
        unpaid.answers("2024-06-17", "other.feeUnpaid");

        // 9. Forty requests of the same kind in a month, and no good reason for them.
        Case flood = office.receives("2024-06-03", "email", "legalServiceOrganization", "明理律师事务所", "同类信息第40件");
        assertThat(flood.refusedStep("decide", "2024-06-05", "outcome", "notProcessed.excessive", "reasons", "数量过多"))
                .isEqualTo("EXCESSIVE_WITHOUT_ASKING");
        flood.step("askForReasons", "2024-06-05");
        flood.step("takeInReasons", "2024-06-11", "reasonable", false);
        flood.answers("2024-06-13", "notProcessed.excessive", "reasons", "说明的理由不合理");

        // 10. The same firm has a good reason once, and is promised an answer in September.
        Case promised = office.receives("2024-06-04", "email", "legalServiceOrganization", "明理律师事务所", "历年补偿标准");
        promised.step("askForReasons", "2024-06-06");
        promised.step("takeInReasons", "2024-06-12", "reasonable", true);
        promised.step("fixLaterDate", "2024-06-14", "answerDueOn", "2024-09-30");
        assertThat(promised.lastDay()).isEqualTo("2024-09-30");
        promised.grants("2024-09-20");

        // 11. A state secret.
        office.receives("2024-06-17", "inPerson", "naturalPerson", "王七", "人防工程布局图")
                .refuses("2024-06-25", "refused.stateSecret", "经审查属于国家秘密");

        // 12. Internal affairs, as the office sees it; the county does not, and the office has to answer again.
        Case meeting = office.receives("2024-07-01", "inPerson", "publicInterestOrganization", "绿水环保协会", "饮用水源会议决定");
        meeting.refuses("2024-07-10", "refused.internalAffairs", "属于内部工作流程信息");
        RemedyCase first = office.reconsideration("复2024-1", meeting, "2024-07-22");
        first.concludes("2024-08-30", "corrected");
        meeting.step(
                "reopen", "2024-09-02", "ground", "reconsideration", "remedy", first.id(), "answerDueOn", "2024-09-20");
        assertThat(meeting.lastDay()).isEqualTo("2024-09-20");
        meeting.answersAnew("2024-09-12", "granted", "meansOfAccess", "当面提供复印件");

        // 13. A draft; upheld by the county, upheld by the court, and in 2025 set aside by the court above.
        Case draft = office.receives("2024-07-02", "inPerson", "naturalPerson", "冯八", "规划草案讨论稿");
        draft.refuses("2024-07-15", "refused.processInformation", "属于过程稿");
        office.reconsideration("复2024-2", draft, "2024-07-29").concludes("2024-09-06", "upheld");
        RemedyCase lawsuit = office.lawsuitAfterReconsideration("（2024）行初31号", draft, "2024-09-18");
        lawsuit.concludes("2024-11-05", "upheld");
        lawsuit.isAppealed("2024-11-15", "（2024）行终88号");

        // 14–20. What else people ask an office for.
        office.receives("2024-08-05", "inPerson", "commercialEnterprise", "青山建材公司", "处罚案卷")
                .refuses("2024-08-15", "refused.lawEnforcementFile", "属于行政执法案卷");
        office.receives("2024-08-06", "inPerson", "naturalPerson", "陈九", "不动产登记资料")
                .answers("2024-08-12", "refused.administrativeQuery", "meansOfAccess", "依照不动产登记的规定到登记机构查询");
        office.receives("2024-08-07", "email", "naturalPerson", "褚十", "中学招生计划")
                .answers(
                        "2024-08-14",
                        "unavailable.notHeld",
                        "reasons",
                        "不属于本机关负责公开",
                        "otherOrgan",
                        "县教育局",
                        "otherOrganContact",
                        "0000-0000000");
        office.receives("2024-08-08", "email", "otherOrganization", "青石商会", "近十年企业用电汇总")
                .answers("2024-08-20", "unavailable.needsCreation", "reasons", "需要汇总、加工");
        office.receives("2024-09-02", "internet", "naturalPerson", "卫一", "要求处理邻居违建")
                .answers("2024-09-09", "notProcessed.petition", "reasons", "属于投诉举报，请向综合执法队反映");
        office.receives("2024-09-03", "inPerson", "naturalPerson", "钱二", "村级公益事业项目清单")
                .answers("2024-09-06", "notProcessed.repeated", "reasons", "已于1月12日答复");
        office.receives("2024-09-04", "inPerson", "naturalPerson", "蒋二", "县政府公报")
                .answers("2024-09-06", "notProcessed.publications", "meansOfAccess", "县档案馆、图书馆可以查阅");

        // 21. One paper, two matters: the first a certificate in other words, the second withdrawn.
        Case certificate = office.receives("2024-10-08", "inPerson", "naturalPerson", "沈三", "确认补偿款发放情况");
        Case withdrawn = office.receivesSplit("2024-10-08", certificate, "naturalPerson", "沈三", "补偿款账户明细");
        certificate.answers("2024-10-15", "notProcessed.reissue", "reasons", "要求确认已经获取的信息");
        assertThat(withdrawn.refusedStep("decide", "2024-10-16", "outcome", "other.other"))
                .isEqualTo("END_REASON_MISSING");
        withdrawn.answers("2024-10-16", "other.other", "endReason", "withdrawn");

        // 22, 23. Two more grounds of art. 14.
        office.receives("2024-10-21", "inPerson", "commercialEnterprise", "远大物流公司", "纳税人信息")
                .refuses("2024-10-28", "refused.otherLawProhibits", "法律规定保密");
        office.receives("2024-11-04", "inPerson", "naturalPerson", "韩四", "应急指挥部署图")
                .refuses("2024-11-12", "refused.threeSecuritiesOneStability", "公开可能危及公共安全");

        // 24. Asked before Christmas, answered in the new year.
        Case late = office.receives("2024-12-20", "inPerson", "naturalPerson", "杨五", "2024年低保名单");
        assertThat(late.lastDay()).isEqualTo("2025-01-20"); // New Year's Day is off
        late.grants("2025-01-14");
        lawsuit.isDecidedOnAppeal("2025-02-20", "corrected");

        JsonNode tables = office.tables(2024);
        // columns: natural person, enterprise, research, public interest, legal services, other, total
        assertThat(Office.row(tables, "newReceived")).containsExactly(16, 3, 1, 1, 3, 1, 25);
        assertThat(Office.row(tables, "carriedIn")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "granted")).containsExactly(3, 0, 0, 0, 2, 0, 5);
        assertThat(Office.row(tables, "partiallyGranted")).containsExactly(0, 1, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "refused.stateSecret")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "refused.otherLawProhibits")).containsExactly(0, 1, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "refused.threeSecuritiesOneStability")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "refused.thirdPartyRights")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        // the first answer counts; the one after the reconsideration changes no figure
        assertThat(Office.row(tables, "refused.internalAffairs")).containsExactly(0, 0, 0, 1, 0, 0, 1);
        assertThat(Office.row(tables, "refused.processInformation")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "refused.lawEnforcementFile")).containsExactly(0, 1, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "refused.administrativeQuery")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "unavailable.notHeld")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "unavailable.needsCreation")).containsExactly(0, 0, 0, 0, 0, 1, 1);
        assertThat(Office.row(tables, "unavailable.stillUnclear")).containsExactly(0, 0, 1, 0, 0, 0, 1);
        assertThat(Office.row(tables, "notProcessed.petition")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "notProcessed.repeated")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "notProcessed.publications")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "notProcessed.excessive")).containsExactly(0, 0, 0, 0, 1, 0, 1);
        assertThat(Office.row(tables, "notProcessed.reissue")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "other.correctionOverdue")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "other.feeUnpaid")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "other.other")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(tables, "total")).containsExactly(16, 3, 1, 1, 3, 1, 25);
        assertThat(Office.row(tables, "carriedOut")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        // upheld, corrected, other, pending, total
        assertThat(Office.remedies(tables.path("reconsideration"))).containsExactly(1, 1, 0, 0, 2);
        assertThat(Office.remedies(tables.path("litigation").path("direct"))).containsExactly(0, 0, 0, 0, 0);
        // on 31 December the appeal was open
        assertThat(Office.remedies(tables.path("litigation").path("afterReconsideration")))
                .containsExactly(0, 0, 0, 1, 1);
        assertThat(Office.failedChecks(tables)).isEmpty();

        JsonNode next = office.tables(2025);
        assertThat(Office.row(next, "newReceived")).containsExactly(0, 0, 0, 0, 0, 0, 0);
        assertThat(Office.row(next, "carriedIn")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.row(next, "granted")).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(Office.remedies(next.path("litigation").path("afterReconsideration")))
                .containsExactly(0, 1, 0, 0, 1);
        assertThat(Office.failedChecks(next)).isEmpty();
    }
}
