package org.disclosureledger.application.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.EventJson;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.application.imports.EntryRecorder;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.RegisterWriter;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.application.register.TypedEntry;
import org.disclosureledger.application.security.IdentityKeys;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.FactType;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.projections.annualtables.AnnualTablesQuery.ReadPoint;
import org.disclosureledger.projections.register.RegisterRow;
import org.disclosureledger.projections.register.RegisterStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registers for people and other systems: typed entries, lists, single cases with their history, export. */
@Component
public class Registers {

    private static final int BLOCK = 500;

    private final EntryRecorder recorder;
    private final RegisterStore rows;
    private final IdentityKeys keys;
    private final Ledger ledger;
    private final Projections projections;
    private final Clock clock;

    public Registers(
            EntryRecorder recorder,
            RegisterStore rows,
            IdentityKeys keys,
            Ledger ledger,
            Projections projections,
            Clock clock) {
        this.recorder = recorder;
        this.rows = rows;
        this.keys = keys;
        this.ledger = ledger;
        this.projections = projections;
        this.clock = clock;
    }

    /** What somebody enters about one case, and whether it corrects what is recorded. */
    public record Typed(
            Map<String, String> texts,
            Map<String, String> remarks,
            boolean corrections,
            @Nullable String reason) {}

    /**
     * One event of a case, for people: which number, when recorded, by whom, from where.
     *
     * @param hash its place in the chain, in hexadecimal digits, by the function of the name {@code algorithm}
     */
    public record CaseEvent(
            long number,
            String name,
            java.time.Instant recordedAt,
            Map<String, String> metadata,
            String payload,
            String algorithm,
            String hash) {}

    /** A case with its facts in clear. */
    public record OpenedCase(
            RegisterLayout register,
            String caseId,
            Map<String, String> facts,
            Map<String, String> remarks,
            List<CaseEvent> events) {

        public @Nullable String value(Fact fact) {
            return facts.get(fact.id());
        }
    }

    /**
     * Records one typed entry and waits until the tables show it.
     *
     * @throws CommandRejected when a field cannot be read or the rules object
     */
    public Recorded enter(String organ, RegisterLayout register, Typed typed, String user, CommandId id) {
        StatedRow row = TypedEntry.read(register, typed.texts(), typed.remarks());
        if (row.isFaulty()) {
            throw new CommandRejected(row.findings());
        }
        Recorded recorded = recorder.record(
                organ,
                register,
                row,
                facts -> new Entry(
                        facts,
                        typed.corrections(),
                        typed.reason(),
                        ZonedDateTime.now(clock).toLocalDate(),
                        Entry.Source.TYPED),
                Map.of("by", user, "source", "typed"),
                id);
        projections.catchUp();
        return recorded;
    }

    /** What an entry was answered when it came before; empty when it did not. */
    public Optional<Recorded> earlier(CommandId id) {
        return recorder.earlier(id);
    }

    /** What is asked about now is answered as the register stands, and the past by the events that were recorded then. */
    private static long upTo(ReadPoint at) {
        return at.asOf() == null ? Long.MAX_VALUE : at.number();
    }

    /** The row as it was; one that changed since is made of its events again. */
    private RegisterRow at(RegisterRow row, ReadPoint at) {
        return row.lastEvent() <= upTo(at)
                ? row
                : RegisterRow.of(ledger.ofAggregate(row.caseId(), 0).stream()
                                .filter(e -> e.number() <= at.number())
                                .map(StoredEvent::recorded)
                                .toList())
                        .orElseThrow();
    }

    /** The case that an entry with these texts would be about, if it is recorded. */
    public Optional<RegisterRow> caseOf(
            String organ, RegisterLayout register, Map<String, String> texts, Map<String, String> remarks) {
        return recorder.caseOf(organ, register, TypedEntry.read(register, texts, remarks))
                .flatMap(caseId -> rows.find(organ, caseId));
    }

    public Map<String, Long> counts(String organ) {
        return rows.counts(organ);
    }

    /** Years that the registers speak of, latest first. */
    public List<Integer> years(String organ) {
        return rows.years(organ);
    }

    /** A case as its register has it, with nothing opened. */
    public Optional<RegisterRow> row(String organ, String caseId) {
        return rows.find(organ, caseId);
    }

    /** One case with its personal data opened and its history. */
    public Optional<OpenedCase> open(String organ, String caseId) {
        return open(organ, caseId, ReadPoint.latest());
    }

