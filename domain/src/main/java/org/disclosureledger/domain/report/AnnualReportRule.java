package org.disclosureledger.domain.report;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** Objections to commands on an annual report. */
public enum AnnualReportRule implements Rule {
    YEAR_NOT_OVER("《政府信息公开条例》第五十条", "%s 年度还没有结束，%s 年 1 月 1 日起才能发布"),
    PUBLISHED_IN_FUTURE("《政府信息公开条例》第五十条（本系统约定）", "发布日期%s还没有到"),
    PUBLISHED_BEFORE_LAST_VERSION("《政府信息公开条例》第五十条（本系统约定）", "发布日期%s早于上一版的发布日期%s"),
    VERSION_TAKEN("《政府信息公开条例》第五十条（本系统约定）", "刚刚有人发布了第 %s 版，请重新查看以后再发布"),
    CHECK_FAILS("国办公开办函〔2021〕30号", "%s。请先更正；确实不能更正的，由指名的人写明理由豁免"),
    TEXT_UNFINISHED("《政府信息公开条例》第五十条", "“%s”还没有写完"),
    AMENDMENT_WITHOUT_REASON("《政府信息公开条例》第五十条（本系统约定）", "已经发布过第 %s 版，再发布须写明修订的理由"),
    NOTHING_TO_AMEND("《政府信息公开条例》第五十条（本系统约定）", "与已经发布的第 %s 版没有不同，不需要修订"),
    CHECK_HOLDS("《政府信息公开条例》第五十条（本系统约定）", "没有这一项不成立的校验，不需要豁免"),
    WAIVER_WITHOUT_NAME("《政府信息公开条例》第五十条（本系统约定）", "请写明由谁豁免"),
    WAIVER_WITHOUT_REASON("《政府信息公开条例》第五十条（本系统约定）", "请写明豁免的理由"),
    NOT_PUBLISHED("《政府信息公开条例》第五十条（本系统约定）", "本年度报告还没有发布"),
    NO_DIFFERENCE("《政府信息公开条例》第五十条（本系统约定）", "现在的数字与已经发布的第 %s 版相同，没有差别要说明"),
    NOTE_WITHOUT_NAME("《政府信息公开条例》第五十条（本系统约定）", "请写明由谁说明"),
    NOTE_WITHOUT_REASON("《政府信息公开条例》第五十条（本系统约定）", "请写明暂不修订的理由"),
    CHANGES_PUBLISHED_REPORT("法定统计表口径", "已经发布的%s年度报告（第%s版）：%s 由 %s 变为 %s%s"),
    CHANGES_CARRIED_IN("法定统计表口径", "%s年度：%s 随之由 %s 变为 %s");

    private final String ground;
    private final String sentence;

    AnnualReportRule(String ground, String sentence) {
        this.ground = ground;
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
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
