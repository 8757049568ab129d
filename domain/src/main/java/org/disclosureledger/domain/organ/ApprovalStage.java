package org.disclosureledger.domain.organ;

import org.disclosureledger.domain.Coded;

/** What became of something that was put to a second person. */
public enum ApprovalStage implements Coded {
    OPEN("open", "等待审核"),
    APPROVED("approved", "已批准"),
    RETURNED("returned", "已退回"),
    WITHDRAWN("withdrawn", "已撤回");

    private final String id;
    private final String label;

    ApprovalStage(String id, String label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }
}
