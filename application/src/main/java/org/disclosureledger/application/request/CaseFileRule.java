package org.disclosureledger.application.request;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What can be said against a step before the rules of the law are asked. */
public enum CaseFileRule implements Rule {
    NO_SUCH_REQUEST("本机关没有登记编号为“%s”的申请"),
    THIS_REQUEST("不能是本件申请自己"),
    NO_SUCH_REMEDY("复议诉讼台账中没有案件编号为“%s”的案件，请先在台账中登记"),
    CONTENT_OR_MATTERS("请填写申请内容；一份申请含有几件事项的，逐件填写"),
    CONTENT_AND_MATTERS("申请内容和分别办理的事项只填一处"),
    TOO_MANY_MATTERS("一份申请最多分为 %s 件"),
    NUMBERS_TAKEN("登记编号连续被其他人用去，请稍后重试"),
    NOT_A_FACT("没有这一项登记内容"),
    NUMBER_IS_FOR_EVER("案件由登记编号识别，不能更改"),
    NOT_RECORDED_YET("这一项还没有登记，不需要更正");

    private final String sentence;

    CaseFileRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
    }

    @Override
    public String ground() {
        return "《政府信息公开条例》第四十五条";
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
