package org.disclosureledger.domain.remedy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.jspecify.annotations.Nullable;

/** What the register of remedies (复议诉讼台账) can say of a case; labels are its column headers. */
public enum RemedyFact implements Fact {
    CASE_NUMBER("caseNumber", "案件编号", FactType.TEXT, true),
    PROCEDURE("procedure", "程序", FactType.CODE, true),
    AFTER_RECONSIDERATION("afterReconsideration", "经过复议", FactType.CODE, false),
    REGISTRATION_NUMBER("registrationNumber", "登记编号", FactType.TEXT, false),
    ACCEPTED_ON("acceptedOn", "受理日期", FactType.DATE, true),
    CONCLUDED_ON("concludedOn", "审结日期", FactType.DATE, false),
    RESULT("result", "结果", FactType.CODE, false);

    private static final Map<String, RemedyFact> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RemedyFact::id, f -> f));

    private final String id;
    private final String label;
    private final FactType type;
    private final boolean required;

    RemedyFact(String id, String label, FactType type, boolean required) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.required = required;
    }

    public static @Nullable RemedyFact byId(String id) {
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
            case PROCEDURE -> Procedure.of(value).label();
            case RESULT -> RemedyResult.of(value).label();
            case AFTER_RECONSIDERATION -> Boolean.parseBoolean(value) ? "是" : "否";
            default -> Fact.super.shown(value);
        };
    }
}
