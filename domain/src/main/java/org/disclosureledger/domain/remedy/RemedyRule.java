package org.disclosureledger.domain.remedy;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What can be wrong with, or unusual about, a recorded remedy. */
public enum RemedyRule implements Rule {
    AFTER_RECONSIDERATION_MISSING(Severity.FAULT, "复议诉讼台账格式", "行政诉讼必须填写是否经过复议"),
    AFTER_RECONSIDERATION_NOT_FOR_RECONSIDERATION(Severity.WARNING, "复议诉讼台账格式", "行政复议不需要填写是否经过复议"),
    CONCLUDED_BEFORE_ACCEPTED(Severity.FAULT, "《行政复议法》第六十二条、《行政诉讼法》第八十一条", "审结日期早于受理日期"),
    REQUEST_NOT_IN_REGISTER(Severity.WARNING, "《政府信息公开条例》第五十一条", "申请台账中没有登记编号 %s");

    private final Severity severity;
    private final String ground;
    private final String sentence;

    RemedyRule(Severity severity, String ground, String sentence) {
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
