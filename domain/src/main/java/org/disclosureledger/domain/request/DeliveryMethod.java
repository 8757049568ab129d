package org.disclosureledger.domain.request;

import org.disclosureledger.domain.Coded;

/** How a letter reached the applicant (art. 36, 40; the channel that the applicant chose). */
public enum DeliveryMethod implements Coded {
    IN_PERSON("inPerson", "当面交付"),
    SIGNED_POST("signedPost", "邮政签收"),
    POST("post", "平常信函"),
    EMAIL("email", "电子邮件"),
    ONLINE("online", "网上平台"),
    FAX("fax", "传真"),
    LEFT("left", "留置送达"),
    PUBLIC_NOTICE("publicNotice", "公告送达");

    private final String id;
    private final String label;

    DeliveryMethod(String id, String label) {
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
