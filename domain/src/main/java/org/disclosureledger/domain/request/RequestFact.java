package org.disclosureledger.domain.request;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.jspecify.annotations.Nullable;

/** What the register of requests (申请台账) can say of a request; labels are its column headers. */
public enum RequestFact implements Fact {
    REGISTRATION_NUMBER("registrationNumber", "登记编号", FactType.TEXT, true),
    RECEIVED_ON("receivedOn", "收到日期", FactType.DATE, true),
    CHANNEL("channel", "申请渠道", FactType.CODE, true),
    APPLICANT_KIND("applicantKind", "申请人类型", FactType.CODE, true),
    APPLICANT("applicant", "申请人", FactType.SEALED, true),
    IDENTITY_NUMBER("identityNumber", "证件号码", FactType.SEALED, false),
    CONTACT("contact", "联系方式", FactType.SEALED, false),
    ADDRESS("address", "通信地址", FactType.SEALED, false),
    CONTENT("content", "申请内容", FactType.SEALED, true),
    CORRECTION_REQUESTED_ON("correctionRequestedOn", "补正告知日期", FactType.DATE, false),
    CORRECTION_RECEIVED_ON("correctionReceivedOn", "补正日期", FactType.DATE, false),
    EXTENSION_NOTIFIED_ON("extensionNotifiedOn", "延期告知日期", FactType.DATE, false),
    THIRD_PARTY_CONSULTED_ON("thirdPartyConsultedOn", "征求意见日期", FactType.DATE, false),
    THIRD_PARTY_RESPONDED_ON("thirdPartyRespondedOn", "意见反馈日期", FactType.DATE, false),
    FEE_NOTIFIED_ON("feeNotifiedOn", "收费通知日期", FactType.DATE, false),
    FEE_PAID_ON("feePaidOn", "缴费日期", FactType.DATE, false),
    DECIDED_ON("decidedOn", "答复日期", FactType.DATE, false),
    DOCUMENT_NUMBER("documentNumber", "答复文号", FactType.TEXT, false),
    OUTCOME("outcome", "处理结果", FactType.CODE, false),
    DELIVERED_ON("deliveredOn", "送达日期", FactType.DATE, false);

    private static final Map<String, RequestFact> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RequestFact::id, f -> f));

    private final String id;
    private final String label;
    private final FactType type;
    private final boolean required;

    RequestFact(String id, String label, FactType type, boolean required) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.required = required;
    }

    public static @Nullable RequestFact byId(String id) {
        return BY_ID.get(id);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public FactType type() {
        return type;
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public String shown(String value) {
        return switch (this) {
            case CHANNEL -> Channel.of(value).label();
            case APPLICANT_KIND -> ApplicantKind.of(value).label();
            case OUTCOME -> Outcome.of(value).label();
            default -> Fact.super.shown(value);
        };
    }
}
