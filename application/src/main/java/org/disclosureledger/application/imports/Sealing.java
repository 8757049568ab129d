package org.disclosureledger.application.imports;

import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.jspecify.annotations.Nullable;

/** Which values of a register are sealed before the rules see them. */
final class Sealing {

    private Sealing() {}

    /** @throws IllegalStateException when a personal fact comes without a key: it must not go on in clear */
    static String seal(Fact fact, String value, @Nullable CaseKey key) {
        if (fact.type() != FactType.SEALED) {
            return value;
        }
        if (key == null) {
            throw new IllegalStateException("no key to seal " + fact.id());
        }
        return key.seal(fact.id(), value).value();
    }
}
