package org.disclosureledger.application.publication;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.calendar.OrganCalendars;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.application.register.TypedEntry;
import org.disclosureledger.application.registers.Registers;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.calendar.WorkingDays;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.publication.PublicationCommand;
import org.disclosureledger.domain.publication.PublicationFact;
import org.disclosureledger.domain.publication.PublicationId;
import org.disclosureledger.domain.publication.PublicationStepKind;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.disclosureledger.projections.RecordedEvent;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.publication.PublicationFilter;
import org.disclosureledger.projections.publication.PublicationRow;
import org.disclosureledger.projections.publication.PublicationStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an organ publishes by itself, for API and pages alike: entries as typed, lists, single ones with their history. */
@Component
public class Publications {

    private static final String REGISTER = "publications";
    private static final int BLOCK = 1_000;

    private final Commands commands;
    private final PublicationStore store;
    private final Ledger ledger;
    private final Projections projections;
    private final Identifiers identifiers;
    private final Registers registers;
    private final OrganCalendars calendars;
    private final Clock clock;

    public Publications(
            Commands commands,
            PublicationStore store,
            Ledger ledger,
            Projections projections,
            Identifiers identifiers,
            Registers registers,
            OrganCalendars calendars,
            Clock clock) {
        this.commands = commands;
        this.store = store;
        this.ledger = ledger;
        this.projections = projections;
        this.identifiers = identifiers;
        this.registers = registers;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Published information with its history. */
    public record Opened(PublicationRow row, PublicationSummary summary, List<Registers.CaseEvent> events) {}

    /**
     * @param texts by fact identifier or label, as typed
     * @throws CommandRejected when a field cannot be read or the rules object
     */
    public Recorded prepare(String organ, Map<String, String> texts, String user, CommandId id) {
        Facts facts = read(PublicationFact.OF_PREPARATION, texts);
        String number = facts.find(PublicationFact.PUBLICATION_NUMBER);
        if (number == null) {
            throw new CommandRejected(missing(PublicationFact.OF_PREPARATION, texts));
        }
        PublicationId publication = new PublicationId(identifiers.of(REGISTER, organ, number));
        return send(
                new PublicationCommand.PreparePublication(publication, new OrganCode(organ), typed(facts)), user, id);
    }

    /**
     * @throws Problem when there is no such information
     * @throws CommandRejected when a field cannot be read or the rules object
     */
    public Recorded take(
            String organ,
            String publicationId,
            PublicationStepKind kind,
            Map<String, String> texts,
            String user,
            CommandId id) {
        require(organ, publicationId);
        return send(
                new PublicationCommand.TakePublicationStep(
                        of(publicationId), new OrganCode(organ), kind, typed(read(kind.facts(), texts))),
                user,
                id);
    }

    /**
     * @param fact identifier of a fact, with the number of its step if it belongs to one
     * @throws Problem when there is no such information
     * @throws CommandRejected when the value cannot be read or the rules object
     */
    public Recorded correct(
            String organ,
            String publicationId,
            String fact,
            String corrected,
            String reason,
            String user,
            CommandId id) {
        require(organ, publicationId);
        PublicationFact known = PublicationFact.byId(fact);
        StatedRow value = TypedEntry.read(
                known == null ? List.of() : List.of(known),
                known == null ? Map.of() : Map.of(known.id(), corrected),
                Map.of());
        StatedRow why =
                TypedEntry.read(List.of(PublicationFact.REASON), Map.of(PublicationFact.REASON.id(), reason), Map.of());
        if (value.isFaulty() || why.isFaulty()) {
            List<Finding> findings = new ArrayList<>(value.findings());
            findings.addAll(why.findings());
            findings.addAll(missing(List.of(PublicationFact.REASON), Map.of(PublicationFact.REASON.id(), reason)));
            throw new CommandRejected(findings);
        }
        return send(
                new PublicationCommand.CorrectPublication(
                        of(publicationId),
                        new OrganCode(organ),
                        fact,
                        known == null ? corrected : value.values().getOrDefault(known.id(), ""),
                        why.values().getOrDefault(PublicationFact.REASON.id(), ""),
                        today()),
                user,
                id);
    }

    private Recorded send(PublicationCommand command, String user, CommandId id) {
        Recorded recorded = commands.send(
                PublicationWiring.AGGREGATE, command, Map.of("by", user, "source", "typed"), id, List.of());
        projections.catchUp();
        return recorded;
    }

    private Entry typed(Facts facts) {
        return new Entry(facts, false, null, today(), Entry.Source.TYPED);
    }

    /** The day that it is in China. */
    public LocalDate today() {
        return ZonedDateTime.now(clock).toLocalDate();
    }

    private static PublicationId of(String publicationId) {
        return new PublicationId(UUID.fromString(publicationId));
    }

    /** What cannot be read and what is missing is said together. */
    private static Facts read(List<PublicationFact> facts, Map<String, String> texts) {
        StatedRow row = TypedEntry.read(facts, texts, Map.of());
        if (row.isFaulty()) {
            List<Finding> findings = new ArrayList<>(row.findings());
            findings.addAll(missing(facts, texts));
            throw new CommandRejected(findings);
        }
        return Facts.of(row.values());
    }

    private static List<Finding> missing(List<PublicationFact> facts, Map<String, String> texts) {
        boolean fromAll = facts.contains(PublicationFact.WITHDRAWN_ON);
        return facts.stream()
                .filter(PublicationFact::required)
                .filter(f -> !(fromAll && f == PublicationFact.CHANNEL))
                .filter(f -> texts.getOrDefault(f.id(), texts.getOrDefault(f.label(), ""))
                        .isBlank())
                .map(f -> RegisterRule.REQUIRED.on(f))
                .toList();
    }

    public List<PublicationSummary> page(String organ, PublicationFilter filter, int offset, int limit) {
        WorkingDays workingDays = calendars.of(organ);
        return store.page(organ, filter, offset, limit).stream()
                .map(row -> PublicationSummary.of(row, workingDays))
                .toList();
    }

    public long count(String organ, PublicationFilter filter) {
        return store.count(organ, filter);
    }

    /** All that a filter admits as it was at a point of the ledger, latest first, with the calendar known then. */
    public List<PublicationSummary> then(String organ, PublicationFilter filter, ReadPoint at) {
        WorkingDays workingDays = calendars.at(organ, at.number());
        return rows(store.recordedBy(organ, at.number()), at).stream()
                .filter(filter::admits)
                .map(row -> PublicationSummary.of(row, workingDays))
                .toList();
    }

    /** Those that changed since are made of their events again. */
    private List<PublicationRow> rows(List<PublicationRow> now, ReadPoint at) {
        List<String> changed = now.stream()
                .filter(row -> row.lastEvent() > at.number())
                .map(PublicationRow::publicationId)
                .toList();
        Map<String, List<RecordedEvent>> histories = new HashMap<>();
        for (int from = 0; from < changed.size(); from += BLOCK) {
            ledger.ofAggregates(changed.subList(from, Math.min(from + BLOCK, changed.size()))).stream()
                    .filter(event -> event.number() <= at.number())
                    .forEach(event -> histories
                            .computeIfAbsent(event.aggregateId(), id -> new ArrayList<>())
                            .add(event.recorded()));
        }
        return now.stream()
                .map(row -> row.lastEvent() <= at.number()
                        ? row
                        : PublicationRow.of(histories.getOrDefault(row.publicationId(), List.of()))
                                .orElse(row))
                .toList();
    }

    /** @throws Problem when it was not recorded at that point of the ledger */
    public Opened open(String organ, String publicationId, ReadPoint at) {
        PublicationRow row = Optional.of(require(organ, publicationId))
                .filter(known -> known.firstEvent() <= at.number())
                .map(known -> rows(List.of(known), at).get(0))
                .orElseThrow(() -> Problem.notFound("那时还没有登记这条主动公开信息"));
        return new Opened(
                row,
                PublicationSummary.of(row, calendars.at(organ, at.number())),
                registers.history(publicationId).stream()
                        .filter(event -> event.number() <= at.number())
                        .toList());
    }

    /** Writes the list as it was as CSV; the stream stays open. */
    public void export(String organ, PublicationFilter filter, ReadPoint at, OutputStream out) {
        try (PublicationCsv csv = new PublicationCsv(out)) {
            then(organ, filter, at).reversed().forEach(csv::write);
        }
    }

    /** Years that the list speaks of, latest first. */
    public List<Integer> years(String organ) {
        return store.years(organ);
    }

    /** @throws Problem when there is no such information */
    public Opened open(String organ, String publicationId) {
        PublicationRow row = require(organ, publicationId);
        return new Opened(row, PublicationSummary.of(row, calendars.of(organ)), registers.history(publicationId));
    }

    private PublicationRow require(String organ, String publicationId) {
        return store.find(organ, publicationId)
                .or(() -> {
                    projections.catchUp();
                    return store.find(organ, publicationId);
                })
                .orElseThrow(() -> Problem.notFound("没有这条主动公开信息"));
    }

    /** Writes the list as CSV; the stream stays open. */
    @Transactional(readOnly = true)
    public void export(String organ, PublicationFilter filter, OutputStream out) {
        WorkingDays workingDays = calendars.of(organ);
        try (PublicationCsv csv = new PublicationCsv(out)) {
            store.each(organ, filter, row -> csv.write(PublicationSummary.of(row, workingDays)));
        }
    }
}
