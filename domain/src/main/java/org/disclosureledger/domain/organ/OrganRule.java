package org.disclosureledger.domain.organ;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** Objections to commands on an organ. */
public enum OrganRule implements Rule {
    ORGAN_EXISTS("机关代码 %s 已被“%s”使用"),
    ORGAN_UNKNOWN("没有代码为 %s 的机关"),
    NAME_MISSING("机关名称必填，不超过 100 个字");

    private final String sentence;

    OrganRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
    }

    @Override
    public String ground() {
        return "《政府信息公开条例》第二十七条";
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