    /** One case as it was at a point of the ledger; empty when it was not recorded then. */
    public Optional<OpenedCase> open(String organ, String caseId, ReadPoint at) {
        return rows.find(organ, caseId)
                .filter(row -> row.firstEvent() <= upTo(at))
                .map(row -> at(row, at))
                .map(row -> {
                    RegisterLayout register =
                            RegisterLayout.byId(row.register()).orElseThrow();
                    Opened opened =
                            opened(register, row, keys.find(organ, caseId).orElse(null));
                    return new OpenedCase(
                            register,
                            caseId,
                            opened.facts(),
                            opened.remarks(),
                            history(caseId).stream()
                                    .filter(e -> e.number() <= upTo(at))
                                    .toList());
                });
    }

    /** One case as it is, opened with a key that is at hand. */
    public Optional<OpenedCase> open(String organ, String caseId, CaseKey key) {
        return rows.find(organ, caseId).map(row -> {
            RegisterLayout register = RegisterLayout.byId(row.register()).orElseThrow();
            Opened opened = opened(register, row, key);
            return new OpenedCase(register, caseId, opened.facts(), opened.remarks(), history(caseId));
        });
    }

    /** All events of an aggregate, in order. */
    public List<CaseEvent> history(String aggregateId) {
        return ledger.ofAggregate(aggregateId, 0).stream()
                .map(e -> new CaseEvent(
                        e.number(),
                        e.row().type(),
                        e.recordedAt(),
                        e.metadata(),
                        legible(e),
                        e.row().algorithm().label(),
                        e.hex()))
                .toList();
    }

    /** The event as it would be written today; an empty object when it cannot be read. */
    private static String legible(StoredEvent event) {
        try {
            return EventJson.write(event.event());
        } catch (UnreadableEvent e) {
            return "{}";
        }
    }

    /**
     * Writes the whole register in the form in which it is imported; the stream stays open. What it writes to should not
     * wait for anybody: a database connection is held meanwhile.
     */
    @Transactional(readOnly = true)
    public void export(String organ, RegisterLayout register, boolean workbook, ReadPoint at, OutputStream out)
            throws IOException {
        List<String> columns = remarkColumns(organ, register, at).stream()
                .map(c -> c.substring(Facts.REMARK.length()))
                .toList();
        try (RegisterWriter writer =
                workbook ? RegisterWriter.xlsx(register, columns, out) : RegisterWriter.csv(register, columns, out)) {
            List<RegisterRow> block = new ArrayList<>(BLOCK);
            rows.each(organ, register.id(), upTo(at), row -> {
                block.add(at(row, at));
                if (block.size() == BLOCK) {
                    write(writer, organ, register, block);
                }
            });
            write(writer, organ, register, block);
        }
    }

    private Collection<String> remarkColumns(String organ, RegisterLayout register, ReadPoint at) {
        if (at.asOf() == null) {
            return rows.remarkColumns(organ, register.id());
        }
        Set<String> columns = new TreeSet<>();
        rows.each(
                organ,
                register.id(),
                upTo(at),
                row -> at(row, at).facts().keySet().stream()
                        .filter(id -> id.startsWith(Facts.REMARK))
                        .forEach(columns::add));
        return columns;
    }

    private void write(RegisterWriter writer, String organ, RegisterLayout register, List<RegisterRow> block) {
        Map<String, CaseKey> blockKeys = register.remarksMayNamePersons()
                ? keys.find(organ, block.stream().map(RegisterRow::caseId).toList())
                : Map.of();
        for (RegisterRow row : block) {
            Opened opened = opened(register, row, blockKeys.get(row.caseId()));
            try {
                writer.write(opened.facts(), opened.remarks());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        block.clear();
    }

    private record Opened(Map<String, String> facts, Map<String, String> remarks) {}

    private static Opened opened(RegisterLayout register, RegisterRow row, @Nullable CaseKey key) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Fact fact : register.facts()) {
            String value = row.facts().get(fact.id());
            if (value != null) {
                facts.put(fact.id(), fact.type() == FactType.SEALED ? open(key, fact.id(), value) : value);
            }
        }
        Map<String, String> remarks = new LinkedHashMap<>();
        row.facts().forEach((id, value) -> {
            if (id.startsWith(Facts.REMARK)) {
                remarks.put(
                        id.substring(Facts.REMARK.length()),
                        register.remarksMayNamePersons() ? open(key, id, value) : value);
            }
        });
        return new Opened(facts, remarks);
    }

    private static String open(@Nullable CaseKey key, String field, String sealed) {
        return key == null ? CaseKey.DESTROYED : key.open(field, sealed);
    }
}
