package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.caseload.CaseStage;
import org.disclosureledger.projections.caseload.CaseloadStore;
import org.springframework.stereotype.Component;

/** Suggests which other requests come from the same applicant. Whether they do, and what follows, is for people to say. */
@Component
public class Applicants {

    private static final int MONTHS = 12;

    private final ApplicantStore store;
    private final CaseloadStore caseload;
    private final PastStages past;

    Applicants(ApplicantStore store, CaseloadStore caseload, PastStages past) {
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

    private Similar of(CaseFile file, long before, ReadPoint at) {
        LocalDate received = file.receivedOn();
        List<CaseStage> found = caseload.find(
                file.organ(),
                store.sameApplicant(
                        file.organ(),
                        file.caseId(),
                        received.minusMonths(MONTHS),
                        received.plusMonths(MONTHS),
                        before));
        List<CaseStage> requests = past.at(found, at);
        int earlier = (int) requests.stream()
                .filter(r -> YearMonth.from(r.receivedOn()).equals(YearMonth.from(received)))
                .filter(r -> r.receivedOn().isBefore(received)
                        || (r.receivedOn().equals(received) && r.firstEvent() < file.firstEvent()))
                .count();
        return new Similar(requests, earlier);
    }
}
