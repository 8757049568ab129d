package org.disclosureledger.domain.request;

import org.disclosureledger.domain.Coded;

/** Why a request ended without any of the other twenty results: 其他处理/其他, the reason kept. */
public enum EndReason implements Coded {
    WITHDRAWN("withdrawn", "申请人撤回"),
    DIED("died", "申请人死亡或者终止"),
    JOINED("joined", "与另一件申请合并办理"),
    OTHER("other", "其他情形");

    private final String id;
    private final String label;

    EndReason(String id, String label) {
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
