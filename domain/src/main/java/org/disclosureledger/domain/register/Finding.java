package org.disclosureledger.domain.register;

/**
 * What a rule says about one fact of an entry. Holds no personal data: values of sealed facts never appear in it.
 *
 * @param fact identifier of the fact, or {@code remark:<column>}
 * @param rule constant of the rule that objects; callers compare this, never the sentence
 * @param ground the article, notice or contract behind the rule
 * @param sentence the objection in Chinese
 */
public record Finding(Severity severity, String fact, String rule, String ground, String sentence) {

    public boolean faulty() {
        return severity == Severity.FAULT;
    }
}
