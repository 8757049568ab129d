package org.disclosureledger.domain.request;

import org.disclosureledger.domain.Coded;

/** The form in which the applicant wants the information (art. 29(3), 40). */
public enum WantedForm implements Coded {
    PAPER("paper", "纸质"),
    ELECTRONIC("electronic", "电子文件"),
    DISC("disc", "光盘等载体"),
    ON_SITE("onSite", "现场查阅、抄录"),
    ANY("any", "不限");

    private final String id;
    private final String label;

    WantedForm(String id, String label) {
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
