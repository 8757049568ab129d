package org.disclosureledger.domain.publication;

import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What can be wrong with published information's record. */
public enum PublicationRule implements Rule {
    NUMBER_TAKEN(Severity.FAULT, PublicationRule.REGISTER, "这个编号已用于另一条主动公开信息"),
    NOT_PREPARED(Severity.FAULT, PublicationRule.REGISTER, "没有登记过这条主动公开信息"),
    GROUND_MISSING(Severity.FAULT, "《政府信息公开条例》第十三条、第十七条", "审查结论为“%s”的，须写明理由或者依据"),
    NOT_REVIEWED(Severity.FAULT, "《政府信息公开条例》第十七条", "公开前须经审查；更新或者全部撤回之后，须重新审查"),
    AWAITS_AUTHORITY(Severity.FAULT, "《政府信息公开条例》第十七条", "已报有关主管部门或者保密行政管理部门，在确定可以公开之前不能公开"),
    REVIEWED_AGAINST(Severity.FAULT, "《政府信息公开条例》第十七条、第十八条", "审查结论为不予公开，不能公开；因情势变化可以公开的，请重新审查"),
    PUBLISHED_BEFORE_REVIEW(Severity.FAULT, "《政府信息公开条例》第十七条", "公开日期早于审查日期%s"),
    PUBLISHED_BEFORE_MADE(Severity.FAULT, "《政府信息公开条例》第二十六条", "公开日期早于信息形成或者变更的日期%s"),
    PUBLISHED_LATE(Severity.WARNING, "《政府信息公开条例》第二十六条", "公开超过期限：自信息形成或者变更之日起20个工作日，最迟应于%s公开（法律、法规另有规定的除外）"),
    ALREADY_PUBLISHED_THERE(Severity.FAULT, PublicationRule.REGISTER, "已在“%s”公开（%s），此后没有更新"),
    NOT_PUBLIC(Severity.FAULT, "《政府信息公开条例》第二十三条", "目前没有在任何渠道公开，没有可以更新或者撤回的内容"),
    NOT_PUBLISHED_THERE(Severity.FAULT, "《政府信息公开条例》第二十三条", "目前没有在“%s”公开"),
    UPDATED_BEFORE_PUBLICATION(Severity.FAULT, "《政府信息公开条例》第二十六条", "变更日期早于公开日期%s"),
    WITHDRAWN_BEFORE_PUBLICATION(Severity.FAULT, "《政府信息公开条例》第二十三条", "撤回日期早于公开日期%s"),
    NO_SUCH_FACT(Severity.FAULT, PublicationRule.REGISTER, "这条信息没有这一项"),
    NUMBER_FIXED(Severity.FAULT, PublicationRule.REGISTER, "信息由编号识别，编号不能更改");

    private static final String REGISTER = "登记台账格式";

    private final Severity severity;
    private final String ground;
    private final String sentence;

    PublicationRule(Severity severity, String ground, String sentence) {
        this.severity = severity;
        this.ground = ground;
        this.sentence = sentence;
    }

    /** The objection to something that is no fact of the information. */
    Finding against(String field) {
        return new Finding(severity, field, name(), ground, sentence);
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
