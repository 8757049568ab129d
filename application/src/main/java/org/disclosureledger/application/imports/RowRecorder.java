package org.disclosureledger.application.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.NewEvent;
import org.disclosureledger.application.eventstore.StagedEvents;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.register.RegisterLayout;
import org.disclosureledger.application.register.StatedRow;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.Judgement;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.Entry;
import org.disclosureledger.domain.register.Fact;
import org.disclosureledger.domain.register.Facts;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.domain.register.RegisterRule;
import org.disclosureledger.domain.register.Severity;
import org.disclosureledger.domain.remedy.RemedyRule;
import org.disclosureledger.domain.retention.RetentionRule;
import org.disclosureledger.domain.tally.TallyFact;
import org.disclosureledger.domain.tally.TallyRule;

/**
 * Takes the rows of one file some hundred at a time: seals what is personal, lets the same rules judge each row that
 * judge a typed entry, and stages the events. A faulty row does not end it: the rows after it are judged beside all that
 * were good, so that every faulty row is named.
 */
final class RowRecorder<C, E extends DomainEvent, S> {

    private static final int CHUNK = 500;

    /** Objections that an unreadable cell, already named, would cause once more. */
    private static final Set<String> FOLLOWS_FROM_UNREADABLE_CELL = Set.of(
            RegisterRule.REQUIRED.name(),
            RegisterRule.DATE_WITHOUT_RESULT.name(),
            RegisterRule.RESULT_WITHOUT_DATE.name(),
            RemedyRule.AFTER_RECONSIDERATION_MISSING.name());

    private final RowAggregate<C, E, S> rows;
    private final ImportSpec spec;
    private final OrganCode organ;
    private final LocalDate today;
    private final Ledger ledger;
    private final StagedEvents staged;
    private final CaseKeys keys;
    private final Identifiers identifiers;
    private final RemedyLinks links;
    private final ImportFindings findings;
    private final ImportTally tally;
    private final Runnable progress;
    private final Map<String, String> tallyAmounts = new HashMap<>();
    private final List<StatedRow> chunk = new ArrayList<>(CHUNK);

    RowRecorder(
            RowAggregate<C, E, S> rows,
            ImportSpec spec,
            LocalDate today,
            Ledger ledger,
            StagedEvents staged,
            CaseKeys keys,
            Identifiers identifiers,
            RemedyLinks links,
            ImportFindings findings,
            ImportTally tally,
            Runnable progress) {
        this.rows = rows;
        this.spec = spec;
        this.organ = new OrganCode(spec.organ());
        this.today = today;
        this.ledger = ledger;
        this.staged = staged;
        this.keys = keys;
        this.identifiers = identifiers;
        this.links = links;
        this.findings = findings;
        this.tally = tally;
        this.progress = progress;
    }

    void accept(StatedRow row) {
        chunk.add(row);
        if (chunk.size() == CHUNK) {
            flush();
        }
    }

    void finish() {
        flush();
        findings.flush();
    }

    /** A case as the rules see it, with the sequence of its last event, and whether this file has said something of it. */
    private record Known<S>(S state, long sequence, boolean fromThisFile) {}

    private void flush() {
        Map<StatedRow, UUID> caseIds = new LinkedHashMap<>();
        for (StatedRow row : chunk) {
            UUID caseId = CaseIds.of(identifiers, rows.register(), spec.organ(), row);
            if (caseId != null) {
                caseIds.put(row, caseId);
            }
        }
        List<String> ids =
                caseIds.values().stream().map(UUID::toString).distinct().toList();
        Map<String, CaseKey> caseKeys =
                rows.register().remarksMayNamePersons() ? keys.forCases(spec.organ(), ids) : Map.of();
        Set<StatedRow> gone = destroyed(caseIds, caseKeys);
        caseIds.keySet().removeAll(gone);
        Map<String, Known<S>> cases = known(ids);
        List<StatedRow> known = List.copyOf(caseIds.keySet());
        List<Facts> facts = known.stream()
                .map(row -> Sealing.facts(rows.register(), row, caseKeys.get(String.valueOf(caseIds.get(row)))))
                .toList();
        Map<Integer, List<Finding>> unknownRequests = links.remarks(rows.register(), spec.organ(), facts);
        List<NewEvent> events = new ArrayList<>();
        int place = 0;
        for (StatedRow row : chunk) {
            UUID caseId = caseIds.get(row);
            if (gone.contains(row)) {
                report(
                        row,
                        RetentionRule.PERSONAL_DATA_DESTROYED.on(
                                rows.register().keyFacts().get(0)));
            } else if (caseId == null) {
                missingKey(row);
            } else {
                judge(row, caseId, facts.get(place), cases, unknownRequests.getOrDefault(place, List.of()), events);
                place++;
            }
        }
        if (!events.isEmpty()) {
            staged.add(events);
        }
        tally.rows += chunk.size();
        chunk.clear();
        progress.run();
    }

