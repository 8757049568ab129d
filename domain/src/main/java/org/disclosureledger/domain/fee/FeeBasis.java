package org.disclosureledger.domain.fee;

import org.disclosureledger.domain.Coded;

/** By what an information-processing fee is reckoned: one of the two for a request, never both (国办函〔2020〕109号 art. 3). */
public enum FeeBasis implements Coded {
    PER_ITEM("perItem", "按件计收"),
    PER_PAGE("perPage", "按量计收");

    private final String id;
    private final String label;

    FeeBasis(String id, String label) {
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
