package org.disclosureledger.application.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.remedy.RemedyRule;
import org.disclosureledger.domain.remedy.RemedyRules;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.Request;
import org.disclosureledger.domain.request.RequestEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remarks on remedies that depend on the request they name: that it is not in the register of requests, for it may still
 * come in, and that its answer should have gone to reconsideration first.
 */
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
        Map<String, Request> requests = new HashMap<>();
        List<String> ids = numbers.stream().map(n -> id(organ, n)).toList();
        for (StoredEvent past : ledger.ofAggregates(ids)) {
            Request known = requests.getOrDefault(past.aggregateId(), new Request.Unreceived());
            requests.put(past.aggregateId(), after(known, past));
        }
        Map<Integer, List<Finding>> remarks = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String number = entries.get(i).find(RemedyFact.REGISTRATION_NUMBER);
            if (number != null) {
                Request request = requests.get(id(organ, number));
                List<Finding> found = request == null
                        ? List.of(RemedyRule.REQUEST_NOT_IN_REGISTER.on(RemedyFact.REGISTRATION_NUMBER, number))
                        : RemedyRules.directSuit(entries.get(i), outcome(request, entries.get(i)));
                if (!found.isEmpty()) {
                    remarks.put(i, found);
                }
            }
        }
        return remarks;
    }

    /** A request that cannot be read is there all the same. */
    private static Request after(Request known, StoredEvent past) {
        try {
            return past.event() instanceof RequestEvent event ? known.evolve(event) : known;
        } catch (UnreadableEvent e) {
            return known;
        }
    }

    private static @Nullable Outcome outcome(Request request, Facts remedy) {
        Course.Answer subject = RemedyRules.subject(request, remedy.findDate(RemedyFact.ACCEPTED_ON));
        return subject == null ? null : subject.outcome();
    }

    private String id(String organ, String number) {
        return identifiers.of(RegisterLayout.REQUESTS.id(), organ, number).toString();
    }
}
