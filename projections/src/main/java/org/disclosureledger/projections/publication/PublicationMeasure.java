package org.disclosureledger.projections.publication;

import org.disclosureledger.domain.Coded;

/** In which way information counts in a year. */
public enum PublicationMeasure implements Coded {
    PUBLISHED("published", "公开"),
    UPDATED("updated", "更新"),
    WITHDRAWN("withdrawn", "撤回");

    private final String id;
    private final String label;

    PublicationMeasure(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no constant has this identifier */
    static PublicationMeasure of(String id) {
        for (PublicationMeasure measure : values()) {
            if (measure.id.equals(id)) {
                return measure;
            }
        }
        throw new IllegalArgumentException("unknown PublicationMeasure: " + id);
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
