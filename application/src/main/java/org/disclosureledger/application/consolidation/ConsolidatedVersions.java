package org.disclosureledger.application.consolidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.domain.report.ConsolidatedReport;
import org.disclosureledger.domain.report.ConsolidatedReportEvent;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidatedReportPublished;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidationWaived;
import org.disclosureledger.domain.report.ConsolidatedReportId;
import org.springframework.stereotype.Component;

/** What was written, waived and published of a consolidated report, read from its own events, which are few. */
@Component
public class ConsolidatedVersions {

    private final Ledger ledger;
    private final Identifiers identifiers;

    ConsolidatedVersions(Ledger ledger, Identifiers identifiers) {
        this.ledger = ledger;
        this.identifiers = identifiers;
    }

    ConsolidatedReportId id(String organ, int year) {
        return new ConsolidatedReportId(
                identifiers.of(ConsolidatedReportWiring.AGGREGATE, organ, Integer.toString(year)));
    }

    /** The report as the rules see it at a point of the ledger. */
    ConsolidatedReport state(String organ, int year, long upTo) {
        ConsolidatedReport report = ConsolidatedReport.empty();
        for (StoredEvent stored : events(organ, year, upTo)) {
            report = report.evolve((ConsolidatedReportEvent) stored.event());
        }
        return report;
    }

    /** All versions by a point of the ledger, the first one first. */
    public List<ConsolidatedVersion> all(String organ, int year, long upTo) {
        List<ConsolidatedVersion> versions = new ArrayList<>();
        ConsolidatedReport report = ConsolidatedReport.empty();
        for (StoredEvent stored : events(organ, year, upTo)) {
            report = report.evolve((ConsolidatedReportEvent) stored.event());
            if (stored.event() instanceof ConsolidatedReportPublished e) {
                List<ConsolidationWaived> waivers = e.waived()
                        .lines()
                        .map(report.waivers()::get)
                        .filter(waiver -> waiver != null)
                        .toList();
                versions.add(new ConsolidatedVersion(stored, e, waivers));
            }
        }
        return List.copyOf(versions);
    }

    public Optional<ConsolidatedVersion> latest(String organ, int year, long upTo) {
        List<ConsolidatedVersion> versions = all(organ, year, upTo);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /** @throws Problem when there is no such version */
    public ConsolidatedVersion require(String organ, int year, int version) {
        return all(organ, year, Long.MAX_VALUE).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(year + "年度汇总报告没有第 " + version + " 版"));
    }

    private List<StoredEvent> events(String organ, int year, long upTo) {
        return ledger.ofAggregate(id(organ, year).toString(), 0).stream()
                .filter(stored -> stored.number() <= upTo)
                .toList();
    }
}
