package org.disclosureledger.application.remedies;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.imports.EntryRecorder;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.application.register.TypedEntry;
import org.disclosureledger.application.remedy.RemedyWiring;
import org.disclosureledger.domain.Coded;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.remedy.AppealFact;
import org.disclosureledger.domain.remedy.Instance;
import org.disclosureledger.domain.remedy.Remedy;
import org.disclosureledger.domain.remedy.RemedyEvent;
import org.disclosureledger.domain.remedy.RemedyFact;
import org.disclosureledger.domain.remedy.RemedyId;
import org.disclosureledger.domain.remedy.RemedyResult;
import org.disclosureledger.domain.remedy.RemedyRules;
import org.disclosureledger.domain.remedy.RemedyStep;
import org.disclosureledger.domain.remedy.RemedyStepKind;
import org.disclosureledger.domain.request.Course;
import org.disclosureledger.domain.request.Request;
import org.disclosureledger.domain.request.RequestEvent;
import org.disclosureledger.domain.request.RequestFact;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.register.RegisterStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reconsiderations and lawsuits step by step, for API and pages alike. */
@Component
public class Remedies {

    private final EntryRecorder recorder;
    private final Commands commands;
    private final Ledger ledger;
    private final RegisterStore rows;
    private final Projections projections;
    private final Clock clock;

    Remedies(
            EntryRecorder recorder,
            Commands commands,
            Ledger ledger,
            RegisterStore rows,
            Projections projections,
            Clock clock) {
        this.recorder = recorder;
        this.commands = commands;
        this.ledger = ledger;
        this.rows = rows;
        this.projections = projections;
        this.clock = clock;
    }

    /** Which fields a step has, in the order of its form. */
    public static List<Fact> fields(RemedyStepKind kind) {
        return switch (kind) {
            case CONCLUDE -> List.of(RemedyFact.CONCLUDED_ON, RemedyFact.RESULT);
            case APPEAL ->
                List.of(
                        AppealFact.INSTANCE,
                        AppealFact.APPEALED_ON,
                        AppealFact.INSTANCE_NUMBER,
                        AppealFact.COURT,
                        AppealFact.BY_ORGAN);
            case CONCLUDE_APPEAL -> List.of(AppealFact.ENDED_ON, AppealFact.RULING);
        };
    }

    /**
     * Records a new case and waits until the tables show it.
     *
     * @param texts by fact identifier or column header
     * @throws CommandRejected when a field cannot be read or the rules object
     */
    public Recorded accept(String organ, Map<String, String> texts, String user, CommandId id) {
        StatedRow row = TypedEntry.read(RegisterLayout.REMEDIES, texts, Map.of());
        refuse(row);
        Recorded recorded = recorder.accept(
                organ, row, facts -> new Entry(facts, false, null, today(), Entry.Source.TYPED), typedBy(user), id);
        projections.catchUp();
        return recorded;
    }

    /**
     * Records one step and waits until the tables show it.
     *
     * @param texts of the step's {@link #fields}
     * @throws CommandRejected when a field cannot be read or the rules object
     * @throws Problem when the organ has no such case
     */
    public Recorded take(
            String organ, String caseId, RemedyStepKind kind, Map<String, String> texts, String user, CommandId id) {
        require(organ, caseId);
        StatedRow row = TypedEntry.read(fields(kind), Remedies::isRequired, texts);
        refuse(row);
        RemedyStep step = step(kind, new RemedyId(UUID.fromString(caseId)), new OrganCode(organ), row.values());
        Recorded recorded = commands.send(RemedyWiring.AGGREGATE, step, typedBy(user), id, List.of());
        projections.catchUp();
        return recorded;
    }

    /** A case as the rules see it now; empty when the organ has no such remedy. */
    public Optional<Remedy> find(String organ, String caseId) {
        return find(organ, caseId, ReadPoint.latest());
    }

