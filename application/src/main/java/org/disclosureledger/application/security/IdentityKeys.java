package org.disclosureledger.application.security;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.readtrail.Readings;
import org.disclosureledger.domain.people.Right;
import org.springframework.stereotype.Component;

/**
 * The keys of cases for those who look at them: whoever may see the cases of an organ but not who applied gets keys that
 * tell nothing. Everything that shows personal data opens it with these, and what they open is recorded before
 * anybody sees it.
 */
@Component
public class IdentityKeys {

    private final CaseKeys keys;
    private final Readings readings;

    IdentityKeys(CaseKeys keys, Readings readings) {
        this.readings = readings;
        this.keys = keys;
    }

    /** Empty when the key was destroyed. */
    public Optional<CaseKey> find(String organ, String caseId) {
        return Optional.ofNullable(find(organ, List.of(caseId)).get(caseId));
    }

    /** Without those that were destroyed. */
    public Map<String, CaseKey> find(String organ, Collection<String> caseIds) {
        Map<String, CaseKey> found = keys.find(caseIds);
        if (Access.current().may(Right.READ_IDENTITY, organ)) {
            if (!found.isEmpty()) {
                readings.opened(organ, found.keySet());
            }
            return found;
        }
        Map<String, CaseKey> blind = new HashMap<>();
        found.forEach((caseId, key) -> blind.put(caseId, key.withheld()));
        return blind;
    }
}
