package org.disclosureledger.domain.request;

import org.disclosureledger.domain.register.Rule;
import org.disclosureledger.domain.register.Severity;

/** Objections where an organ wants a second person to approve a step. */
public enum ProposalRule implements Rule {
    APPROVAL_NEEDED("本机关规定“%s”须经审核：请在案件中办理这一步，提交给另一人审核，批准以后生效"),
    PROPOSAL_STILL_OPEN("“%s”正在等待审核：先批准、退回或者撤回"),
    NO_SUCH_PROPOSAL("没有第 %s 号等待审核的事项，或者已经批准、退回、撤回"),
    OWN_PROPOSAL("自己提交的，须由另一人审核"),
    PROPOSAL_OF_ANOTHER("只有提交的人可以撤回；审核的人可以退回"),
    RETURN_WITHOUT_REASON("退回须写明理由");

    private static final String GROUND = "《政府信息公开条例》第四十五条";

    private final String sentence;

    ProposalRule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public Severity severity() {
        return Severity.FAULT;
    }

    @Override
    public String ground() {
        return GROUND;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