    private Optional<Remedy> find(String organ, String caseId, ReadPoint at) {
        return rows.find(organ, caseId)
                .filter(row -> row.firstEvent() <= at.number())
                .filter(row -> row.register().equals(RegisterLayout.REMEDIES.id()))
                .map(row -> {
                    Remedy remedy = new Remedy.Unaccepted();
                    for (StoredEvent past : ledger.ofAggregate(caseId, 0)) {
                        if (past.number() <= at.number()) {
                            remedy = remedy.evolve((RemedyEvent) past.event());
                        }
                    }
                    return remedy;
                });
    }

    /** @throws Problem when the organ had no such remedy at that point of the ledger */
    public Remedy require(String organ, String caseId, ReadPoint at) {
        return find(organ, caseId, at).orElseThrow(() -> Problem.notFound("那时还没有登记这个复议或者诉讼案件"));
    }

    /**
     * The request that a case is about.
     *
     * @param answer the answer that it is about, null when none came before it
     */
    public record Subject(String caseId, String number, Course.@Nullable Answer answer) {}

    /** Empty when the case names no request, or one that is not recorded. */
    public Optional<Subject> subject(String organ, Remedy remedy) {
        String number = remedy.facts().find(RemedyFact.REGISTRATION_NUMBER);
        if (number == null) {
            return Optional.empty();
        }
        StatedRow row = TypedEntry.read(
                RegisterLayout.REQUESTS, Map.of(RequestFact.REGISTRATION_NUMBER.id(), number), Map.of());
        return recorder.caseOf(organ, RegisterLayout.REQUESTS, row)
                .filter(caseId -> rows.find(organ, caseId).isPresent())
                .map(caseId -> {
                    Request request = new Request.Unreceived();
                    for (StoredEvent past : ledger.ofAggregate(caseId, 0)) {
                        request = request.evolve((RequestEvent) past.event());
                    }
                    LocalDate accepted = remedy.facts().findDate(RemedyFact.ACCEPTED_ON);
                    return new Subject(caseId, number, RemedyRules.subject(request, accepted));
                });
    }

    /** @throws Problem when the organ has no such remedy */
    public Remedy require(String organ, String caseId) {
        return find(organ, caseId)
                .or(() -> {
                    projections.catchUp();
                    return find(organ, caseId);
                })
                .orElseThrow(() -> Problem.notFound("本机关的复议诉讼台账中没有这个案件"));
    }

    /** Date and result of a conclusion may be absent from a register, but not from the step that tells of it. */
    public static boolean isRequired(Fact field) {
        return field.required() || field instanceof RemedyFact;
    }

    private RemedyStep step(RemedyStepKind kind, RemedyId id, OrganCode organ, Map<String, String> values) {
        LocalDate today = today();
        return switch (kind) {
            case CONCLUDE ->
                new RemedyStep.ConcludeRemedy(
                        id,
                        organ,
                        today,
                        date(values, RemedyFact.CONCLUDED_ON),
                        RemedyResult.of(text(values, RemedyFact.RESULT)));
            case APPEAL ->
                new RemedyStep.AppealRemedy(
                        id,
                        organ,
                        today,
                        date(values, AppealFact.APPEALED_ON),
                        Coded.of(Instance.class, text(values, AppealFact.INSTANCE)),
                        text(values, AppealFact.INSTANCE_NUMBER),
                        values.get(AppealFact.COURT.id()),
                        truth(values.get(AppealFact.BY_ORGAN.id())));
            case CONCLUDE_APPEAL ->
                new RemedyStep.ConcludeAppeal(
                        id,
                        organ,
                        today,
                        date(values, AppealFact.ENDED_ON),
                        RemedyResult.of(text(values, AppealFact.RULING)));
        };
    }

    private LocalDate today() {
        return ZonedDateTime.now(clock).toLocalDate();
    }

    private static String text(Map<String, String> values, Fact fact) {
        return values.getOrDefault(fact.id(), "");
    }

    private static LocalDate date(Map<String, String> values, Fact fact) {
        return LocalDate.parse(text(values, fact));
    }

    private static @Nullable Boolean truth(@Nullable String value) {
        return value == null ? null : Boolean.valueOf(value);
    }

    private static Map<String, String> typedBy(String user) {
        return Map.of("by", user, "source", "typed");
    }

    private static void refuse(StatedRow row) {
        if (row.isFaulty()) {
            throw new CommandRejected(row.findings());
        }
    }
}
