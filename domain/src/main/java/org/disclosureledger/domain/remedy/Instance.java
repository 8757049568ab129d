package org.disclosureledger.domain.remedy;

import org.disclosureledger.domain.Coded;

/** What a lawsuit goes on to after a ruling (行政诉讼法 art. 85, 89, 90 to 93). */
public enum Instance implements Coded {
    SECOND_INSTANCE("secondInstance", "二审"),
    REMAND("remand", "发回重审"),
    RETRIAL("retrial", "再审");

    private final String id;
    private final String label;

    Instance(String id, String label) {
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
