package org.disclosureledger.domain.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Reconciliation;
import org.disclosureledger.domain.register.RegisterRules;
import org.disclosureledger.domain.register.Severity;

/** A remedy is accepted once and concluded once; table 四 counts it by the day on which it was concluded. */
public final class RemedyRules {

    private RemedyRules() {}

    public static Judgement<RemedyEvent> handle(RemedyCommand command, Remedy remedy) {
        return switch (command) {
            case RemedyCommand.RecordRemedy c -> record(c, remedy);
        };
    }

    private static Judgement<RemedyEvent> record(RemedyCommand.RecordRemedy c, Remedy remedy) {
        Facts known = remedy.facts();
        Entry entry = c.entry();
        Reconciliation row = Reconciliation.of(known, entry.facts(), RemedyFact::byId);
        Facts merged = known.withAll(entry.facts());
        List<Finding> findings = new ArrayList<>(RegisterRules.missingAndImpossible(RemedyFact.values(), known, entry));
        if (!entry.corrections()) {
            findings.addAll(RegisterRules.contradictions(RemedyFact.values(), row.differences()));
        }
        findings.addAll(RegisterRules.dateAndResultTogether(merged, RemedyFact.CONCLUDED_ON, RemedyFact.RESULT));
        findings.addAll(objections(merged));
        return new Judgement<>(
                findings.stream().anyMatch(f -> f.severity() == Severity.FAULT)
                        ? List.of()
                        : events(c, remedy, row, entry),
                findings);
    }

    private static List<Finding> objections(Facts remedy) {
        List<Finding> findings = new ArrayList<>();
        boolean litigation = Procedure.LITIGATION.id().equals(remedy.find(RemedyFact.PROCEDURE));
        boolean told = remedy.states(RemedyFact.AFTER_RECONSIDERATION);
        if (litigation && !told) {
            findings.add(RemedyRule.AFTER_RECONSIDERATION_MISSING.on(RemedyFact.AFTER_RECONSIDERATION));
        }
        if (!litigation && remedy.states(RemedyFact.PROCEDURE) && told) {
            findings.add(RemedyRule.AFTER_RECONSIDERATION_NOT_FOR_RECONSIDERATION.on(RemedyFact.AFTER_RECONSIDERATION));
        }
        LocalDate accepted = remedy.findDate(RemedyFact.ACCEPTED_ON);
        LocalDate concluded = remedy.findDate(RemedyFact.CONCLUDED_ON);
        if (accepted != null && concluded != null && concluded.isBefore(accepted)) {
            findings.add(RemedyRule.CONCLUDED_BEFORE_ACCEPTED.on(RemedyFact.CONCLUDED_ON));
        }
        return findings;
    }

    private static List<RemedyEvent> events(
            RemedyCommand.RecordRemedy c, Remedy remedy, Reconciliation row, Entry entry) {
        Facts said = row.added();
        List<RemedyEvent> events = new ArrayList<>();
        boolean first = remedy instanceof Remedy.Unaccepted;
        String number = said.find(RemedyFact.REGISTRATION_NUMBER);
        if (first) {
            String after = said.find(RemedyFact.AFTER_RECONSIDERATION);
            events.add(new RemedyEvent.RemedyAccepted(
                    c.remedyId(),
                    c.organ(),
                    said.text(RemedyFact.CASE_NUMBER),
                    Procedure.of(said.text(RemedyFact.PROCEDURE)),
                    after == null ? null : Boolean.valueOf(after),
                    number,
                    number == null ? null : c.requestId(),
                    said.date(RemedyFact.ACCEPTED_ON)));
        } else if (number != null && c.requestId() != null) {
            events.add(new RemedyEvent.RemedyLinked(c.remedyId(), c.organ(), number, c.requestId()));
        }
        LocalDate concluded = said.findDate(RemedyFact.CONCLUDED_ON);
        if (concluded != null) {
            events.add(new RemedyEvent.RemedyConcluded(
                    c.remedyId(), c.organ(), concluded, RemedyResult.of(said.text(RemedyFact.RESULT))));
        }
        said.values().forEach((fact, value) -> {
            boolean lateDetail = !first && fact.equals(RemedyFact.AFTER_RECONSIDERATION.id());
            if (fact.startsWith(Facts.REMARK) || lateDetail) {
                events.add(new RemedyEvent.RemedyDetailRecorded(c.remedyId(), c.organ(), fact, value));
            }
        });
        row.differences()
                .forEach(d -> events.add(new RemedyEvent.RemedyFactCorrected(
                        c.remedyId(),
                        c.organ(),
                        d.fact(),
                        d.recorded(),
                        d.stated(),
                        d.fact().equals(RemedyFact.REGISTRATION_NUMBER.id()) ? c.requestId() : null,
                        entry.reason())));
        return events;
    }
}
