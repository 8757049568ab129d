package org.disclosureledger.domain.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.ApprovedStep;
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

    /** Art. 31(3): received when both sides have confirmed; e-mail is a channel of the internet. */
    private static final Set<@Nullable String> CONFIRMED =
            new HashSet<>(List.of(Channel.INTERNET.id(), Channel.EMAIL.id(), Channel.FAX.id()));

    private RequestRules() {}

    /** @param approved what a second person of the organ has to approve */
    public static Judgement<RequestEvent> handle(
            RequestCommand command, Request request, WorkingDays workingDays, Predicate<ApprovedStep> approved) {
        return ProposalRules.withApproval(command, handle(command, request, workingDays), approved);
    }

    /** As in an organ where nobody has to approve anything. */
    public static Judgement<RequestEvent> handle(RequestCommand command, Request request, WorkingDays workingDays) {
        return switch (command) {
            case RequestCommand.RecordRequest c -> record(c.requestId(), c.organ(), c.entry(), request, workingDays);
            case RequestCommand.ReceiveRequest c -> receive(c, request, workingDays);
            case RequestStep step -> StepRules.handle(step, request, workingDays);
        };
    }

    /** Art. 29, 31: a request is registered once, with what decides on which day it was received. */
    private static Judgement<RequestEvent> receive(
            RequestCommand.ReceiveRequest c, Request request, WorkingDays workingDays) {
        Entry entry = c.entry();
        if (request instanceof Request.Received) {
            return new Judgement<>(
                    List.of(),
                    List.of(RequestRule.ALREADY_RECEIVED.on(
                            RequestFact.REGISTRATION_NUMBER, request.facts().text(RequestFact.REGISTRATION_NUMBER))));
        }
        Judgement<RequestEvent> received = record(c.requestId(), c.organ(), entry, request, workingDays);
        List<Finding> findings = new ArrayList<>(received.findings());
        findings.addAll(paper(c));
        List<RequestEvent> events = new ArrayList<>(received.events());
        RequestCommand.Receipt receipt = c.receipt();
        events.add(new RequestEvent.ReceiptDocumented(
                c.requestId(),
                c.organ(),
                receipt.arrivedOn(),
                receipt.postalService(),
                receipt.identityProof(),
                receipt.representative(),
                receipt.otherApplicants(),
                receipt.wantedForm(),
                receipt.splitFrom()));
        return new Judgement<>(events, findings);
    }

    private static List<Finding> paper(RequestCommand.ReceiveRequest c) {
        Facts facts = c.entry().facts();
        RequestCommand.Receipt receipt = c.receipt();
        List<Finding> findings = new ArrayList<>(arrival(
                facts.findDate(RequestFact.RECEIVED_ON),
                facts.find(RequestFact.CHANNEL),
                receipt.postalService(),
                receipt.arrivedOn()));
        if (receipt.identityProof() == IdentityProof.MISSING) {
            findings.add(RequestRule.IDENTITY_PROOF_MISSING.onField("identityProof"));
        }
        if (c.requestId().equals(receipt.splitFrom())) {
            findings.add(RequestRule.SPLIT_FROM_ITSELF.onField("splitFrom"));
        }
        return findings;
    }

    /**
     * Art. 31: what can be said of the day of receipt by the way in which the request came.
     *
     * @param channel identifier of a {@link Channel}
     */
    private static List<Finding> arrival(
            @Nullable LocalDate received,
            @Nullable String channel,
            @Nullable PostalService service,
            @Nullable LocalDate arrived) {
        List<Finding> findings = new ArrayList<>();
        if (arrived != null && received != null && arrived.isAfter(received)) {
            findings.add(RequestRule.ARRIVED_AFTER_RECEIPT.onField("arrivedOn"));
        }
        boolean post = Channel.POST.id().equals(channel);
        if (post && service == null) {
            findings.add(RequestRule.POSTAL_SERVICE_MISSING.onField("postalService"));
        }
        if (!post && service != null) {
            findings.add(RequestRule.POSTAL_SERVICE_WITHOUT_POST.onField("postalService"));
        }
        boolean confirmed = service == PostalService.ORDINARY || CONFIRMED.contains(channel);
        if (confirmed && arrived == null) {
            findings.add(RequestRule.CONFIRMATION_UNCLEAR.on(RequestFact.RECEIVED_ON));
        }
        boolean receivedOnArrival =
                service == PostalService.SIGNED_FOR || Channel.IN_PERSON.id().equals(channel);
        if (receivedOnArrival && arrived != null && received != null && arrived.isBefore(received)) {
            findings.add(RequestRule.RECEIVED_AFTER_SUBMISSION.on(RequestFact.RECEIVED_ON));
        }
        return findings;
    }

    /**
     * What will be said of the day of receipt when the request is registered; what is still missing is not objected to.
     *
     * @param today the day it is in China
     */
    public static List<Finding> foresee(
            LocalDate received,
            @Nullable Channel channel,
            @Nullable PostalService service,
            @Nullable LocalDate arrived,
            LocalDate today) {
        RequestFact[] facts = {RequestFact.RECEIVED_ON};
        Entry entry = new Entry(
                Facts.none().with(RequestFact.RECEIVED_ON.id(), received.toString()),
                false,
                null,
                today,
                Entry.Source.TYPED);
        List<Finding> findings = new ArrayList<>(RegisterRules.missingAndImpossible(facts, Facts.none(), entry));
        if (channel != null) {
            findings.addAll(arrival(received, channel.id(), service, arrived));
        }
        return findings;
    }

    private static Judgement<RequestEvent> record(
            RequestId id, OrganCode organ, Entry entry, Request request, WorkingDays workingDays) {
        Facts known = request.facts();
        Reconciliation row = Reconciliation.of(known, entry.facts(), RequestFact::byId);
        List<Finding> findings =
                new ArrayList<>(RegisterRules.missingAndImpossible(RequestFact.values(), known, entry));
        if (!entry.corrections()) {
            findings.addAll(RegisterRules.contradictions(RequestFact.values(), row.differences()));
        }
        Facts merged = known.withAll(entry.facts());
        if (merged.states(RequestFact.RECEIVED_ON)) {
            findings.addAll(objections(merged, request.course()));
        }
        if (findings.stream().anyMatch(f -> f.severity() == Severity.FAULT)) {
            return new Judgement<>(List.of(), findings);
        }
        if (row.added().values().isEmpty() && row.differences().isEmpty()) {
            return Judgement.of(List.of());
        }
        List<RequestEvent> events = events(id, organ, request, row, entry);
        Request after = request;
        for (RequestEvent event : events) {
            after = after.evolve(event);
        }
        findings.addAll(outOfOrder(after.course()));
        findings.addAll(late(after, workingDays));
        return new Judgement<>(events, findings);
    }

    private static List<Finding> objections(Facts request, Course course) {
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
        LocalDate first = course.firstStepOn();
        if (findings.isEmpty() && first != null && first.isBefore(received)) {
            findings.add(RequestRule.STEP_BEFORE_RECEIPT.on(
                    RequestFact.RECEIVED_ON, "已经登记的办理步骤（" + DayWords.of(first) + "）"));
        }
        findings.addAll(missingSteps(request, decided));
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

    /** Each step against the one that it answers; a later notice does not make the answer to an earlier one early. */
    private static List<Finding> outOfOrder(Course course) {
        List<Finding> findings = new ArrayList<>();
        course.corrections()
                .forEach(c -> outOfOrder(
                        RequestFact.CORRECTION_REQUESTED_ON,
                        c.requestedOn(),
                        RequestFact.CORRECTION_RECEIVED_ON,
                        c.receivedOn(),
                        findings));
        course.consultations()
                .forEach(c -> outOfOrder(
                        RequestFact.THIRD_PARTY_CONSULTED_ON,
                        c.consultedOn(),
                        RequestFact.THIRD_PARTY_RESPONDED_ON,
                        c.respondedOn(),
                        findings));
        course.fees()
                .forEach(f -> outOfOrder(
                        RequestFact.FEE_NOTIFIED_ON, f.notifiedOn(), RequestFact.FEE_PAID_ON, f.paidOn(), findings));
        course.answers()
                .forEach(a -> outOfOrder(
                        RequestFact.DECIDED_ON, a.decidedOn(), RequestFact.DELIVERED_ON, a.deliveredOn(), findings));
        return findings;
    }

    private static void outOfOrder(
            RequestFact first,
            @Nullable LocalDate firstOn,
            RequestFact then,
            @Nullable LocalDate thenOn,
            List<Finding> findings) {
        if (firstOn != null && thenOn != null && thenOn.isBefore(firstOn)) {
            findings.add(RequestRule.STEPS_OUT_OF_ORDER.on(then, then.label(), first.label()));
        }
    }

    private static List<Finding> late(Request after, WorkingDays workingDays) {
        List<Finding> findings = new ArrayList<>();
        Facts facts = after.facts();
        List<Course.Correction> corrections = after.course().corrections();
        LocalDate notice = corrections.isEmpty() ? null : corrections.get(0).requestedOn();
        if (notice != null) {
            LocalDate last = AnswerClock.lastDayOfCorrectionNotice(facts.date(RequestFact.RECEIVED_ON), workingDays);
            if (notice.isAfter(last)) {
                findings.add(RequestRule.CORRECTION_NOTICE_LATE.on(RequestFact.CORRECTION_REQUESTED_ON, last));
            }
        }
        LocalDate decided = facts.findDate(RequestFact.DECIDED_ON);
        LocalDate last = StepRules.clock(after, workingDays).lastDay();
        boolean answeredOnce =
                after.course().answers().size() == 1 && after.course().isAnswered();
        if (decided != null && last != null && answeredOnce && decided.isAfter(last)) {
            findings.add(RequestRule.ANSWERED_LATE.on(RequestFact.DECIDED_ON, last));
        }
        return findings;
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
            events.add(new RequestEvent.DecisionDelivered(id, organ, delivered, null));
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
            case CORRECTION_REQUESTED_ON -> new RequestEvent.CorrectionRequested(id, organ, on, null, null);
            case CORRECTION_RECEIVED_ON -> new RequestEvent.CorrectionReceived(id, organ, on);
            case EXTENSION_NOTIFIED_ON -> new RequestEvent.AnswerPeriodExtended(id, organ, on, null, null, null);
            case THIRD_PARTY_CONSULTED_ON -> new RequestEvent.ThirdPartyConsulted(id, organ, on, null, null);
            case THIRD_PARTY_RESPONDED_ON -> new RequestEvent.ThirdPartyResponded(id, organ, on, null, null);
            case FEE_NOTIFIED_ON -> new RequestEvent.FeeNotified(id, organ, on, null, null, null, null);
            case FEE_PAID_ON -> new RequestEvent.FeePaid(id, organ, on, null);
            default -> throw new IllegalArgumentException(step + " is not a step");
        };
    }
}
