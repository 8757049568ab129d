package org.disclosureledger.domain.request;

import org.disclosureledger.domain.Coded;

/** Whether the applicant proved an identity, as art. 29(1) asks. */
public enum IdentityProof implements Coded {
    ORIGINAL_SEEN("originalSeen", "已查验原件"),
    COPY_ATTACHED("copyAttached", "附有复印件"),
    VERIFIED_ONLINE("verifiedOnline", "网上实名核验"),
    MISSING("missing", "未提供");

    private final String id;
    private final String label;

    IdentityProof(String id, String label) {
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
