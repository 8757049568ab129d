package org.disclosureledger.domain.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.Reconciliation;
import org.disclosureledger.domain.register.RegisterRules;
import org.disclosureledger.domain.register.SealedText;
import org.disclosureledger.domain.register.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A register row says what happened. It is refused only where it cannot have happened (an answer before the request);
 * what should have been otherwise (a late answer, a missing notice) is recorded and pointed out.
 */
public final class RequestRules {

    private static final List<RequestFact> STEPS = List.of(
            RequestFact.CORRECTION_REQUESTED_ON,
            RequestFact.CORRECTION_RECEIVED_ON,
            RequestFact.EXTENSION_NOTIFIED_ON,
            RequestFact.THIRD_PARTY_CONSULTED_ON,
            RequestFact.THIRD_PARTY_RESPONDED_ON,
            RequestFact.FEE_NOTIFIED_ON,
            RequestFact.FEE_PAID_ON,
            RequestFact.DELIVERED_ON);

    private static final Set<String> TOLD_BY_THEIR_OWN_EVENT = Set.of(
            RequestFact.REGISTRATION_NUMBER.id(),
            RequestFact.RECEIVED_ON.id(),
            RequestFact.CHANNEL.id(),
            RequestFact.APPLICANT_KIND.id(),
            RequestFact.APPLICANT.id(),
            RequestFact.CONTENT.id(),
            RequestFact.CORRECTION_REQUESTED_ON.id(),
            RequestFact.CORRECTION_RECEIVED_ON.id(),
            RequestFact.EXTENSION_NOTIFIED_ON.id(),
            RequestFact.THIRD_PARTY_CONSULTED_ON.id(),
            RequestFact.THIRD_PARTY_RESPONDED_ON.id(),
            RequestFact.FEE_NOTIFIED_ON.id(),
            RequestFact.FEE_PAID_ON.id(),
            RequestFact.DECIDED_ON.id(),
            RequestFact.OUTCOME.id(),
            RequestFact.DELIVERED_ON.id());

    private RequestRules() {}

    public static Judgement<RequestEvent> handle(RequestCommand command, Request request, WorkingDays workingDays) {
        return switch (command) {
            case RequestCommand.RecordRequest c -> record(c, request, workingDays);
        };
    }

    private static Judgement<RequestEvent> record(
            RequestCommand.RecordRequest c, Request request, WorkingDays workingDays) {
        Facts known = request.facts();
        Entry entry = c.entry();
        Reconciliation row = Reconciliation.of(known, entry.facts(), RequestFact::byId);
        List<Finding> findings =
                new ArrayList<>(RegisterRules.missingAndImpossible(RequestFact.values(), known, entry));
        if (!entry.corrections()) {
            findings.addAll(RegisterRules.contradictions(RequestFact.values(), row.differences()));
        }
        Facts merged = known.withAll(entry.facts());
        if (merged.states(RequestFact.RECEIVED_ON)) {
            findings.addAll(objections(merged, workingDays));
        }
        if (findings.stream().anyMatch(f -> f.severity() == Severity.FAULT)) {
            return new Judgement<>(List.of(), findings);
        }
        boolean nothingNew = row.added().values().isEmpty() && row.differences().isEmpty();
        return nothingNew
                ? Judgement.of(List.of())
                : new Judgement<>(events(c.requestId(), c.organ(), request, row, entry), findings);
    }

    private static List<Finding> objections(Facts request, WorkingDays workingDays) {
        List<Finding> findings = new ArrayList<>(
                RegisterRules.dateAndResultTogether(request, RequestFact.DECIDED_ON, RequestFact.OUTCOME));
        LocalDate received = request.date(RequestFact.RECEIVED_ON);
        LocalDate decided = request.findDate(RequestFact.DECIDED_ON);
        if (decided != null && decided.isBefore(received)) {
            findings.add(RequestRule.DECIDED_BEFORE_RECEIPT.on(RequestFact.DECIDED_ON));
        }
        for (RequestFact step : STEPS) {
            LocalDate on = request.findDate(step);
            if (on != null && on.isBefore(received)) {
                findings.add(RequestRule.STEP_BEFORE_RECEIPT.on(step, step.label()));
            }
        }
        findings.addAll(missingSteps(request, decided));
        outOfOrder(request, RequestFact.CORRECTION_REQUESTED_ON, RequestFact.CORRECTION_RECEIVED_ON, findings);
        outOfOrder(request, RequestFact.THIRD_PARTY_CONSULTED_ON, RequestFact.THIRD_PARTY_RESPONDED_ON, findings);
        outOfOrder(request, RequestFact.FEE_NOTIFIED_ON, RequestFact.FEE_PAID_ON, findings);
        outOfOrder(request, RequestFact.DECIDED_ON, RequestFact.DELIVERED_ON, findings);
        findings.addAll(late(request, received, decided, workingDays));
        return findings;
    }

