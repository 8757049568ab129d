package org.disclosureledger.domain.document;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What can be wrong with a recorded document. */
public enum DocumentRule implements Rule {
    REPEALED_BEFORE_ISSUE(Severity.FAULT, "《政府信息公开条例》第二十条第一项", "废止日期早于制发日期");

    private final Severity severity;
    private final String ground;
    private final String sentence;

    DocumentRule(Severity severity, String ground, String sentence) {
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
