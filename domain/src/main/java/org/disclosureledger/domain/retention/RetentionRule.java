package org.disclosureledger.domain.retention;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** Objections to what is asked about an organ's personal data. */
public enum RetentionRule implements Rule {
    MONTHS_OUT_OF_RANGE("限制处理的期限应为 1 至 120 个月的整数"),
    SCHEDULE_MISSING("请写明所依据的保管期限表和条款，不超过 200 个字"),
    YEARS_OUT_OF_RANGE("保管期限应为 1 至 100 年的整数"),
    NUMBER_UNKNOWN("本机关没有编号为 %s 的申请、复议或者诉讼案件"),
    NOTHING_TO_DESTROY("没有保管期限已满、可以销毁的案件"),
    TOO_MANY_CASES("一批最多 %s 件，请缩小范围"),
    CASE_OPEN("有 %s 件还没有办结，不能销毁"),
    REMEDY_PENDING("有 %s 件的行政复议或者行政诉讼还没有结案，不能销毁"),
    TERM_NOT_OVER("有 %s 件的保管期限未满（自办结的次年 1 月 1 日起算），不能销毁"),
    DESTROYED_ALREADY("有 %s 件的个人信息已经销毁"),
    PROPOSAL_WAITING("第 %s 批还没有办完，请先批准或者撤回"),
    NO_SUCH_PROPOSAL("这一批不存在，或者已经办完"),
    REASON_MISSING("请写明理由，不超过 200 个字"),
    PACKAGE_NOT_EXPORTED("还没有导出档案包，不能销毁"),
    CHANGED_SINCE_EXPORT("导出档案包以后，有 %s 件又有新的登记，请重新导出"),
    SAME_PERSON("提出销毁的人不能自己批准，须由另一人批准"),
    PERSONAL_DATA_DESTROYED("这一件的个人信息已经销毁，不能再登记内容");

    private static final String KEPT = "《中华人民共和国个人信息保护法》第四十七条";
    private static final String APART = "《中华人民共和国个人信息保护法》第五十一条";

    private final String sentence;

    RetentionRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
    }

    @Override
    public String ground() {
        return switch (this) {
            case PROPOSAL_WAITING, NO_SUCH_PROPOSAL, REASON_MISSING, SAME_PERSON -> APART;
            default -> KEPT;
        };
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
