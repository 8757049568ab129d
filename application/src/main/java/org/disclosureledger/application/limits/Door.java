package org.disclosureledger.application.limits;

/** A kind of work that takes long or much: few are let in at once, whoever asks. */
public enum Door {
    SEARCH("查找申请人"),
    IMPORT("导入"),
    EXPORT("导出"),
    AUDIT_PACKAGE("制作审计包");

    private final String label;

    Door(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
