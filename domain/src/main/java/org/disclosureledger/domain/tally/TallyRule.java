package org.disclosureledger.domain.tally;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What can be wrong with a reported figure. */
public enum TallyRule implements Rule {
    NEGATIVE(Severity.FAULT, "《政府信息公开条例》第二十条", "数量不能为负数"),
    TOO_MANY_DECIMALS(Severity.FAULT, "国办公开办函〔2021〕30号", "%s"),
    TWICE_IN_ONE_FILE(Severity.FAULT, "登记台账格式", "同一文件中同一年度、同一事项出现了不同的数量");

    private final Severity severity;
    private final String ground;
    private final String sentence;

    TallyRule(Severity severity, String ground, String sentence) {
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
