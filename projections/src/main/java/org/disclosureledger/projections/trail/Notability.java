package org.disclosureledger.projections.trail;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.AnnualReportRules;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.tally.TallyEvent;

/** Why somebody who audits a year looks at an event. */
public enum Notability implements Coded {
    /** By how many days, whoever asks says; all others follow from the event alone. */
    LATE("late", "迟登记"),
    AFTER_THE_REPORT("afterTheReport", "报告期限以后补登"),
    CORRECTED("corrected", "更正"),
    REOPENED("reopened", "重新办理"),
    WAIVED("waived", "豁免校验"),
    AMENDED("amended", "发布以后修订或者说明");

    private final String id;
    private final String label;

    Notability(String id, String label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String label() {
        return label;
    }

    /** All reasons but {@link #LATE}. */
    static Set<Notability> besidesLate(DomainEvent event, LocalDate recordedOn) {
        Set<Notability> reasons = EnumSet.noneOf(Notability.class);
        if (LegalDay.corrects(event)) {
            reasons.add(CORRECTED);
        }
        if (event instanceof RequestEvent.RequestReopened) {
            reasons.add(REOPENED);
        }
        if (event instanceof AnnualReportEvent.CheckWaived) {
            reasons.add(WAIVED);
        }
        if (event instanceof AnnualReportEvent.DifferenceNoted
                || (event instanceof AnnualReportEvent.AnnualReportPublished e && e.version() > 1)) {
            reasons.add(AMENDED);
        }
        LocalDate happenedOn = LegalDay.of(event);
        Integer counted = event instanceof TallyEvent.TallyReported e
                ? (Integer) e.year()
                : happenedOn == null ? null : (Integer) happenedOn.getYear();
        if (counted != null && recordedOn.isAfter(AnnualReportRules.dueOn(counted))) {
            reasons.add(AFTER_THE_REPORT);
        }
        return reasons;
    }
}
