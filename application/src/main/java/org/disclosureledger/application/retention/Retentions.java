package org.disclosureledger.application.retention;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.imports.Uploads;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.privacy.RestrictedCases;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.DayWords;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.retention.RetentionCommand;
import org.disclosureledger.domain.retention.RetentionCommand.Candidate;
import org.disclosureledger.domain.retention.RetentionRule;
import org.disclosureledger.domain.retention.RetentionRules;
import org.disclosureledger.projections.register.RegisterStore;
import org.disclosureledger.projections.retention.DestructionRow;
import org.disclosureledger.projections.retention.RetentionStore;
import org.disclosureledger.projections.retention.RetentionStore.Standing;
import org.disclosureledger.projections.retention.RetentionStore.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The end of an organ's personal data: its term, and batch by batch the destruction. */
@Component
public class Retentions {

    private static final List<String> PERSONAL = Stream.of(RegisterLayout.values())
            .filter(RegisterLayout::remarksMayNamePersons)
            .map(RegisterLayout::id)
            .toList();

    private final Organs organs;
    private final Commands commands;
    private final Projections projections;
    private final RetentionStore store;
    private final RegisterStore registers;
    private final ChangedCaseStore changed;
    private final RestrictedCases restricted;
    private final ArchivePackage archive;
    private final Shredder shredder;
    private final Uploads uploads;
    private final Clock clock;

    Retentions(
            Organs organs,
            Commands commands,
            Projections projections,
            RetentionStore store,
            RegisterStore registers,
            ChangedCaseStore changed,
            RestrictedCases restricted,
            ArchivePackage archive,
            Shredder shredder,
            Uploads uploads,
            Clock clock) {
        this.organs = organs;
        this.commands = commands;
        this.projections = projections;
        this.store = store;
        this.registers = registers;
        this.changed = changed;
        this.restricted = restricted;
        this.archive = archive;
        this.shredder = shredder;
        this.uploads = uploads;
        this.clock = clock;
    }

    private LocalDate today() {
        return ZonedDateTime.now(clock).toLocalDate();
    }

    /**
     * How an organ's personal data stands.
     *
     * @param term null when the organ has not laid one down
     * @param restricted how many closed requests are restricted now
     */
    public record State(@Nullable Term term, long restricted, List<DestructionRow> destructions) {}

    /** @throws Problem when there is no such organ */
    public State state(String organ) {
        organs.require(organ);
        Term term = store.term(organ).orElse(null);
        Integer months = term == null ? null : term.months();
        long count = term == null || months == null
                ? 0
                : store.endedCount(organ, term.rule().lastEnd(today(), months));
        return new State(term, count, store.destructions(organ));
    }

    /**
     * Records from when on closed cases are restricted.
     *
     * @param months null for never
     * @throws CommandRejected when the number is out of range
     */
    public Recorded restrictAfter(String organ, @Nullable Integer months, String user, CommandId id) {
        return send(new RetentionCommand.SetRestrictionTerm(code(organ), months), user, id);
    }

    /**
     * Proposes a destruction.
     *
     * @param schedule the item of the archive schedule, in words
     * @param numbers of requests or remedies, one a line; blank for all that have been kept long enough
     * @throws CommandRejected when a number is unknown or the rules object
     */
    public Recorded propose(String organ, String schedule, int years, String numbers, String user, CommandId id) {
        OrganCode code = code(organ);
        LocalDate today = today();
        projections.catchUp();
        List<String> cases = numbers.isBlank() ? due(organ, years, today) : numbered(organ, numbers);
        return send(
                new RetentionCommand.ProposeDestruction(
                        code, schedule.strip(), years, candidates(organ, cases, Long.MAX_VALUE), today, user),
                user,
                id);
    }

    private List<String> due(String organ, int years, LocalDate today) {
        int lastYear = RetentionRules.lastYear(today, years);
        return years < 1 || lastYear < 1
                ? List.of()
                : store.due(organ, LocalDate.of(lastYear, 12, 31), RetentionRules.MOST_CASES);
    }

    /** With the remedies of the requests: what is said of a person there ends with the request. */
    private List<String> numbered(String organ, String numbers) {
        Set<String> cases = new LinkedHashSet<>();
        List<Finding> unknown = new ArrayList<>();
        numbers.lines().map(String::strip).filter(n -> !n.isEmpty()).distinct().forEach(number -> {
            List<String> found = registers.numbered(organ, PERSONAL, number);
            if (found.isEmpty()) {
                unknown.add(RetentionRule.NUMBER_UNKNOWN.onField("numbers", number));
            }
            cases.addAll(found);
        });
        if (!unknown.isEmpty()) {
            throw new CommandRejected(unknown);
        }
        cases.addAll(store.remediesOf(organ, List.copyOf(cases)));
        return List.copyOf(cases);
    }

