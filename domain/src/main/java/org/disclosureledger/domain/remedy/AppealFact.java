package org.disclosureledger.domain.remedy;

import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;

/** What is stated of a further instance: the fields of its steps. */
public enum AppealFact implements Fact {
    INSTANCE("instance", "审级", FactType.CODE, true),
    INSTANCE_NUMBER("instanceNumber", "案号", FactType.TEXT, true),
    APPEALED_ON("appealedOn", "上诉、发回或者再审的日期", FactType.DATE, true),
    COURT("court", "审理法院", FactType.TEXT, false),
    BY_ORGAN("byOrgan", "由本机关提起", FactType.CODE, false),
    ENDED_ON("endedOn", "该审级审结日期", FactType.DATE, true),
    RULING("ruling", "该审级结果", FactType.CODE, true);

    private final String id;
    private final String label;
    private final FactType type;
    private final boolean required;

    AppealFact(String id, String label, FactType type, boolean required) {
        this.id = id;
        this.label = label;
        this.type = type;
        this.required = required;
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
            case INSTANCE -> Coded.of(Instance.class, value).label();
            case RULING -> RemedyResult.of(value).label();
            case BY_ORGAN -> Boolean.parseBoolean(value) ? "是" : "否";
            default -> Fact.super.shown(value);
        };
    }
}
