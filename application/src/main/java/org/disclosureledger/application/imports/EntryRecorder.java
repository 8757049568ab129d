package org.disclosureledger.application.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.springframework.stereotype.Component;

/** Records a single entry of a register by a command, sealed and judged like a row of a file. */
@Component
public class EntryRecorder {

    private final RowAggregates aggregates;
    private final CaseKeys keys;
    private final Identifiers identifiers;
    private final RemedyLinks links;
    private final Commands commands;

    EntryRecorder(
            RowAggregates aggregates, CaseKeys keys, Identifiers identifiers, RemedyLinks links, Commands commands) {
        this.aggregates = aggregates;
        this.keys = keys;
        this.identifiers = identifiers;
        this.links = links;
        this.commands = commands;
    }

    /** Which case an entry is about; empty when it does not say what identifies it. */
    public Optional<String> caseOf(String organ, RegisterLayout register, StatedRow row) {
        return Optional.ofNullable(CaseIds.of(identifiers, register, organ, row))
                .map(UUID::toString);
    }

    /** What the command was answered when it came before. */
    public Optional<Recorded> earlier(CommandId id) {
        return commands.earlier(id);
    }

    /** @throws CommandRejected when the rules object */
    public Recorded record(
            String organ,
            RegisterLayout register,
            StatedRow row,
            Function<Facts, Entry> entry,
            Map<String, String> metadata,
            CommandId id) {
        RowAggregate<?, ?, ?> rows = aggregates.of(register);
        return record(rows, rows.command(), organ, row, entry, metadata, id);
    }

    /**
     * Records that a new remedy was accepted.
     *
     * @throws CommandRejected when the rules object
     */
    public Recorded accept(
            String organ, StatedRow row, Function<Facts, Entry> entry, Map<String, String> metadata, CommandId id) {
        return record(
                aggregates.of(RegisterLayout.REMEDIES), aggregates::acceptRemedy, organ, row, entry, metadata, id);
    }

    private Recorded record(
            RowAggregate<?, ?, ?> rows,
            RowAggregate.ToCommand<?> command,
            String organ,
            StatedRow row,
            Function<Facts, Entry> entry,
            Map<String, String> metadata,
            CommandId id) {
        UUID caseId = CaseIds.of(identifiers, rows.register(), organ, row);
        if (caseId == null) {
            throw new CommandRejected(missing(rows.register().keyFacts(), row));
        }
        CaseKey key = rows.register().remarksMayNamePersons() ? keys.forCase(organ, caseId.toString()) : null;
        Entry sealed = entry.apply(Sealing.facts(rows.register(), row, key));
        return commands.send(
                rows.type().name(),
                command.command(caseId, new OrganCode(organ), sealed),
                metadata,
                id,
                links.remarks(rows.register(), organ, List.of(sealed.facts())).getOrDefault(0, List.of()));
    }

    private static List<Finding> missing(List<Fact> facts, StatedRow row) {
        return facts.stream()
                .filter(f -> !row.values().containsKey(f.id()))
                .map(f -> RegisterRule.REQUIRED.on(f))
                .toList();
    }
}
