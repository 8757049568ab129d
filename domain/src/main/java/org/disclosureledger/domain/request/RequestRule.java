package org.disclosureledger.domain.request;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What the Regulation says against, or about, a recorded request. */
public enum RequestRule implements Rule {
    DECIDED_BEFORE_RECEIPT(Severity.FAULT, "《政府信息公开条例》第三十三条", "答复日期早于收到日期"),
    STEP_BEFORE_RECEIPT(Severity.FAULT, "《政府信息公开条例》第三十一条", "%s早于收到日期"),
    ANSWERED_LATE(Severity.WARNING, "《政府信息公开条例》第三十三条", "答复超过期限：按登记的日期，最迟应于%s答复"),
    CORRECTION_NOTICE_LATE(Severity.WARNING, "《政府信息公开条例》第三十条", "补正告知超过收到申请之日起7个工作日：最迟应于%s告知"),
    CORRECTION_WITHOUT_NOTICE(Severity.WARNING, "《政府信息公开条例》第三十条", "有补正日期而没有补正告知日期"),
    OUTCOME_WITHOUT_CORRECTION_NOTICE(Severity.WARNING, "《政府信息公开条例》第三十条", "该处理结果以补正告知为前提，但没有补正告知日期"),
    OUTCOME_WITHOUT_FEE_NOTICE(Severity.WARNING, "国办函〔2020〕109号第六条", "该处理结果以收费通知为前提，但没有收费通知日期"),
    THIRD_PARTY_RESPONSE_WITHOUT_CONSULTATION(Severity.WARNING, "《政府信息公开条例》第三十二条", "有意见反馈日期而没有征求意见日期"),
    PAYMENT_WITHOUT_NOTICE(Severity.WARNING, "国办函〔2020〕109号第六条", "有缴费日期而没有收费通知日期"),
    STEPS_OUT_OF_ORDER(Severity.WARNING, "《政府信息公开条例》第三十三条", "%s早于%s"),
    DELIVERED_WITHOUT_DECISION(Severity.WARNING, "《政府信息公开条例》第三十六条", "有送达日期而没有答复日期"),

    NOT_RECEIVED(Severity.FAULT, "《政府信息公开条例》第三十一条", "还没有登记收到这件申请"),
    ALREADY_RECEIVED(Severity.FAULT, "《政府信息公开条例》第四十五条", "登记编号 %s 已经使用；补充或更正请在该案件中办理"),
    ALREADY_ANSWERED(Severity.FAULT, "《政府信息公开条例》第三十六条", "申请已经答复，不能再办理这一步；需要重新答复的，先登记“重新办理”"),
    STEP_BEFORE_ITS_CAUSE(Severity.FAULT, "《政府信息公开条例》第三十三条", "日期早于%s（%s）"),
    ARRIVED_AFTER_RECEIPT(Severity.FAULT, "《政府信息公开条例》第三十一条", "到达日期晚于收到日期；收到之日不早于到达之日"),
    POSTAL_SERVICE_MISSING(Severity.FAULT, "《政府信息公开条例》第三十一条第二项", "邮寄的申请须说明是签收邮件还是平常信函，收到之日的算法不同"),
    POSTAL_SERVICE_WITHOUT_POST(Severity.FAULT, "《政府信息公开条例》第三十一条第二项", "只有邮寄的申请才有邮件种类"),
    RECEIVED_AFTER_SUBMISSION(Severity.WARNING, "《政府信息公开条例》第三十一条第一、二项", "当面提交的以提交之日、签收邮件以签收之日为收到之日：收到日期晚于到达日期，请核对"),
    CONFIRMATION_UNCLEAR(Severity.WARNING, "《政府信息公开条例》第三十一条", "以这种渠道提交的，双方确认之日为收到之日：请核对收到日期是确认的日期"),
    IDENTITY_PROOF_MISSING(Severity.WARNING, "《政府信息公开条例》第二十九条第一项", "没有身份证明：可以在 7 个工作日内告知补正"),
    SPLIT_FROM_ITSELF(Severity.FAULT, "国办函〔2020〕109号第四条", "不能由本件申请拆分而来"),

    CORRECTION_STILL_OPEN(Severity.FAULT, "《政府信息公开条例》第三十条", "已经告知补正，正在等待申请人补正"),
    CORRECTION_ASKED_TWICE(Severity.WARNING, "《政府信息公开条例》第三十条", "补正应当一次性告知：这是第二次，答复期限不再重新计算"),
    CORRECTION_PERIOD_MISSING(Severity.FAULT, "《政府信息公开条例》第三十条", "补正告知须说明合理的补正期限"),
    CORRECTION_PERIOD_NOT_AFTER_NOTICE(Severity.FAULT, "《政府信息公开条例》第三十条", "补正期限应在告知日期之后"),
    NO_CORRECTION_ASKED(Severity.FAULT, "《政府信息公开条例》第三十条", "没有等待补正的告知"),
    CORRECTED_AFTER_ITS_PERIOD(Severity.WARNING, "《政府信息公开条例》第三十条", "补正晚于告知的补正期限%s：申请人有正当理由的才继续办理"),

