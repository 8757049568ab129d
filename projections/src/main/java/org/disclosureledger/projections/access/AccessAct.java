package org.disclosureledger.projections.access;

import org.disclosureledger.domain.Coded;

/** What somebody did who changed nothing. */
public enum AccessAct implements Coded {
    READ("read", "查阅"),
    EXPORT("export", "导出"),
    SIGN_IN("signIn", "登录"),
    REFUSED("refused", "登录被拒绝");

    private final String id;
    private final String label;

    AccessAct(String id, String label) {
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
