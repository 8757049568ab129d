package org.disclosureledger.application.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.disclosureledger.application.axon.Announcements;
import org.disclosureledger.application.eventstore.Appended;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StagedEvents;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.register.RegisterFile;
import org.disclosureledger.application.statistics.PublishedChanges;
import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.register.Finding;
import org.disclosureledger.projections.annualtables.Forecast;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The command that records a register file: one transaction from the first row to the last, one append, one instant.
 * Rolled back when a row is faulty or when the import was only to be tried.
 */
@Component
class RegisterImport {

    static final String COMMAND = "register-import";

    private static final int BLOCK = 500;

    private final RowAggregates aggregates;
    private final Ledger ledger;
    private final StagedEvents staged;
    private final CaseKeys keys;
    private final Identifiers identifiers;
    private final RemedyLinks links;
    private final ImportJobStore jobs;
    private final PublishedChanges published;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RegisterImport(
            CommandBus bus,
            RowAggregates aggregates,
            Ledger ledger,
            StagedEvents staged,
            CaseKeys keys,
            Identifiers identifiers,
            RemedyLinks links,
            ImportJobStore jobs,
            PublishedChanges published,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.aggregates = aggregates;
        this.ledger = ledger;
        this.staged = staged;
        this.keys = keys;
        this.identifiers = identifiers;
        this.links = links;
        this.jobs = jobs;
        this.published = published;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        bus.subscribe(COMMAND, message -> handle((ImportSpec) message.getPayload()));
    }

    /** Ends the transaction without recording anything; carries what was counted. */
    static final class NotRecorded extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ImportTally tally;

        NotRecorded(ImportTally tally) {
            super("import not recorded", null, false, false);
            this.tally = tally;
        }

        ImportTally tally() {
            return tally;
        }
    }

    private ImportTally handle(ImportSpec spec) {
        return Objects.requireNonNull(transaction.execute(status -> record(spec)));
    }

    private ImportTally record(ImportSpec spec) {
        ImportTally tally = new ImportTally();
        jobs.forgetFindings(spec.importId());
        staged.open(spec.organ() + "/" + spec.register().id());
        read(spec, aggregates.of(spec.register()), tally);
        if (tally.faults == 0 && tally.events > 0) {
            announce(spec, tally);
        }
        if (tally.faults > 0 || spec.dryRun()) {
            throw new NotRecorded(tally);
        }
        if (tally.events > 0) {
            Appended appended = ledger.appendStaged(staged);
            tally.firstEvent = appended.first();
            tally.lastEvent = appended.last();
        }
        jobs.recorded(spec.importId(), tally);
        return tally;
    }

    /** What the file would change in published years: said of it, or said against it when that was wanted first. */
    private void announce(ImportSpec spec, ImportTally tally) {
        List<Finding> announced = published.announce(spec.organ(), this::forecast);
        boolean refuses = spec.announce() && !spec.dryRun();
        ImportFindings findings = new ImportFindings(jobs, spec.organ(), spec.importId());
        for (Finding finding : refuses ? announced : Announcements.asWarnings(announced)) {
            findings.add(new ImportFinding(finding.severity(), 0, "", finding.rule(), finding.sentence()));
        }
        findings.flush();
        if (refuses) {
            tally.faults += announced.size();
        } else {
            tally.warnings += announced.size();
        }
    }

    private void forecast(Forecast forecast) {
        List<DomainEvent> cases = new ArrayList<>();
        String[] last = {""};
        staged.eachByAggregate(event -> {
            if (cases.size() >= BLOCK && !event.aggregateId().equals(last[0])) {
                forecast.add(cases);
                cases.clear();
            }
            last[0] = event.aggregateId();
            cases.add(event.event());
        });
        forecast.add(cases);
    }

    private <C, E extends DomainEvent, S> void read(ImportSpec spec, RowAggregate<C, E, S> rows, ImportTally tally) {
        LocalDate today = ZonedDateTime.now(clock).toLocalDate();
        ImportFindings findings = new ImportFindings(jobs, spec.organ(), spec.importId());
        RowRecorder<C, E, S> recorder = new RowRecorder<>(
                rows,
                spec,
                today,
                ledger,
                staged,
                keys,
                identifiers,
                links,
                findings,
                tally,
                () -> jobs.progressed(spec.importId(), tally.rows));
        RegisterFile.open(spec.file(), spec.contentType()).read(spec.register(), recorder::accept);
        recorder.finish();
    }
}
