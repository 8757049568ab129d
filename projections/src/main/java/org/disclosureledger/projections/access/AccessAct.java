package org.disclosureledger.projections.access;

/** What somebody did who changed nothing. */
public enum AccessAct {
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

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when there is no such act */
    static AccessAct of(String id) {
        for (AccessAct act : values()) {
            if (act.id.equals(id)) {
                return act;
            }
        }
        throw new IllegalArgumentException("unknown act: " + id);
    }
}
