package org.disclosureledger.domain.organ;

import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;

/** What is recorded of an organ. */
public enum OrganFact implements Fact {
    CODE("code", "机关代码"),
    NAME("name", "机关名称");

    private final String id;
    private final String label;

    OrganFact(String id, String label) {
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

    @Override
    public FactType type() {
        return FactType.TEXT;
    }

    @Override
    public boolean required() {
        return true;
    }
}
