package org.disclosureledger.domain.register;

import org.disclosureledger.domain.Coded;

/** One thing that a register can say about a case: a column, in the register's own words. */
public interface Fact extends Coded {

    FactType type();

    /** A value of this fact as people read it: the label of a code, anything else as it is. */
    default String shown(String value) {
        return value;
    }

    /** Whether every entry must say it. */
    boolean required();
}
