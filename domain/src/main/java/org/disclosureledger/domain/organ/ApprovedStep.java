package org.disclosureledger.domain.organ;

import org.disclosureledger.domain.Coded;

/** What an organ may want to be approved by a second person before it has effect. */
public enum ApprovedStep implements Coded {
    DECISION("decision", "作出答复"),
    EXTENSION("extension", "延期答复"),
    PUBLICATION("publication", "发布年度报告");

    private final String id;
    private final String label;

    ApprovedStep(String id, String label) {
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
