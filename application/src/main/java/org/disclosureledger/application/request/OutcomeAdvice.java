package org.disclosureledger.application.request;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Severity;
import org.disclosureledger.domain.request.AnswerContent;
import org.disclosureledger.domain.request.Outcome;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.request.RequestRules;
import org.disclosureledger.domain.request.RequestStep;

/**
 * What a result would ask for, were it chosen now: found by asking the rules about an answer that says nothing else.
 *
 * @param objections why it cannot be chosen now
 * @param required what the answer has to say: the fields, each with its rule
 * @param remarks what has to be minded when it is chosen
 */
public record OutcomeAdvice(Outcome outcome, List<Finding> objections, List<Finding> required, List<Finding> remarks) {

    private static final String OUTCOME = "outcome";

    /** Whether the answer has to state this field. */
    public boolean requires(String field) {
        return required.stream().anyMatch(f -> f.fact().equals(field));
    }

    /** Advice for each result in the order of the form. */
    static List<OutcomeAdvice> of(CaseFile file, LocalDate today, WorkingDays workingDays) {
        return Arrays.stream(Outcome.values())
                .map(outcome -> of(file, outcome, today, workingDays))
                .toList();
    }

    private static OutcomeAdvice of(CaseFile file, Outcome outcome, LocalDate today, WorkingDays workingDays) {
        RequestId id = new RequestId(UUID.fromString(file.caseId()));
        OrganCode organ = new OrganCode(file.organ());
        RequestStep answer = file.course().reopening() == null
                ? new RequestStep.Decide(id, organ, today, today, outcome, null, AnswerContent.NONE)
                : new RequestStep.DecideAnew(id, organ, today, today, outcome, null, AnswerContent.NONE);
        Judgement<RequestEvent> judgement = RequestRules.handle(answer, file.request(), workingDays);
        return new OutcomeAdvice(
                outcome,
                judgement.findings().stream()
                        .filter(f -> f.severity() == Severity.FAULT && f.fact().equals(OUTCOME))
                        .toList(),
                judgement.findings().stream()
                        .filter(f -> f.severity() == Severity.FAULT
                                && !Set.of(OUTCOME, "on").contains(f.fact()))
                        .toList(),
                judgement.findings().stream()
                        .filter(f ->
                                f.severity() == Severity.WARNING && f.fact().equals(OUTCOME))
                        .toList());
    }
}
