package org.disclosureledger.application.request;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.application.api.Bodies;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.calendar.OrganCalendars;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.imports.EntryRecorder;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.application.register.TypedEntry;
import org.disclosureledger.application.register.TypedText;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.domain.request.RequestId;
import org.disclosureledger.domain.request.RequestStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests as files on a desk: opened, taken a step further, corrected. For API and pages alike. */
@Component
public class CaseFiles {

    private final Ledger ledger;
    private final Commands commands;
    private final CaseKeys keys;
    private final CaseReferences references;
    private final EntryRecorder recorder;
    private final Projections projections;
    private final OrganCalendars calendars;
    private final Clock clock;

    CaseFiles(
            Ledger ledger,
            Commands commands,
            CaseKeys keys,
            CaseReferences references,
            EntryRecorder recorder,
            Projections projections,
            OrganCalendars calendars,
            Clock clock) {
        this.ledger = ledger;
        this.commands = commands;
        this.keys = keys;
        this.references = references;
        this.recorder = recorder;
        this.projections = projections;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The day it is in China. */
    public LocalDate today() {
        return ZonedDateTime.now(clock).toLocalDate();
    }

    /** The one place that says by which calendar an organ's periods run. */
    WorkingDays workingDays(String organ) {
        return calendars.of(organ);
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

    public CaseClock clock(CaseFile file) {
        return CaseClock.of(file, today(), workingDays(file.organ()));
    }

    public DerivedDates dates(CaseFile file) {
        return DerivedDates.of(file, workingDays(file.organ()));
    }

    public List<PossibleStep> steps(CaseFile file) {
        return PossibleStep.of(file);
    }

    /** What each result would ask for, in the order of the form. */
    public List<OutcomeAdvice> outcomes(CaseFile file) {
        return OutcomeAdvice.of(file, today(), workingDays(file.organ()));
    }

    /**
     * Takes a step and waits until the tables show it.
     *
     * @throws Problem when the organ has no such request
     * @throws CommandRejected when something is missing or the rules object
     */
    public Recorded take(String organ, String caseId, StepBody body, String user, CommandId id) {
        require(organ, caseId);
        Bodies.check(body.typed());
        CaseKey key = keys.forCase(caseId);
        RequestStep step = body.in(new StepContext(
                new RequestId(UUID.fromString(caseId)),
                new OrganCode(organ),
                today(),
                key::seal,
                references.in(organ)));
        Recorded recorded = commands.send(RequestWiring.AGGREGATE, step, by(user), id, List.of());
        projections.catchUp();
        return recorded;
    }

    /**
     * Corrects something that was recorded wrongly, and waits until the tables show it.
     *
     * @throws Problem when the organ has no such request
     * @throws CommandRejected when there is nothing to correct, the value cannot be read or the rules object
     */
    public Recorded correct(String organ, String caseId, CorrectionBody body, String user, CommandId id) {
        CaseFile file = require(organ, caseId);
        Bodies.check(body);
        String stated = requireNonNull(TypedText.of(body.fact()));
        RequestFact fact = fact(stated);
        if (fact == RequestFact.REGISTRATION_NUMBER
                || !references.requestNumbered(organ, file.number()).toString().equals(caseId)) {
            throw new CommandRejected(CaseFileRule.NUMBER_IS_FOR_EVER.onField("fact"));
        }
        if (!file.request().facts().values().containsKey(fact == null ? stated : fact.id())) {
            throw new CommandRejected(CaseFileRule.NOT_RECORDED_YET.onField("fact"));
        }
        StatedRow row = row(file.number(), fact, stated, requireNonNull(body.value()));
        Recorded recorded = recorder.record(
                organ,
                RegisterLayout.REQUESTS,
                row,
                facts -> new Entry(facts, true, TypedText.of(body.reason()), today(), Entry.Source.TYPED),
                by(user),
                id);
        projections.catchUp();
        return recorded;
    }

    /** Null for a remark. */
    private static @Nullable RequestFact fact(String stated) {
        RequestFact fact = Arrays.stream(RequestFact.values())
                .filter(f -> f.id().equals(stated) || f.label().equals(stated))
                .findFirst()
                .orElse(null);
        if (fact == null && !stated.startsWith(Facts.REMARK)) {
            throw new CommandRejected(CaseFileRule.NOT_A_FACT.onField("fact"));
        }
        return fact;
    }

    private static StatedRow row(String number, @Nullable RequestFact fact, String stated, String value) {
        String numberId = RequestFact.REGISTRATION_NUMBER.id();
        StatedRow row = TypedEntry.read(
                RegisterLayout.REQUESTS,
                fact == null ? Map.of(numberId, number) : Map.of(numberId, number, fact.id(), value),
                fact == null ? Map.of(stated.substring(Facts.REMARK.length()), value) : Map.of());
        if (row.isFaulty()) {
            throw new CommandRejected(row.findings());
        }
        return row;
    }

    private static Map<String, String> by(String user) {
        return Map.of("by", user, "source", "typed");
    }
}
