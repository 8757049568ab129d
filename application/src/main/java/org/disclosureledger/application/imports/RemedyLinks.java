package org.disclosureledger.application.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.remedy.RemedyRule;
import org.springframework.stereotype.Component;

/** Remarks on remedies that name a request which is not in the register of requests: it may still come in. */
@Component
class RemedyLinks {

    private final Ledger ledger;
    private final Identifiers identifiers;

    RemedyLinks(Ledger ledger, Identifiers identifiers) {
        this.ledger = ledger;
        this.identifiers = identifiers;
    }

    /** Findings by the place of the entry in the list; none for registers other than that of remedies. */
    Map<Integer, List<Finding>> remarks(RegisterLayout register, String organ, List<Facts> entries) {
        if (register != RegisterLayout.REMEDIES) {
            return Map.of();
        }
        List<String> numbers = entries.stream()
                .map(f -> f.find(RemedyFact.REGISTRATION_NUMBER))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<String> known = new HashSet<>();
        List<String> ids = numbers.stream().map(n -> id(organ, n)).toList();
        for (StoredEvent event : ledger.ofAggregates(ids)) {
            known.add(event.aggregateId());
        }
        Map<Integer, List<Finding>> remarks = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String number = entries.get(i).find(RemedyFact.REGISTRATION_NUMBER);
            if (number != null && !known.contains(id(organ, number))) {
                remarks.computeIfAbsent(i, place -> new ArrayList<>())
                        .add(RemedyRule.REQUEST_NOT_IN_REGISTER.on(RemedyFact.REGISTRATION_NUMBER, number));
            }
        }
        return remarks;
    }

    private String id(String organ, String number) {
        return identifiers.of(RegisterLayout.REQUESTS.id(), organ, number).toString();
    }
}