    EXTENSION_ALREADY_USED(Severity.FAULT, "《政府信息公开条例》第三十三条", "已经延期过一次，不能再延期"),
    EXTENSION_TOO_LONG(Severity.FAULT, "《政府信息公开条例》第三十三条", "延长 1 至 20 个工作日，不得超过 20 个工作日"),
    APPROVER_MISSING(Severity.FAULT, "《政府信息公开条例》第三十三条", "延期须经政府信息公开工作机构负责人同意：请填写批准人"),
    EXTENDED_AFTER_THE_PERIOD(Severity.WARNING, "《政府信息公开条例》第三十三条", "告知延期时答复期限（%s）已过，不产生延长的效力"),
    CLOCK_STOPPED(Severity.FAULT, "《政府信息公开条例》第三十条、国办函〔2020〕109号第七条", "正在等待申请人补正或者缴费，答复期限没有计算，不需要延期"),

    NO_CONSULTATION_OPEN(Severity.FAULT, "《政府信息公开条例》第三十二条、第三十四条", "没有等待反馈的征求意见"),
    NO_SUCH_CONSULTATION(Severity.FAULT, "《政府信息公开条例》第三十二条、第三十四条", "没有第 %s 次征求意见，或者已有反馈"),
    CONSULTED_ORGAN_MISSING(Severity.FAULT, "《政府信息公开条例》第三十四条", "请填写被征求意见的机关"),
    OPINION_LATE(Severity.WARNING, "《政府信息公开条例》第三十二条、第三十四条", "反馈晚于%s（收到征求意见书之日起15个工作日）：第三方逾期的由本机关决定，被征求机关逾期的视为同意"),
    OPINION_STILL_OPEN(Severity.WARNING, "《政府信息公开条例》第三十二条、第三十四条", "第 %s 次征求意见还没有反馈，15 个工作日的期限（%s）也没有届满"),
    THIRD_PARTY_NOT_CONSULTED(Severity.WARNING, "《政府信息公开条例》第三十二条", "以第三方合法权益为由不予公开，但没有书面征求第三方意见"),
    THIRD_PARTY_OBJECTED(
            Severity.WARNING, "《政府信息公开条例》第三十二条", "第三方不同意公开且有合理理由，却予以公开：只有不公开可能对公共利益造成重大影响的才可以，并应将公开的内容和理由书面告知第三方"),
    THIRD_PARTY_CONSENTED(Severity.WARNING, "《政府信息公开条例》第十五条、第三十二条", "第三方同意公开，却以第三方合法权益为由不予公开"),

    FEE_ALREADY_NOTIFIED(Severity.FAULT, "国办函〔2020〕109号第三条", "一件申请只收取一次费用，按件、按量不得并用：已经发出收费通知"),
    NOTHING_TO_CHARGE(Severity.FAULT, "国办函〔2020〕109号第四条、第五条", "没有超过免费的数量，不收费"),
    QUANTITY_IMPOSSIBLE(Severity.FAULT, "国办函〔2020〕109号第四条、第五条", "件数、页数为 1 至 1000000 的整数，以前的件数不小于 0"),
    FEE_NOTICE_LATE(Severity.WARNING, "国办函〔2020〕109号第六条", "收费通知应在答复期限（%s）内发出"),
    NO_FEE_NOTIFIED(Severity.FAULT, "国办函〔2020〕109号第六条", "没有等待缴费的收费通知"),
    PAYMENT_IMPOSSIBLE(Severity.FAULT, "国办函〔2020〕109号第六条", "缴费金额应大于 0"),
    PAYMENT_INCOMPLETE(Severity.FAULT, "国办函〔2020〕109号第六条", "缴费金额与收费通知的金额（%s 元）不同"),
    PAYMENT_LATE(Severity.WARNING, "国办函〔2020〕109号第六条", "缴费晚于%s（收到通知次日起20个工作日）"),

    REASONS_ALREADY_ASKED(Severity.FAULT, "《政府信息公开条例》第三十五条", "已经要求说明理由"),
    NO_REASONS_ASKED(Severity.FAULT, "《政府信息公开条例》第三十五条", "没有等待申请人说明理由"),
    LATER_DATE_WITHOUT_REASONS(Severity.FAULT, "《政府信息公开条例》第三十五条", "申请人说明理由并被认为合理的，才可以确定延迟答复的合理期限"),
    LATER_DATE_ALREADY_FIXED(Severity.FAULT, "《政府信息公开条例》第三十五条", "已经告知延迟答复的合理期限"),
    LATER_DATE_NOT_LATER(Severity.FAULT, "《政府信息公开条例》第三十五条", "延迟答复的期限应当晚于答复期限%s"),
    LATER_DATE_TOO_LATE(Severity.WARNING, "《政府信息公开条例》第三十五条", "告知延迟答复的合理期限时答复期限（%s）已过，不改变期限"),

