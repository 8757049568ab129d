package org.disclosureledger.projections.trail;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.document.DocumentEvent;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.tally.TallyEvent;
import org.disclosureledger.projections.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that is worth a look.
 *
 * @param caseId the case that it is about, or the annual report
 * @param happenedOn its legal date, null when it has none
 * @param daysLate how many days after its legal date it was recorded; 0 for one that has none, or was not late
 * @param besidesLate why else it is worth a look
 */
public record NotableEvent(
        long number,
        String organ,
        String caseId,
        @Nullable LocalDate happenedOn,
        long daysLate,
        Set<Notability> besidesLate) {

    public NotableEvent {
        besidesLate = Set.copyOf(besidesLate);
    }

    /**
     * Null for one that nobody looks for.
     *
     * @param zone in which the day of its recording is told
     */
    static @Nullable NotableEvent of(RecordedEvent recorded, ZoneId zone) {
        DomainEvent event = recorded.event();
        String caseId = caseId(event);
        if (caseId == null) {
            return null;
        }
        LocalDate happenedOn = LegalDay.of(event);
        LocalDate recordedOn = LocalDate.ofInstant(recorded.recordedAt(), zone);
        long daysLate = happenedOn == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(happenedOn, recordedOn));
        Set<Notability> besidesLate = Notability.besidesLate(event, recordedOn);
        return daysLate == 0 && besidesLate.isEmpty()
                ? null
                : new NotableEvent(recorded.number(), event.organ().value(), caseId, happenedOn, daysLate, besidesLate);
    }

    /** Null for what counts in no annual table and is no report. */
    private static @Nullable String caseId(DomainEvent event) {
        if (event instanceof RequestEvent e) {
            return e.requestId().toString();
        }
        if (event instanceof RemedyEvent e) {
            return e.remedyId().toString();
        }
        if (event instanceof DocumentEvent e) {
            return e.documentId().toString();
        }
        if (event instanceof TallyEvent e) {
            return e.tallyId().toString();
        }
        return event instanceof AnnualReportEvent e ? e.reportId().toString() : null;
    }

    /** @param days how many days after its legal date an event may be recorded before it is late */
    public Set<Notability> reasons(int days) {
        Set<Notability> reasons = EnumSet.noneOf(Notability.class);
        reasons.addAll(besidesLate);
        if (daysLate > days) {
            reasons.add(Notability.LATE);
        }
        return reasons;
    }
}
