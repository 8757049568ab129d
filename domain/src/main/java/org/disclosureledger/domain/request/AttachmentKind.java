package org.disclosureledger.domain.request;

import org.disclosureledger.domain.Coded;

/** What a file of a case is (art. 29, 30, 32, 40). */
public enum AttachmentKind implements Coded {
    APPLICATION("application", "申请书"),
    IDENTITY("identity", "身份证明"),
    POWER_OF_ATTORNEY("powerOfAttorney", "授权委托书"),
    CORRECTION("correction", "补正材料"),
    THIRD_PARTY_OPINION("thirdPartyOpinion", "第三方意见"),
    PROOF_OF_DELIVERY("proofOfDelivery", "送达回证"),
    PROVIDED_INFORMATION("providedInformation", "提供的信息"),
    OTHER("other", "其他");

    private final String id;
    private final String label;

    AttachmentKind(String id, String label) {
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
