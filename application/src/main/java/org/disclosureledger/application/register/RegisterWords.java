package org.disclosureledger.application.register;

import java.util.Map;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;

/** How values of registers are shown to people. */
public final class RegisterWords {

    private RegisterWords() {}

    /** On a page: the label of a code, a day in words, any other value as it is. */
    public static String shown(Fact fact, String value) {
        return fact.type() == FactType.DATE ? fact.shown(value) : written(fact, value);
    }

    /** In a file that is sorted and read on: the label of a code, any other value as it is, days as 2024-03-05. */
    public static String written(Fact fact, String value) {
        return fact.type() == FactType.CODE ? Codes.of(fact).label(value) : value;
    }

    /** What can be chosen for a fact that is a code: label by identifier, in the order of the form. */
    public static Map<String, String> choices(Fact fact) {
        return Codes.of(fact).labels();
    }
}
