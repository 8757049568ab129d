package org.disclosureledger.domain.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Reconciliation;
import org.disclosureledger.domain.register.RegisterRules;
import org.disclosureledger.domain.register.Severity;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.Request;
import org.jspecify.annotations.Nullable;

/**
 * A remedy is accepted once and concluded once at each instance; a register tells of the latest ruling only. How
 * instances count is a counting rule of the organ.
 */
public final class RemedyRules {

    /** Administrative Reconsideration Law (2023), in force from this day. */
    private static final LocalDate RECONSIDERATION_FIRST_FROM = LocalDate.of(2024, 1, 1);

    /** Art. 14 to 16 of the Regulation. */
    private static final Set<Outcome> RECONSIDERATION_FIRST = EnumSet.of(
            Outcome.REFUSED_STATE_SECRET,
            Outcome.REFUSED_OTHER_LAW_PROHIBITS,
            Outcome.REFUSED_THREE_SECURITIES_ONE_STABILITY,
            Outcome.REFUSED_THIRD_PARTY_RIGHTS,
            Outcome.REFUSED_INTERNAL_AFFAIRS,
            Outcome.REFUSED_PROCESS_INFORMATION,
            Outcome.REFUSED_LAW_ENFORCEMENT_FILE);

    private RemedyRules() {}

    public static Judgement<RemedyEvent> handle(RemedyCommand command, Remedy remedy) {
        return switch (command) {
            case RemedyCommand.RecordRemedy c -> record(c, remedy);
            case RemedyCommand.AcceptRemedy c -> accept(c, remedy);
            case RemedyStep c -> RemedyStepRules.handle(c, remedy);
        };
    }

    /**
     * Administrative Reconsideration Law (2023) art. 23(1)(4): who is refused under art. 14 to 16 of the Regulation goes to
     * reconsideration before a lawsuit. A warning, for a case that was filed otherwise still happened.
     *
     * @param remedy what an entry says of the case
     * @param outcome of the answer that it is about, as far as it is known
     */
    public static List<Finding> directSuit(Facts remedy, @Nullable Outcome outcome) {
        LocalDate accepted = remedy.findDate(RemedyFact.ACCEPTED_ON);
        boolean direct = Procedure.LITIGATION.id().equals(remedy.find(RemedyFact.PROCEDURE))
                && "false".equals(remedy.find(RemedyFact.AFTER_RECONSIDERATION));
        boolean since = accepted != null && !accepted.isBefore(RECONSIDERATION_FIRST_FROM);
        return direct && since && outcome != null && RECONSIDERATION_FIRST.contains(outcome)
                ? List.of(RemedyRule.DIRECT_SUIT_AFTER_2024.on(RemedyFact.AFTER_RECONSIDERATION, outcome.label()))
                : List.of();
    }

    /**
     * The answer that a case can be about: the last one given before it was accepted. Null when there was none, and then
     * the case is about the lack of one (Regulation art. 51).
     */
    public static Course.@Nullable Answer subject(Request request, @Nullable LocalDate acceptedOn) {
        return request.course().answers().stream()
                .filter(answer -> acceptedOn == null || !answer.decidedOn().isAfter(acceptedOn))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Judgement<RemedyEvent> accept(RemedyCommand.AcceptRemedy c, Remedy remedy) {
        if (remedy instanceof Remedy.Accepted) {
            String number = c.entry().facts().find(RemedyFact.CASE_NUMBER);
            return new Judgement<>(
                    List.of(),
                    List.of(RemedyRule.ALREADY_ACCEPTED.on(RemedyFact.CASE_NUMBER, number == null ? "" : number)));
        }
        return record(new RemedyCommand.RecordRemedy(c.remedyId(), c.organ(), c.entry(), c.requestId()), remedy);
    }

    private static Judgement<RemedyEvent> record(RemedyCommand.RecordRemedy c, Remedy remedy) {
        Facts known = remedy.facts();
        Entry entry = c.entry();
        RemedyEvent ruling = rulingOfOpenAppeal(c, remedy);
        Facts stated = ruling == null ? entry.facts() : withoutConclusion(entry.facts());
        Reconciliation row = Reconciliation.of(known, stated, RemedyFact::byId);
        Facts merged = known.withAll(stated);
        List<Finding> findings = new ArrayList<>(RegisterRules.missingAndImpossible(RemedyFact.values(), known, entry));
        if (!entry.corrections()) {
            findings.addAll(RegisterRules.contradictions(RemedyFact.values(), row.differences()));
        }
        findings.addAll(RegisterRules.dateAndResultTogether(merged, RemedyFact.CONCLUDED_ON, RemedyFact.RESULT));
        findings.addAll(objections(merged));
        if (findings.stream().anyMatch(f -> f.severity() == Severity.FAULT)) {
            return new Judgement<>(List.of(), findings);
        }
        List<RemedyEvent> events = events(c, remedy, row, entry);
        if (ruling != null) {
            events.add(ruling);
        }
        findings.addAll(disorder(remedy, events));
        return new Judgement<>(events, findings);
    }

    /**
     * The register has one date and one result, those of the latest ruling. While a further instance is open, a
     * conclusion that is not before its beginning is its ruling and no other statement about the ruling before it.
     */
    private static @Nullable RemedyEvent rulingOfOpenAppeal(RemedyCommand.RecordRemedy c, Remedy remedy) {
        Trial open = remedy.openAppeal();
        Facts stated = c.entry().facts();
        LocalDate on = stated.findDate(RemedyFact.CONCLUDED_ON);
        String result = stated.find(RemedyFact.RESULT);
        if (open == null || on == null || result == null || on.isBefore(open.beganOn())) {
            return null;
        }
        boolean saidBefore =
                stated.text(RemedyFact.CONCLUDED_ON).equals(remedy.facts().find(RemedyFact.CONCLUDED_ON))
                        && result.equals(remedy.facts().find(RemedyFact.RESULT));
        return saidBefore
                ? null
                : new RemedyEvent.RemedyAppealConcluded(
                        c.remedyId(), c.organ(), on, RemedyResult.of(result), open.number());
    }

    private static Facts withoutConclusion(Facts stated) {
        Map<String, String> values = new LinkedHashMap<>(stated.values());
        values.remove(RemedyFact.CONCLUDED_ON.id());
        values.remove(RemedyFact.RESULT.id());
        return Facts.of(values);
    }

    /** A correction must leave the instances in their order. */
    private static List<Finding> disorder(Remedy remedy, List<RemedyEvent> events) {
        Remedy after = remedy;
        for (RemedyEvent event : events) {
            after = after.evolve(event);
        }
        List<Finding> findings = new ArrayList<>();
        List<Trial> trials = after.trials();
        for (int i = 1; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            LocalDate before = trials.get(i - 1).ruledOn();
            LocalDate ruledOn = trial.ruledOn();
            if ((before != null && trial.beganOn().isBefore(before))
                    || (ruledOn != null && ruledOn.isBefore(trial.beganOn()))) {
                Instance instance = trial.instance();
                findings.add(RemedyRule.TRIALS_OUT_OF_ORDER.on(
                        RemedyFact.CONCLUDED_ON, instance == null ? "" : instance.label(), trial.number()));
            }
        }
        return findings;
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
