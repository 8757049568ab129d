package org.disclosureledger.domain.remedy;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What can be wrong with, or unusual about, a recorded remedy. */
public enum RemedyRule implements Rule {
    AFTER_RECONSIDERATION_MISSING(Severity.FAULT, "复议诉讼台账格式", "行政诉讼必须填写是否经过复议"),
    AFTER_RECONSIDERATION_NOT_FOR_RECONSIDERATION(Severity.WARNING, "复议诉讼台账格式", "行政复议不需要填写是否经过复议"),
    CONCLUDED_BEFORE_ACCEPTED(Severity.FAULT, "《行政复议法》第六十二条、《行政诉讼法》第八十一条", "审结日期早于受理日期"),
    REQUEST_NOT_IN_REGISTER(Severity.WARNING, "《政府信息公开条例》第五十一条", "申请台账中没有登记编号 %s"),

    ALREADY_ACCEPTED(Severity.FAULT, "复议诉讼台账格式", "案件编号 %s 已经登记；补充或更正请在该案件中办理"),
    NOT_ACCEPTED(Severity.FAULT, "《政府信息公开条例》第五十一条", "还没有登记受理这个案件"),
    ALREADY_CONCLUDED(Severity.FAULT, "《行政复议法》第六十二条、《行政诉讼法》第八十一条", "案件已经登记审结；登记有误的请更正"),
    APPEAL_OF_RECONSIDERATION(Severity.FAULT, "《行政复议法》第十条", "行政复议没有二审、再审；不服复议决定起诉的，请另行登记为“复议后起诉”的行政诉讼"),
    APPEAL_BEFORE_RULING(Severity.FAULT, "《行政诉讼法》第八十五条", "一审还没有登记审结，不能登记上诉、再审"),
    INSTANCE_STILL_OPEN(Severity.FAULT, "《行政诉讼法》第八十八条", "上一个审级还没有登记审结"),
    RULING_WITHOUT_APPEAL(Severity.FAULT, "《行政诉讼法》第八十八条", "没有登记未审结的二审、重审或者再审，不能登记其结果"),
    APPEALED_BEFORE_RULING(Severity.FAULT, "《行政诉讼法》第八十五条", "日期早于上一审级的审结日期（%s）"),
    RULED_BEFORE_APPEAL(Severity.FAULT, "《行政诉讼法》第八十八条", "审结日期早于该审级开始的日期（%s）"),
    INSTANCE_NUMBER_USED(Severity.FAULT, "复议诉讼台账格式", "案号 %s 已经是本案件另一个审级的案号"),
    REMAND_WITHOUT_HIGHER_RULING(Severity.FAULT, "《行政诉讼法》第八十九条", "发回重审以二审或者再审的裁定为前提"),
    SECOND_INSTANCE_AGAIN(Severity.WARNING, "《行政诉讼法》第七条", "二审的判决是终审的判决，又登记了一次二审：请核对是不是发回重审或者再审"),
    APPEAL_LATE(Severity.WARNING, "《行政诉讼法》第八十五条", "上诉晚于一审审结（%s）之后15日：判决书送达之日起15日内可以上诉，请核对送达日期"),
    TRIALS_OUT_OF_ORDER(Severity.FAULT, "《行政诉讼法》第八十五条、第八十八条", "更正以后，%s（%s）与前后审级的日期颠倒"),
    DIRECT_SUIT_AFTER_2024(
            Severity.WARNING, "《行政复议法》第二十三条第一款第四项", "2024年1月1日起，对第十四条至第十六条的不予公开应先申请行政复议；所涉申请的处理结果是“%s”，请核对是否经过复议");

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
