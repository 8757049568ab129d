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
    REPORT_NEEDS_APPROVAL("《政府信息公开条例》第五十条（本系统约定）", "本机关规定发布年度报告须经审核：请提交给另一人审核"),
    REPORT_PROPOSAL_OPEN("《政府信息公开条例》第五十条（本系统约定）", "本年度报告的发布正在等待审核：先批准、退回或者撤回"),
    NO_SUCH_REPORT_PROPOSAL("《政府信息公开条例》第五十条（本系统约定）", "没有第 %s 号等待审核的发布，或者已经批准、退回、撤回"),
    OWN_REPORT_PROPOSAL("《政府信息公开条例》第五十条（本系统约定）", "自己提交的，须由另一人审核"),
    REPORT_PROPOSAL_OF_ANOTHER("《政府信息公开条例》第五十条（本系统约定）", "只有提交的人可以撤回；审核的人可以退回"),
    REPORT_RETURN_WITHOUT_REASON("《政府信息公开条例》第五十条（本系统约定）", "退回须写明理由"),
    REPORT_CHANGED_SINCE("《政府信息公开条例》第五十条（本系统约定）", "提交审核以后，表中的数字、文字或者豁免变了：请退回，由提交人重新提交"),
    CONSOLIDATION_NEEDS_APPROVAL("《政府信息公开条例》第四十九条（本系统约定）", "本机关规定发布年度报告须经审核，汇总报告目前不能提交审核，因此不能发布：请由审批岗先改为不须审核"),
    EXTERNAL_BESIDE_PUBLISHED("《政府信息公开条例》第四十九条（本系统约定）", "该机关已经在本系统发布了本年度报告，汇总的是它发布的数，不再接收外部报表"),
    EXTERNAL_CHECK_FAILS("国办公开办函〔2021〕30号", "%s（%s）"),
    EXTERNAL_ACCEPTED_WITHOUT_REASON("国办公开办函〔2021〕30号", "请写明接受不成立的校验的理由"),
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
