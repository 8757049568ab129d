package org.disclosureledger.application.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.disclosureledger.application.api.Bodies;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Receipt;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.calendar.OrganCalendars;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.organ.OrganApprovals;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.time.ClockConfiguration;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.ApprovedStep;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.request.Channel;
import org.disclosureledger.domain.request.DecisionIndication;
import org.disclosureledger.domain.request.DecisionPath;
import org.disclosureledger.domain.request.DecisionQuestion;
import org.disclosureledger.domain.request.PostalService;
import org.disclosureledger.domain.request.Proposal;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.request.RequestStep;
import org.disclosureledger.domain.request.StepKind;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests as files on a desk: opened, and taken a step further. For API and pages alike. */
@Component
public class CaseFiles {

    private final Ledger ledger;
    private final Commands commands;
    private final CaseKeys keys;
    private final CaseReferences references;
    private final Projections projections;
    private final OrganCalendars calendars;
    private final OrganApprovals approvals;
    private final Clock clock;

    CaseFiles(
            Ledger ledger,
            Commands commands,
            CaseKeys keys,
            CaseReferences references,
            Projections projections,
            OrganCalendars calendars,
            OrganApprovals approvals,
            Clock clock) {
        this.ledger = ledger;
        this.commands = commands;
        this.keys = keys;
        this.references = references;
        this.projections = projections;
        this.calendars = calendars;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** The day it is in China. */
    public LocalDate today() {
        return ZonedDateTime.now(clock).toLocalDate();
    }

    /** @throws org.disclosureledger.application.eventstore.UnreadableEvent when its history cannot be read */
    public Optional<CaseFile> find(String organ, String caseId) {
        return history(organ, ledger.ofAggregate(caseId, 0)).map(CaseFile::of);
    }

    static Optional<List<StoredEvent>> history(String organ, List<StoredEvent> events) {
        return Optional.of(events)
                .filter(h -> !h.isEmpty()
                        && h.get(0).aggregateType().equals(RequestWiring.AGGREGATE)
                        && h.get(0).row().organ().equals(organ));
    }

    /** @throws Problem when the organ has no such request */
    public CaseFile require(String organ, String caseId) {
        return find(organ, caseId).orElseThrow(() -> Problem.notFound("本机关没有这件申请"));
    }

    /**
     * The request as it was at a point of the ledger.
     *
     * @throws Problem when the organ had no such request then
     */
    public CaseFile require(String organ, String caseId, ReadPoint at) {
        List<StoredEvent> events = ledger.ofAggregate(caseId, 0).stream()
                .filter(e -> e.number() <= at.number())
                .toList();
        return history(organ, events)
                .map(CaseFile::of)
                .orElseThrow(() -> Problem.notFound(at.asOf() == null ? "本机关没有这件申请" : "那时还没有登记这件申请"));
    }

    /** The day it was in China at a point of the ledger. */
    LocalDate day(ReadPoint at) {
        Instant asOf = at.asOf();
        return asOf == null ? today() : LocalDate.ofInstant(asOf, ClockConfiguration.CHINA);
    }

    /** The one place that says by which calendar an organ's periods run: as it was known at a point of the ledger. */
    WorkingDays workingDays(String organ, ReadPoint at) {
        return at.asOf() == null ? calendars.of(organ) : calendars.at(organ, at.number());
    }

    CaseClock clock(CaseFile file, ReadPoint at) {
        OptionalLong answered = file.answeredBy();
        return CaseClock.of(
                file,
                day(at),
                answered.isPresent()
                        ? calendars.at(file.organ(), answered.getAsLong())
                        : workingDays(file.organ(), at));
    }

    DerivedDates dates(CaseFile file, ReadPoint at) {
        return DerivedDates.of(file, workingDays(file.organ(), at));
    }

    List<OutcomeAdvice> outcomes(CaseFile file, ReadPoint at) {
        return OutcomeAdvice.of(file, day(at), workingDays(file.organ(), at));
    }

    /** An answered request keeps the last day that it had, whatever is entered into the calendar later. */
    public CaseClock clock(CaseFile file) {
        return clock(file, ReadPoint.latest());
    }

    /** The clock by the calendar that was known when an event was recorded. */
    CaseClock clock(CaseFile file, long number) {
        return CaseClock.of(file, today(), calendars.at(file.organ(), number));
    }

    /** The period of a request that is not registered yet. */
    public ForeseenPeriod foresee(
            String organ,
            LocalDate receivedOn,
            @Nullable Channel channel,
            @Nullable PostalService service,
            @Nullable LocalDate arrivedOn) {
        return ForeseenPeriod.of(
                receivedOn, channel, service, arrivedOn, today(), workingDays(organ, ReadPoint.latest()));
    }

    public DerivedDates dates(CaseFile file) {
        return dates(file, ReadPoint.latest());
    }

    public List<PossibleStep> steps(CaseFile file) {
        return PossibleStep.of(file);
    }

    /** What each result would ask for, in the order of the form. */
    public List<OutcomeAdvice> outcomes(CaseFile file) {
        return outcomes(file, ReadPoint.latest());
    }

    /** Passes over the questions about the result that the record has answered. */
    public DecisionPath onward(CaseFile file, DecisionPath path) {
        return path.onward(file.course(), today(), workingDays(file.organ(), ReadPoint.latest()));
    }

    /** What the record says to a question about the result; empty when it says nothing. */
    public Optional<DecisionIndication> indication(CaseFile file, DecisionQuestion question) {
        return Optional.ofNullable(
                DecisionIndication.of(question, file.course(), today(), workingDays(file.organ(), ReadPoint.latest())));
    }

    /** Whether the organ wants a second person to approve such a step. */
    public boolean needsApproval(String organ, StepKind kind) {
        ApprovedStep approved = kind.approvedAs();
        return approved != null && approvals.required(organ, approved);
    }

    /**
     * Takes a step, or puts it to a second person where the organ wants that, and waits until the tables show it.
     *
     * @throws Problem when the organ has no such request
     * @throws CommandRejected when something is missing or the rules object
     */
    public Recorded take(String organ, String caseId, StepBody body, String user, CommandId id) {
        require(organ, caseId);
        Bodies.check(body.typed());
        CaseKey key = keys.forCase(organ, caseId);
        RequestStep step = body.in(new StepContext(
                new RequestId(UUID.fromString(caseId)),
                new OrganCode(organ),
                today(),
                key::seal,
                references.in(organ)));
        StepKind kind = step.kind();
        RequestStep sent = kind != null && needsApproval(organ, kind)
                ? new RequestStep.ProposeStep(step.requestId(), step.organ(), step.today(), step, user)
                : step;
        Recorded recorded = commands.send(RequestWiring.AGGREGATE, sent, by(user), id, List.of());
        projections.catchUp();
        return recorded;
    }

    /** What a command put to a second person; empty when it did what was asked. */
    public Optional<Proposal> proposed(String organ, Recorded recorded) {
        Receipt receipt = recorded.receipt();
        if (receipt == null) {
            return Optional.empty();
        }
        CaseFile then = require(organ, recorded.aggregateId()).until(receipt.last());
        return Optional.ofNullable(then.request().proposal())
                .filter(p -> p.content()
                        .equals(then.events().get(then.events().size() - 1).event()));
    }

    static Map<String, String> by(String user) {
        return Map.of("by", user, "source", "typed");
    }
}
