package org.disclosureledger.application.web.casefile;

import java.util.Map;

/** What the events of the ledger are called on a page. */
public final class EventWords {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("RequestReceived", "收到申请"),
            Map.entry("CorrectionRequested", "告知补正"),
            Map.entry("CorrectionReceived", "收到补正"),
            Map.entry("AnswerPeriodExtended", "告知延期答复"),
            Map.entry("ThirdPartyConsulted", "征求第三方意见"),
            Map.entry("ThirdPartyResponded", "第三方反馈意见"),
            Map.entry("FeeNotified", "发出收费通知"),
            Map.entry("FeePaid", "申请人缴费"),
            Map.entry("RequestDecided", "作出答复"),
            Map.entry("DecisionDelivered", "送达答复"),
            Map.entry("ReceiptDocumented", "登记收件情况"),
            Map.entry("OrganConsulted", "征求其他机关意见"),
            Map.entry("OrganResponded", "其他机关反馈意见"),
            Map.entry("ReasonsRequested", "要求说明理由"),
            Map.entry("ReasonsGiven", "申请人说明理由"),
            Map.entry("LaterDateFixed", "告知延迟答复的合理期限"),
            Map.entry("DecisionReasoned", "答复的内容和理由"),
            Map.entry("LetterIssued", "出具文书"),
            Map.entry("LetterDelivered", "送达文书"),
            Map.entry("AttachmentAdded", "添加附件"),
            Map.entry("AttachmentWithdrawn", "撤回附件"),
            Map.entry("RequestReopened", "重新办理"),
            Map.entry("RequestDecidedAnew", "重新作出答复"),
            Map.entry("DeadlineMoved", "节假日安排变动，答复期限随之变动"),
            Map.entry("HandlerAssigned", "确定承办人"),
            Map.entry("HandlerReleased", "不再确定承办人"),
            Map.entry("AnswerProposed", "提交审核：答复"),
            Map.entry("ExtensionProposed", "提交审核：延期答复"),
            Map.entry("ProposalApproved", "审核批准"),
            Map.entry("ProposalReturned", "审核退回"),
            Map.entry("ProposalWithdrawn", "撤回审核"),
            Map.entry("RequestDetailRecorded", "补充登记"),
            Map.entry("RequestFactCorrected", "更正"),
            Map.entry("RemedyAccepted", "案件受理"),
            Map.entry("RemedyConcluded", "案件审结"),
            Map.entry("RemedyAppealed", "进入二审、重审或者再审"),
            Map.entry("RemedyAppealConcluded", "该审级审结"),
            Map.entry("RemedyLinked", "关联申请"),
            Map.entry("RemedyDetailRecorded", "补充登记"),
            Map.entry("RemedyFactCorrected", "更正"),
            Map.entry("DocumentIssued", "制发"),
            Map.entry("DocumentRepealed", "废止"),
            Map.entry("DocumentDetailRecorded", "补充登记"),
            Map.entry("DocumentFactCorrected", "更正"),
            Map.entry("TallyReported", "报送数量"),
            Map.entry("TallyDetailRecorded", "补充登记"),
            Map.entry("SectionWritten", "写入年度报告的文字"),
            Map.entry("CheckWaived", "豁免校验"),
            Map.entry("AnnualReportPublished", "发布年度报告"),
            Map.entry("DifferenceNoted", "说明与已发布报告的差别"),
            Map.entry("ReportProposed", "提交审核：发布年度报告"),
            Map.entry("ReportApproved", "审核批准发布"),
            Map.entry("ReportReturned", "审核退回发布"),
            Map.entry("ReportProposalWithdrawn", "撤回审核：发布年度报告"),
            Map.entry("PublicationPrepared", "登记待公开信息"),
            Map.entry("PublicationReviewed", "审查"),
            Map.entry("PublicationPublished", "公开"),
            Map.entry("PublicationUpdated", "更新"),
            Map.entry("PublicationWithdrawn", "撤回"),
            Map.entry("PublicationFactCorrected", "更正"),
            Map.entry("ApprovalRequired", "规定须经审核"),
            Map.entry("ApprovalDropped", "不再须经审核"),
            Map.entry("AccountOpened", "开设账号"),
            Map.entry("AccountSuspended", "停用账号"),
            Map.entry("AccountResumed", "恢复账号"),
            Map.entry("RoleGranted", "授予岗位"),
            Map.entry("RoleWithdrawn", "收回岗位"));

    private EventWords() {}

    public static String of(String event) {
        return NAMES.getOrDefault(event, event);
    }
}
