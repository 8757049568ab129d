package org.disclosureledger.application.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.eventstore.UnreadableEvent;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.domain.organ.ApprovalStage;
import org.disclosureledger.domain.report.AnnualReport;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.domain.report.AnnualReportEvent.AnnualReportPublished;
import org.disclosureledger.domain.report.AnnualReportEvent.CheckWaived;
import org.disclosureledger.domain.report.AnnualReportEvent.DifferenceNoted;
import org.disclosureledger.domain.report.AnnualReportEvent.ReportProposed;
import org.disclosureledger.domain.report.AnnualReportId;
import org.disclosureledger.domain.report.ReportProposal;
import org.springframework.stereotype.Component;

/** What was published of each year, read from the events of its report, which are few. */
@Component
public class PublishedVersions {

    private final Ledger ledger;
    private final Identifiers identifiers;

    PublishedVersions(Ledger ledger, Identifiers identifiers) {
        this.ledger = ledger;
        this.identifiers = identifiers;
    }

    public AnnualReportId id(String organ, int year) {
        return new AnnualReportId(identifiers.of("annual-report", organ, Integer.toString(year)));
    }

    /**
     * All versions, the first one first.
     *
     * @param upTo number of the last event that counts
     */
    public List<PublishedVersion> all(String organ, int year, long upTo) {
        List<PublishedVersion> versions = new ArrayList<>();
        List<CheckWaived> waivers = new ArrayList<>();
        for (StoredEvent stored : events(organ, year, upTo)) {
            switch ((AnnualReportEvent) stored.event()) {
                case CheckWaived e -> {
                    waivers.removeIf(earlier -> earlier.check().equals(e.check()));
                    waivers.add(e);
                }
                case AnnualReportPublished e -> {
                    List<String> used = e.waived().lines().toList();
                    versions.add(new PublishedVersion(
                            stored,
                            e,
                            waivers.stream()
                                    .filter(w -> used.contains(w.check()))
                                    .toList(),
                            List.of()));
                }
                case DifferenceNoted e -> {
                    PublishedVersion last = versions.remove(versions.size() - 1);
                    List<DifferenceNoted> notes = new ArrayList<>(last.notes());
                    notes.add(e);
                    versions.add(
                            new PublishedVersion(last.stored(), last.published(), last.waivers(), List.copyOf(notes)));
                }
                case AnnualReportEvent.SectionWritten ignored -> {}
                case AnnualReportEvent.ReportProposed ignored -> {}
                case AnnualReportEvent.ReportApproved ignored -> {}
                case AnnualReportEvent.ReportReturned ignored -> {}
                case AnnualReportEvent.ReportProposalWithdrawn ignored -> {}
            }
        }
        return List.copyOf(versions);
    }

    /** @throws Problem when there is no such version */
    public PublishedVersion require(String organ, int year, int version) {
        return all(organ, year, Long.MAX_VALUE).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(year + "年度报告没有第 " + version + " 版"));
    }

    /** The version that holds at a point of the ledger; empty when the year was not published by then. */
    public Optional<PublishedVersion> latest(String organ, int year, long upTo) {
        List<PublishedVersion> versions = all(organ, year, upTo);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** The version that holds now of each year that was published, by year; without waivers and notes. */
    public Map<Integer, PublishedVersion> latest(String organ) {
        Map<Integer, PublishedVersion> latest = new TreeMap<>();
        for (StoredEvent stored : ledger.publications(organ)) {
            published(stored)
                    .ifPresent(p -> latest.put(p.year(), new PublishedVersion(stored, p, List.of(), List.of())));
        }
        return latest;
    }

    /** Empty for one that cannot be read: a verification finds it, and nobody's entry waits for that. */
    private static Optional<AnnualReportPublished> published(StoredEvent stored) {
        try {
            return Optional.of((AnnualReportPublished) stored.event());
        } catch (UnreadableEvent e) {
            return Optional.empty();
        }
    }

    /** The report as the rules see it now. */
    public AnnualReport state(String organ, int year) {
        AnnualReport report = AnnualReport.empty();
        for (StoredEvent stored : events(organ, year, Long.MAX_VALUE)) {
            report = report.evolve((AnnualReportEvent) stored.event());
        }
        return report;
    }

    /** Every publication that was put to a second person, the first first, with what became of it. */
    public List<ReportProposal> proposals(String organ, int year) {
        Map<Integer, ReportProposal> proposals = new TreeMap<>();
        AnnualReport report = AnnualReport.empty();
        for (StoredEvent stored : events(organ, year, Long.MAX_VALUE)) {
            report = report.evolve((AnnualReportEvent) stored.event());
            ReportProposal latest = report.proposal();
            if (latest != null) {
                proposals.put(latest.content().proposal(), latest);
            }
        }
        return List.copyOf(proposals.values());
    }

    /** The publication that the event of this number put to a second person; empty when it did something else. */
    public Optional<ReportProposal> proposed(String organ, int year, long number) {
        return events(organ, year, number).stream()
                .filter(stored -> stored.number() == number && stored.event() instanceof ReportProposed)
                .findFirst()
                .map(stored -> new ReportProposal((ReportProposed) stored.event(), ApprovalStage.OPEN, null));
    }

    /** A publication that waits for a second person. */
    public record Waiting(String organ, int year, AnnualReportEvent.ReportProposed proposed) {}

    /** What waits in these organs, the longest first. */
    public List<Waiting> waiting(Collection<String> organs) {
        List<Waiting> waiting = new ArrayList<>();
        for (StoredEvent stored : organs.isEmpty() ? List.<StoredEvent>of() : ledger.reportProposals(organs)) {
            ReportProposed proposed = (ReportProposed) stored.event();
            ReportProposal latest = state(stored.row().organ(), proposed.year()).proposal();
            if (latest != null && latest.isOpen() && latest.content().equals(proposed)) {
                waiting.add(new Waiting(stored.row().organ(), proposed.year(), proposed));
            }
        }
        return waiting;
    }

    private List<StoredEvent> events(String organ, int year, long upTo) {
        return ledger.ofAggregate(id(organ, year).toString(), 0).stream()
                .filter(stored -> stored.number() <= upTo)
                .toList();
    }
}
