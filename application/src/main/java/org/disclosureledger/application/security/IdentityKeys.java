package org.disclosureledger.application.security;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.privacy.RestrictedCases;
import org.disclosureledger.application.readtrail.Readings;
import org.disclosureledger.domain.people.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The keys of cases for those who look at them: whoever may see the cases of an organ but not who applied gets keys that
 * tell nothing, and so does everybody of cases that are restricted. Everything that shows personal data opens it with these,
 * and what they open is recorded before anybody sees it.
 */
@Component
public class IdentityKeys {

    private final CaseKeys keys;
    private final RestrictedCases restricted;
    private final Readings readings;

    IdentityKeys(CaseKeys keys, RestrictedCases restricted, Readings readings) {
        this.readings = readings;
        this.keys = keys;
        this.restricted = restricted;
    }

    /** @throws Problem when the key is one that tells nothing: what it would say must not get into a file */
    public static void requireOpening(@Nullable CaseKey key) {
        if (key != null && key.instead() != null) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "personal-data-withheld",
                    "个人信息不能读取",
                    "这一件的个人信息" + key.instead() + "，不能打开或者写成文书");
        }
    }

    /** Empty when the key was destroyed. */
    public Optional<CaseKey> find(String organ, String caseId) {
        return Optional.ofNullable(find(organ, List.of(caseId)).get(caseId));
    }

    /** Without those that were destroyed. */
    public Map<String, CaseKey> find(String organ, Collection<String> caseIds) {
        Map<String, CaseKey> found = keys.find(caseIds);
        if (Access.current().may(Right.READ_IDENTITY, organ)) {
            Set<String> closed = restricted.among(organ, caseIds).keySet();
            List<String> opened =
                    found.keySet().stream().filter(c -> !closed.contains(c)).toList();
            if (!opened.isEmpty()) {
                readings.opened(organ, opened);
            }
            closed.forEach(c -> found.computeIfPresent(c, (id, key) -> key.restricted()));
            return found;
        }
        Map<String, CaseKey> blind = new HashMap<>();
        found.forEach((caseId, key) -> blind.put(caseId, key.withheld()));
        return blind;
    }
}
