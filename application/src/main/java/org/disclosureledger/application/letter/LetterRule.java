package org.disclosureledger.application.letter;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** What keeps a letter of a case from being written; docs/letters.md says which letter has to say what. */
public enum LetterRule implements Rule {
    NOT_YET("还没有登记这一步，不能出具%s"),
    UNKNOWN_FIELD("“%s”不是这种文书的要素"),
    TAKEN_FROM_THE_RECORD("“%s”取自登记内容，不能在文书里另写；登记有误的请先更正"),
    NOT_RECORDED("登记内容中没有“%s”，请先补充登记"),
    NOT_WRITTEN("请填写%s");

    private final String sentence;

    LetterRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
    }

    @Override
    public String ground() {
        return "文书模板说明";
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