    REOPENED_IS_DECIDED_ANEW(Severity.FAULT, "《政府信息公开条例》第三十六条", "申请已答复并在重新办理，请登记“重新作出答复”"),
    MEANS_OF_ACCESS_MISSING(Severity.FAULT, "《政府信息公开条例》第三十六条第一、二、七项，第三十七条，第三十九条第二款", "请填写获取该政府信息的方式、途径、时间，或者已经公开的地方"),
    WITHHELD_MISSING(Severity.FAULT, "《政府信息公开条例》第三十七条", "部分公开须写明区分处理、没有公开的内容"),
    REASONS_MISSING(Severity.FAULT, "《政府信息公开条例》第三十条、第三十五条至第三十九条", "请填写理由"),
    OTHER_ORGAN_CONTACT_MISSING(Severity.FAULT, "《政府信息公开条例》第三十六条第五项", "告知负责公开的机关时，应同时告知其联系方式"),
    EXCESSIVE_WITHOUT_ASKING(Severity.FAULT, "《政府信息公开条例》第三十五条", "以无正当理由大量反复申请不予处理的，应先要求申请人说明理由；申请人没有说明或者理由不合理的，才不予处理"),
    UNCLEAR_WITHOUT_CORRECTION(Severity.FAULT, "《政府信息公开条例》第三十条", "以补正后仍不明确答复的，应先告知补正并收到补正"),
    CORRECTION_PERIOD_NOT_OVER(Severity.FAULT, "《政府信息公开条例》第三十条", "补正期限还没有届满，或者没有等待补正的告知"),
    PAYMENT_PERIOD_NOT_OVER(Severity.FAULT, "国办函〔2020〕109号第六条", "缴费期限还没有届满，或者没有等待缴费的收费通知"),
    END_REASON_MISSING(Severity.FAULT, "国办公开办函〔2021〕30号", "其他处理/其他须说明终止的原因（申请人撤回、死亡或者终止、合并办理、其他）"),
    END_REASON_WITH_ANOTHER_RESULT(Severity.FAULT, "国办公开办函〔2021〕30号", "撤回等终止的原因只用于其他处理/其他"),
    JOINED_REQUEST_MISSING(Severity.FAULT, "国办公开办函〔2021〕30号", "合并办理的，须说明并入哪一件（另一件）申请"),
    RECONSIDERATION_FIRST(
            Severity.WARNING, "《行政复议法》第二十三条第一款第四项", "2024年1月1日起，对第十四条至第十六条的不予公开应先申请行政复议，复议后才能起诉：答复书应当这样告知"),
    NOT_ANSWERED_YET(Severity.FAULT, "《政府信息公开条例》第三十六条", "还没有答复"),
    ALREADY_DELIVERED(Severity.FAULT, "《政府信息公开条例》第三十六条", "答复已经送达；日期有误的请更正"),
    ALREADY_REOPENED(Severity.FAULT, "《政府信息公开条例》第三十六条", "已经在重新办理"),
    NOT_REOPENED(Severity.FAULT, "《政府信息公开条例》第三十六条", "没有登记“重新办理”"),
    REOPENED_WITH_A_DATE(Severity.FAULT, "《行政复议法》第六十四条、第六十六条，《行政诉讼法》第七十条、第七十二条", "重新答复的期限已经由复议决定、裁判或者本机关确定，不再延长"),
    REOPENING_WITHOUT_REMEDY(Severity.WARNING, "《政府信息公开条例》第五十一条", "请说明是哪一件行政复议或者行政诉讼要求重新办理"),
    REOPENING_REASON_MISSING(Severity.FAULT, "《政府信息公开条例》第四十五条", "自行纠正的须说明理由"),
    ANSWER_DUE_BEFORE_REOPENING(Severity.FAULT, "《政府信息公开条例》第三十六条", "重新答复的期限应在重新办理之后"),
    LETTER_NUMBER_USED(Severity.FAULT, "《政府信息公开条例》第四十五条", "文号 %s 在本案件中已经使用"),
    NO_SUCH_LETTER(Severity.FAULT, "《政府信息公开条例》第四十五条", "本案件中没有文号 %s，或者已经登记送达"),
    ATTACHMENT_ALREADY_THERE(Severity.WARNING, "《政府信息公开条例》第四十五条", "第 %s 个文件与本案件的附件 %s 完全相同，没有重复添加"),
    NO_SUCH_ATTACHMENT(Severity.FAULT, "《政府信息公开条例》第四十五条", "本案件中没有附件 %s，或者已经撤回"),

    HANDLER_UNFIT(Severity.FAULT, "《政府信息公开条例》第四十五条", "承办人须是在本机关担任承办岗、账号没有停用的人员"),
    HANDLER_AFTER_ANSWER(Severity.FAULT, "《政府信息公开条例》第四十五条", "申请已经答复，不再变动承办人；重新办理以后可以另行确定");

    private final Severity severity;
    private final String ground;
    private final String sentence;

    RequestRule(Severity severity, String ground, String sentence) {
        this.severity = severity;
        this.ground = ground;
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String ground() {
        return ground;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
