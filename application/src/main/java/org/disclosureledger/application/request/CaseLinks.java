package org.disclosureledger.application.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.caseload.CaseStage;
import org.disclosureledger.projections.caseload.CaseloadStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which cases belong together, told from both ends. */
@Component
public class CaseLinks {

    private final CaseloadStore caseload;
    private final PastStages past;

    CaseLinks(CaseloadStore caseload, PastStages past) {
        this.past = past;
        this.caseload = caseload;
    }

    /**
     * The links of a request.
     *
     * @param splitFrom the request whose paper also held this matter
     * @param splitInto the other matters of this request's paper
     * @param joinedInto the request with which this one is handled together
     * @param joined requests that are handled together with this one
     * @param reopenedFor reconsiderations and lawsuits for which it was taken up again, in their order
     */
    public record Links(
            @Nullable CaseStage splitFrom,
            List<CaseStage> splitInto,
            @Nullable CaseStage joinedInto,
            List<CaseStage> joined,
            List<RemedyId> reopenedFor) {

        public boolean isEmpty() {
            return splitFrom == null
                    && joinedInto == null
                    && splitInto.isEmpty()
                    && joined.isEmpty()
                    && reopenedFor.isEmpty();
        }
    }

    public Links of(CaseFile file) {
        return of(file, ReadPoint.latest());
    }

    /** @param file as it was at the same point of the ledger */
    Links of(CaseFile file, ReadPoint at) {
        CaseStage own = find(file.organ(), file.caseId(), at);
        Set<RemedyId> remedies = new LinkedHashSet<>();
        for (CaseFile.Numbered numbered : file.events()) {
            RemedyId remedy =
                    numbered.event() instanceof RequestEvent.RequestReopened reopened ? reopened.remedyId() : null;
            if (remedy != null) {
                remedies.add(remedy);
            }
        }
        return new Links(
                find(file.organ(), own == null ? null : own.splitFrom(), at),
                past.at(caseload.splitFrom(file.organ(), file.caseId()), at).stream()
                        .filter(s -> file.caseId().equals(s.splitFrom()))
                        .toList(),
                find(file.organ(), own == null ? null : own.joinedInto(), at),
                past.at(caseload.joinedInto(file.organ(), file.caseId()), at).stream()
                        .filter(s -> file.caseId().equals(s.joinedInto()))
                        .toList(),
                List.copyOf(remedies));
    }

    private @Nullable CaseStage find(String organ, @Nullable String caseId, ReadPoint at) {
        return caseId == null
                ? null
                : past.at(caseload.find(organ, caseId).stream().toList(), at).stream()
                        .findFirst()
                        .orElse(null);
    }
}
