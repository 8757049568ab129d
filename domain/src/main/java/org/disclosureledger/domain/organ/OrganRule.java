package org.disclosureledger.domain.organ;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** Objections to commands on an organ. */
public enum OrganRule implements Rule {
    ORGAN_EXISTS("《政府信息公开条例》第二十七条", "机关代码 %s 已被“%s”使用"),
    ORGAN_UNKNOWN("《政府信息公开条例》第二十七条", "没有代码为 %s 的机关"),
    NAME_MISSING("《政府信息公开条例》第二十七条", "机关名称必填，不超过 100 个字"),
    CHOICE_OF_ANOTHER_RULE("法定统计表口径", "“%s”不是“%s”的做法"),
    FROM_IMPOSSIBLE_YEAR("国办公开办函〔2021〕30号", "起用年度应在 %s 年至 %s 年之间");

    private final String ground;
    private final String sentence;

    OrganRule(String ground, String sentence) {
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
