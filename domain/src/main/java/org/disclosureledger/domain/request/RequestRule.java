package org.disclosureledger.domain.request;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What the Regulation says against, or about, a recorded request. */
public enum RequestRule implements Rule {
    DECIDED_BEFORE_RECEIPT(Severity.FAULT, "《政府信息公开条例》第三十三条", "答复日期早于收到日期"),
    STEP_BEFORE_RECEIPT(Severity.FAULT, "《政府信息公开条例》第三十一条", "%s早于收到日期"),
    ANSWERED_LATE(Severity.WARNING, "《政府信息公开条例》第三十三条", "答复超过期限：按登记的日期，最迟应于 %s 答复"),
    CORRECTION_NOTICE_LATE(Severity.WARNING, "《政府信息公开条例》第三十条", "补正告知超过收到申请之日起7个工作日：最迟应于 %s 告知"),
    CORRECTION_WITHOUT_NOTICE(Severity.WARNING, "《政府信息公开条例》第三十条", "有补正日期而没有补正告知日期"),
    OUTCOME_WITHOUT_CORRECTION_NOTICE(Severity.WARNING, "《政府信息公开条例》第三十条", "该处理结果以补正告知为前提，但没有补正告知日期"),
    OUTCOME_WITHOUT_FEE_NOTICE(Severity.WARNING, "国办函〔2020〕109号第六条", "该处理结果以收费通知为前提，但没有收费通知日期"),
    THIRD_PARTY_RESPONSE_WITHOUT_CONSULTATION(Severity.WARNING, "《政府信息公开条例》第三十二条", "有意见反馈日期而没有征求意见日期"),
    PAYMENT_WITHOUT_NOTICE(Severity.WARNING, "国办函〔2020〕109号第六条", "有缴费日期而没有收费通知日期"),
    STEPS_OUT_OF_ORDER(Severity.WARNING, "《政府信息公开条例》第三十三条", "%s早于%s"),
    DELIVERED_WITHOUT_DECISION(Severity.WARNING, "《政府信息公开条例》第三十六条", "有送达日期而没有答复日期");

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