    /** Results and answers that presuppose a step of which the register says nothing. */
    private static List<Finding> missingSteps(Facts request, @Nullable LocalDate decided) {
        List<Finding> findings = new ArrayList<>();
        boolean notice = request.states(RequestFact.CORRECTION_REQUESTED_ON);
        if (request.states(RequestFact.CORRECTION_RECEIVED_ON) && !notice) {
            findings.add(RequestRule.CORRECTION_WITHOUT_NOTICE.on(RequestFact.CORRECTION_REQUESTED_ON));
        }
        if (request.states(RequestFact.THIRD_PARTY_RESPONDED_ON)
                && !request.states(RequestFact.THIRD_PARTY_CONSULTED_ON)) {
            findings.add(
                    RequestRule.THIRD_PARTY_RESPONSE_WITHOUT_CONSULTATION.on(RequestFact.THIRD_PARTY_CONSULTED_ON));
        }
        if (request.states(RequestFact.FEE_PAID_ON) && !request.states(RequestFact.FEE_NOTIFIED_ON)) {
            findings.add(RequestRule.PAYMENT_WITHOUT_NOTICE.on(RequestFact.FEE_NOTIFIED_ON));
        }
        if (request.states(RequestFact.DELIVERED_ON) && decided == null) {
            findings.add(RequestRule.DELIVERED_WITHOUT_DECISION.on(RequestFact.DELIVERED_ON));
        }
        String outcome = request.find(RequestFact.OUTCOME);
        if (outcome != null) {
            Outcome result = Outcome.of(outcome);
            boolean needsNotice =
                    result == Outcome.UNAVAILABLE_STILL_UNCLEAR || result == Outcome.OTHER_CORRECTION_OVERDUE;
            if (needsNotice && !notice) {
                findings.add(RequestRule.OUTCOME_WITHOUT_CORRECTION_NOTICE.on(RequestFact.CORRECTION_REQUESTED_ON));
            }
            if (result == Outcome.OTHER_FEE_UNPAID && !request.states(RequestFact.FEE_NOTIFIED_ON)) {
                findings.add(RequestRule.OUTCOME_WITHOUT_FEE_NOTICE.on(RequestFact.FEE_NOTIFIED_ON));
            }
        }
        return findings;
    }

    private static void outOfOrder(Facts request, RequestFact first, RequestFact then, List<Finding> findings) {
        LocalDate a = request.findDate(first);
        LocalDate b = request.findDate(then);
        if (a != null && b != null && b.isBefore(a)) {
            findings.add(RequestRule.STEPS_OUT_OF_ORDER.on(then, then.label(), first.label()));
        }
    }

    private static List<Finding> late(
            Facts request, LocalDate received, @Nullable LocalDate decided, WorkingDays workingDays) {
        List<Finding> findings = new ArrayList<>();
        LocalDate notice = request.findDate(RequestFact.CORRECTION_REQUESTED_ON);
        if (notice != null) {
            LocalDate last = AnswerPeriod.lastDayOfCorrectionNotice(received, workingDays);
            if (notice.isAfter(last)) {
                findings.add(RequestRule.CORRECTION_NOTICE_LATE.on(RequestFact.CORRECTION_REQUESTED_ON, last));
            }
        }
        if (decided != null && !waitsForApplicant(request)) {
            LocalDate last = AnswerPeriod.lastDay(request, workingDays);
            if (decided.isAfter(last)) {
                findings.add(RequestRule.ANSWERED_LATE.on(RequestFact.DECIDED_ON, last));
            }
        }
        return findings;
    }

