package org.disclosureledger.domain.register;

import java.time.LocalDate;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.DayWords;

/** One thing that a register can say about a case: a column, in the register's own words. */
public interface Fact extends Coded {

    FactType type();

    /** A value of this fact as people read it: the label of a code, a day in words, anything else as it is. */
    default String shown(String value) {
        return type() == FactType.DATE ? DayWords.of(LocalDate.parse(value)) : value;
    }

    /** Whether every entry must say it. */
    boolean required();
}
