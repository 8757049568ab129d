package org.disclosureledger.domain.request;

import org.disclosureledger.domain.Coded;

/** How a posted request came: art. 31(2) counts from the signature, or from the confirmation with the applicant. */
public enum PostalService implements Coded {
    SIGNED_FOR("signedFor", "签收邮件（挂号、快递）"),
    ORDINARY("ordinary", "平常信函");

    private final String id;
    private final String label;

    PostalService(String id, String label) {
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
