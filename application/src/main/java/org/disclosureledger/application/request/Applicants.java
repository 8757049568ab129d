package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.disclosureledger.application.privacy.KeyedDigest;
import org.disclosureledger.application.privacy.RestrictedCases;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.caseload.CaseStage;
import org.disclosureledger.projections.caseload.CaseloadStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Suggests which other requests come from the same applicant. Whether they do, and what follows, is for people to say. */
@Component
public class Applicants {

    private static final int MONTHS = 12;

    private final ApplicantStore store;
    private final CaseloadStore caseload;
    private final PastStages past;

    private final KeyedDigest digest;
    private final RestrictedCases restricted;

    Applicants(
            ApplicantStore store,
            CaseloadStore caseload,
            PastStages past,
            KeyedDigest digest,
            RestrictedCases restricted) {
        this.digest = digest;
        this.restricted = restricted;
        this.past = past;
        this.store = store;
        this.caseload = caseload;
    }

    /**
     * Other requests that seem to be of the same applicant, received within twelve months before or after.
     *
     * @param earlierInMonth how many of them were registered before in the same calendar month, which a fee per item
     *     counts (国办函〔2020〕109号 art. 4)
     */
    public record Similar(List<CaseStage> requests, int earlierInMonth) {}

    public Similar of(CaseFile file) {
        return of(file, Long.MAX_VALUE, ReadPoint.latest());
    }

    /** Only those that were registered before the case. */
    public Similar before(CaseFile file) {
        return of(file, file.firstEvent(), ReadPoint.latest());
    }

    /** @param file as it was at the same point of the ledger */
    Similar of(CaseFile file, ReadPoint at) {
        return of(file, Long.MAX_VALUE, at);
    }

    /**
     * Requests by what their applicant is recognised, exactly but for width, case and white space; nothing is opened.
     *
     * @param name null or empty for any, as is the identity number; not both
     * @return their cases, in no order
     * @throws IllegalArgumentException when neither is given
     */
    public List<String> casesOf(String organ, @Nullable String name, @Nullable String identityNumber) {
        byte[] named = digest(RequestFact.APPLICANT, organ, name);
        byte[] identified = digest(RequestFact.IDENTITY_NUMBER, organ, identityNumber);
        if (named == null && identified == null) {
            throw new IllegalArgumentException("neither a name nor an identity number");
        }
        return unrestricted(organ, store.cases(organ, named, identified));
    }

    /** Whose personal data is only kept is not found by it either. */
    private List<String> unrestricted(String organ, List<String> caseIds) {
        Set<String> withheld = restricted.among(organ, caseIds).keySet();
        return caseIds.stream().filter(c -> !withheld.contains(c)).toList();
    }

    /** Whoever applied in these cases is recognised no more. */
    public void forget(Collection<String> caseIds) {
        store.forget(caseIds);
    }

    private byte @Nullable [] digest(RequestFact fact, String organ, @Nullable String text) {
        return text == null || text.isBlank() ? null : digest.of(fact.id(), organ, text);
    }

    private Similar of(CaseFile file, long before, ReadPoint at) {
        LocalDate received = file.receivedOn();
        List<CaseStage> found = caseload.find(
                file.organ(),
                unrestricted(
                        file.organ(),
                        store.sameApplicant(
                                file.organ(),
                                file.caseId(),
                                received.minusMonths(MONTHS),
                                received.plusMonths(MONTHS),
                                before)));
        List<CaseStage> requests = past.at(found, at);
        int earlier = (int) requests.stream()
                .filter(r -> YearMonth.from(r.receivedOn()).equals(YearMonth.from(received)))
                .filter(r -> r.receivedOn().isBefore(received)
                        || (r.receivedOn().equals(received) && r.firstEvent() < file.firstEvent()))
                .count();
        return new Similar(requests, earlier);
    }
}
