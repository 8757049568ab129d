package org.disclosureledger.application.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.disclosureledger.projections.retention.RetentionStore;
import org.disclosureledger.projections.retention.RetentionStore.Ended;
import org.disclosureledger.projections.retention.RetentionStore.Term;
import org.springframework.stereotype.Component;

/** Which cases are over for so long that their personal data is only kept, as their organ has laid down. */
@Component
public class RestrictedCases {

    private final RetentionStore store;
    private final Clock clock;

    RestrictedCases(RetentionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The first day of the restriction, in China, for those of the cases that are restricted today. */
    public Map<String, LocalDate> among(String organ, Collection<String> caseIds) {
        Term term = caseIds.isEmpty() ? null : store.term(organ).orElse(null);
        Integer months = term == null ? null : term.months();
        if (term == null || months == null) {
            return Map.of();
        }
        LocalDate today = ZonedDateTime.now(clock).toLocalDate();
        Map<String, LocalDate> since = new HashMap<>();
        for (Ended ended : store.ended(organ, caseIds, term.rule().lastEnd(today, months))) {
            since.put(ended.caseId(), term.rule().from(ended.endedOn(), months));
        }
        return since;
    }
}
