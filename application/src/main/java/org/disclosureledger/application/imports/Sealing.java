package org.disclosureledger.application.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;

/** Which values of a register are sealed before the rules see them. */
public final class Sealing {

    private Sealing() {}

    /**
     * What a row says, fit for the rules.
     *
     * @param key of the case; null for a register whose remarks name no persons
     */
    public static Facts facts(RegisterLayout register, StatedRow row, @Nullable CaseKey key) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Fact fact : register.facts()) {
            String value = row.values().get(fact.id());
            if (value != null) {
                facts.put(fact.id(), seal(fact, value, key));
            }
        }
        row.remarks()
                .forEach((header, text) -> facts.put(
                        Facts.REMARK + header,
                        key == null
                                ? text
                                : key.seal(Facts.REMARK + header, text).value()));
        return Facts.of(facts);
    }

    /** @throws IllegalStateException when a personal fact comes without a key: it must not go on in clear */
    private static String seal(Fact fact, String value, @Nullable CaseKey key) {
        if (fact.type() != FactType.SEALED) {
            return value;
        }
        if (key == null) {
            throw new IllegalStateException("no key to seal " + fact.id());
        }
        return key.seal(fact.id(), value).value();
    }
}
