package org.disclosureledger.projections.reported;

import org.disclosureledger.domain.Coded;

/** Where the tables of an organ come from that a superior sums. */
public enum ReportedSource implements Coded {
    /** A version that the organ published in this system. */
    PUBLISHED("published", "已发布"),
    /** A file from an organ that does not use it. */
    EXTERNAL("external", "外部报表");

    private final String id;
    private final String label;

    ReportedSource(String id, String label) {
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
