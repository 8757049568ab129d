package org.disclosureledger.domain.register;

import org.disclosureledger.domain.Coded;

/** One thing that a register can say about a case: a column, in the register's own words. */
public interface Fact extends Coded {

    FactType type();

    /** Whether every entry must say it. */
    boolean required();
}