    /** @param exported number of the event after which a case must not have changed */
    private List<Candidate> candidates(String organ, List<String> cases, long exported) {
        Set<String> since = changed.changedAfter(exported, cases);
        return store.standing(organ, cases).stream()
                .map(s -> new Candidate(s.caseId(), s.endedOn(), s.pending(), since.contains(s.caseId())))
                .toList();
    }

    /** @throws CommandRejected when it is over already or no reason is given */
    public Recorded abandon(String organ, int batch, String reason, String user, CommandId id) {
        return send(new RetentionCommand.AbandonDestruction(code(organ), batch, reason.strip()), user, id);
    }

    /**
     * Makes the package for the archives and records that it was made.
     *
     * @return a file that the caller gives out and deletes
     * @throws Problem when there is no such batch, or something in it is not what was recorded
     * @throws CommandRejected when the batch is over already
     */
    public Path export(String organ, int batch, String user) {
        DestructionRow row = require(organ, batch);
        try {
            Path file = uploads.scratch();
            boolean made = false;
            try {
                MessageDigest digest = HashAlgorithm.SHA_256.digest();
                try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                    archive.write(row, store.cases(organ, batch), user, out);
                }
                send(
                        new RetentionCommand.RecordExport(
                                code(organ), batch, HexFormat.of().formatHex(digest.digest())),
                        user,
                        CommandId.once());
                made = true;
                return file;
            } finally {
                if (!made) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("档案包无法写入", e);
        }
    }

    /**
     * Approves a destruction and carries it out: when this returns, the keys are gone.
     *
     * @throws CommandRejected when the rules object
     * @throws Problem when there is no such batch
     */
    public Recorded approve(String organ, int batch, String user, CommandId id) {
        projections.catchUp();
        DestructionRow row = require(organ, batch);
        Long exported = row.exportedEvent();
        Recorded recorded = send(
                new RetentionCommand.ApproveDestruction(
                        code(organ),
                        batch,
                        candidates(organ, store.cases(organ, batch), exported == null ? Long.MAX_VALUE : exported),
                        today(),
                        user),
                user,
                id);
        shredder.sweep();
        return recorded;
    }

    /** @throws Problem when the organ has no such batch */
    public DestructionRow require(String organ, int batch) {
        return store.find(organ, batch).orElseThrow(() -> Problem.notFound("没有这一批"));
    }

    /** @throws Problem when nothing was proposed by this event */
    public DestructionRow requireProposal(long event) {
        return store.byProposal(event).orElseThrow(() -> Problem.notFound("没有这一批"));
    }

    /** Of all organs, those that wait first. */
    public List<DestructionRow> everywhere() {
        return store.destructions();
    }

    /** The cases of a batch as they stand, at most so many. */
    public List<Standing> cases(DestructionRow batch, int most) {
        List<String> cases = store.cases(batch.organ(), batch.batch());
        return store.standing(batch.organ(), cases.subList(0, Math.min(cases.size(), most)));
    }

    /** How many cases the list beside the master key names and the ledger does not. */
    public long unknownToTheLedger() {
        return shredder.unknownToTheLedger();
    }

    /** Why the personal data of a case is not shown to anybody; null when it is not so. */
    public @Nullable String why(String organ, String caseId) {
        DestructionRow gone = store.destructionOf(organ, caseId).orElse(null);
        if (gone != null) {
            return "本件的个人信息已于" + (gone.destroyedOn() == null ? "" : DayWords.of(gone.destroyedOn())) + "销毁（第 "
                    + gone.batch() + " 批，事件 " + gone.destroyedEvent() + "），不能恢复。办理日期、结果和统计不受影响。";
        }
        LocalDate since = restricted.among(organ, List.of(caseId)).get(caseId);
        return since == null
                ? null
                : "本件已经办结，按本机关规定的期限，自" + DayWords.of(since)
                        + "起停止除存储和必要的安全保护以外的处理（《中华人民共和国个人信息保护法》第四十七条第二款），个人信息不再显示。重新办理或者复议、诉讼立案后自动解除。";
    }

    private OrganCode code(String organ) {
        organs.require(organ);
        return new OrganCode(organ);
    }

    private Recorded send(RetentionCommand command, String user, CommandId id) {
        Map<String, String> by = Aggregates.by(user);
        Recorded recorded = commands.send(RetentionWiring.AGGREGATE, command, by, id, List.of());
        projections.catchUp();
        return recorded;
    }
}