    /** Art. 30, 国办函〔2020〕109号 art. 7: the period runs anew from a correction or a payment that has not come yet. */
    private static boolean waitsForApplicant(Facts request) {
        return (request.states(RequestFact.CORRECTION_REQUESTED_ON)
                        && !request.states(RequestFact.CORRECTION_RECEIVED_ON))
                || (request.states(RequestFact.FEE_NOTIFIED_ON) && !request.states(RequestFact.FEE_PAID_ON));
    }

    private static List<RequestEvent> events(
            RequestId id, OrganCode organ, Request request, Reconciliation row, Entry entry) {
        Facts said = row.added();
        List<RequestEvent> events = new ArrayList<>();
        boolean first = request instanceof Request.Unreceived;
        if (first) {
            events.add(new RequestEvent.RequestReceived(
                    id,
                    organ,
                    said.text(RequestFact.REGISTRATION_NUMBER),
                    said.date(RequestFact.RECEIVED_ON),
                    Channel.of(said.text(RequestFact.CHANNEL)),
                    ApplicantKind.of(said.text(RequestFact.APPLICANT_KIND)),
                    new SealedText(said.text(RequestFact.APPLICANT)),
                    sealed(said, RequestFact.IDENTITY_NUMBER),
                    sealed(said, RequestFact.CONTACT),
                    sealed(said, RequestFact.ADDRESS),
                    new SealedText(said.text(RequestFact.CONTENT))));
        }
        for (RequestFact step : STEPS) {
            LocalDate on = said.findDate(step);
            if (on != null && step != RequestFact.DELIVERED_ON) {
                events.add(step(id, organ, step, on));
            }
        }
        LocalDate decided = said.findDate(RequestFact.DECIDED_ON);
        if (decided != null) {
            events.add(new RequestEvent.RequestDecided(
                    id,
                    organ,
                    decided,
                    Outcome.of(said.text(RequestFact.OUTCOME)),
                    said.find(RequestFact.DOCUMENT_NUMBER)));
        }
        LocalDate delivered = said.findDate(RequestFact.DELIVERED_ON);
        if (delivered != null) {
            events.add(new RequestEvent.DecisionDelivered(id, organ, delivered));
        }
        said.values().forEach((fact, value) -> {
            if (!TOLD_BY_THEIR_OWN_EVENT.contains(fact)
                    && !(first && isApplicantDetail(fact))
                    && !(decided != null && fact.equals(RequestFact.DOCUMENT_NUMBER.id()))) {
                events.add(new RequestEvent.RequestDetailRecorded(id, organ, fact, value));
            }
        });
        row.differences()
                .forEach(d -> events.add(new RequestEvent.RequestFactCorrected(
                        id, organ, d.fact(), d.recorded(), d.stated(), entry.reason())));
        return events;
    }

    private static boolean isApplicantDetail(String fact) {
        return fact.equals(RequestFact.IDENTITY_NUMBER.id())
                || fact.equals(RequestFact.CONTACT.id())
                || fact.equals(RequestFact.ADDRESS.id());
    }

    private static @Nullable SealedText sealed(Facts facts, RequestFact fact) {
        String value = facts.find(fact);
        return value == null ? null : new SealedText(value);
    }

    private static RequestEvent step(RequestId id, OrganCode organ, RequestFact step, LocalDate on) {
        return switch (step) {
            case CORRECTION_REQUESTED_ON -> new RequestEvent.CorrectionRequested(id, organ, on);
            case CORRECTION_RECEIVED_ON -> new RequestEvent.CorrectionReceived(id, organ, on);
            case EXTENSION_NOTIFIED_ON -> new RequestEvent.AnswerPeriodExtended(id, organ, on);
            case THIRD_PARTY_CONSULTED_ON -> new RequestEvent.ThirdPartyConsulted(id, organ, on);
            case THIRD_PARTY_RESPONDED_ON -> new RequestEvent.ThirdPartyResponded(id, organ, on);
            case FEE_NOTIFIED_ON -> new RequestEvent.FeeNotified(id, organ, on);
            case FEE_PAID_ON -> new RequestEvent.FeePaid(id, organ, on);
            default -> throw new IllegalArgumentException(step + " is not a step");
        };
    }
}
