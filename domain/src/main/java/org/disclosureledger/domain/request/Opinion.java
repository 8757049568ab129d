package org.disclosureledger.domain.request;

import org.disclosureledger.domain.Coded;

/** What a consulted third party (art. 32) or organ (art. 34) thinks of disclosure. */
public enum Opinion implements Coded {
    CONSENTS("consents", "同意公开"),
    OBJECTS("objects", "不同意公开，有合理理由"),
    OBJECTS_WITHOUT_GROUND("objectsWithoutGround", "不同意公开，未说明合理理由");

    private final String id;
    private final String label;

    Opinion(String id, String label) {
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
