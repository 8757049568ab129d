package org.disclosureledger.domain.request;

import org.disclosureledger.domain.Coded;

/** Why an answered request is decided once more. */
public enum ReopeningGround implements Coded {
    RECONSIDERATION("reconsideration", "行政复议决定"),
    JUDGMENT("judgment", "法院裁判"),
    OWN_MOTION("ownMotion", "本机关自行纠正");

    private final String id;
    private final String label;

    ReopeningGround(String id, String label) {
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