    /** Rows about cases that have no key any more: nothing can be sealed for them. */
    private Set<StatedRow> destroyed(Map<StatedRow, UUID> caseIds, Map<String, CaseKey> caseKeys) {
        Set<StatedRow> gone = new HashSet<>();
        if (rows.register().remarksMayNamePersons()) {
            caseIds.forEach((row, caseId) -> {
                if (!caseKeys.containsKey(caseId.toString())) {
                    gone.add(row);
                }
            });
        }
        return gone;
    }

    private void judge(
            StatedRow row,
            UUID caseId,
            Facts facts,
            Map<String, Known<S>> cases,
            List<Finding> remarks,
            List<NewEvent> events) {
        String id = caseId.toString();
        Known<S> known = cases.getOrDefault(id, new Known<>(rows.type().initial(), -1, false));
        // A file that contradicts itself corrects nothing: which of its rows is meant, nobody can tell.
        Entry entry = new Entry(
                facts, spec.corrections() && !known.fromThisFile(), spec.reason(), today, Entry.Source.IMPORTED);
        Judgement<E> judgement =
                rows.type().handle().apply(rows.command().command(caseId, organ, entry), known.state());
        row.findings().forEach(f -> report(row, f));
        if (row.isFaulty()) {
            judgement.findings().stream()
                    .filter(f -> f.severity() == Severity.FAULT && !FOLLOWS_FROM_UNREADABLE_CELL.contains(f.rule()))
                    .forEach(f -> report(row, f));
            return;
        }
        judgement.findings().forEach(f -> report(row, f));
        remarks.forEach(f -> report(row, f));
        if (judgement.faulty()) {
            return;
        }
        if (rows.register() == RegisterLayout.TALLIES) {
            String amount = facts.text(TallyFact.AMOUNT);
            String before = tallyAmounts.putIfAbsent(id, amount);
            if (before != null && new BigDecimal(before).compareTo(new BigDecimal(amount)) != 0) {
                report(row, TallyRule.TWICE_IN_ONE_FILE.on(TallyFact.AMOUNT));
                return;
            }
        }
        if (judgement.events().isEmpty()) {
            tally.unchanged++;
        } else if (known.sequence() < 0) {
            tally.cases++;
        }
        S state = known.state();
        long sequence = known.sequence();
        Map<String, String> metadata = metadata(row);
        for (E event : judgement.events()) {
            events.add(new NewEvent(UUID.randomUUID(), rows.type().name(), id, ++sequence, event, metadata));
            state = rows.type().evolve().apply(state, event);
        }
        tally.events += judgement.events().size();
        cases.put(
                id,
                new Known<>(
                        state,
                        sequence,
                        known.fromThisFile() || !judgement.events().isEmpty()));
    }

    private Map<String, Known<S>> known(List<String> ids) {
        Map<String, Known<S>> cases = new HashMap<>();
        List<StoredEvent> history = new ArrayList<>(ledger.ofAggregates(ids));
        history.addAll(staged.ofAggregates(ids));
        for (StoredEvent past : history) {
            boolean fromThisFile = past.number() == StagedEvents.UNNUMBERED;
            Known<S> before = cases.getOrDefault(
                    past.aggregateId(), new Known<>(rows.type().initial(), -1, false));
            cases.put(
                    past.aggregateId(),
                    new Known<>(rows.type().after(before.state(), past.event()), past.sequence(), fromThisFile));
        }
        return cases;
    }

    private void missingKey(StatedRow row) {
        row.findings().forEach(f -> report(row, f));
        for (Fact key : rows.register().keyFacts()) {
            boolean told = row.findings().stream().anyMatch(f -> f.fact().equals(key.id()));
            if (!row.values().containsKey(key.id()) && !told) {
                report(row, RegisterRule.REQUIRED.on(key));
            }
        }
    }

    private void report(StatedRow row, Finding finding) {
        if (finding.severity() == Severity.FAULT) {
            tally.faults++;
        } else {
            tally.warnings++;
        }
        findings.add(new ImportFinding(
                finding.severity(), row.number(), header(finding.fact()), finding.rule(), finding.sentence()));
    }

    private String header(String fact) {
        return rows.register().facts().stream()
                .filter(f -> f.id().equals(fact))
                .map(Fact::label)
                .findFirst()
                .orElse(fact.startsWith(Facts.REMARK) ? fact.substring(Facts.REMARK.length()) : fact);
    }

    private Map<String, String> metadata(StatedRow row) {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("by", spec.submittedBy());
        metadata.put("source", "import");
        metadata.put("import", spec.importId().toString());
        metadata.put("file", spec.fileName());
        metadata.put("sha256", spec.sha256());
        metadata.put("row", Integer.toString(row.number()));
        return metadata;
    }
}
