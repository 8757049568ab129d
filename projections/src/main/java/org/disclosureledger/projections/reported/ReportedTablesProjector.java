package org.disclosureledger.projections.reported;

import java.util.List;
import org.disclosureledger.domain.report.AnnualReportEvent.AnnualReportPublished;
import org.disclosureledger.domain.report.ExternalTablesEvent.ExternalTablesReceived;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;

/** Keeps the tables that superiors sum: what organs published, and what came in from those that do not use the system. */
public final class ReportedTablesProjector implements Projector {

    private final ReportedTablesStore store;

    public ReportedTablesProjector(ReportedTablesStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "reported-tables";
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(
                new ProjectedTable("reported_tables", "organ", "year", "source", "version").inYears("year", "year"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof AnnualReportPublished e) {
                store.reported(
                        new ReportedVersion(
                                e.organ().value(),
                                e.year(),
                                ReportedSource.PUBLISHED,
                                e.version(),
                                e.form(),
                                e.countingRules(),
                                e.publishedOn(),
                                recorded.number()),
                        e.figures());
            } else if (recorded.event() instanceof ExternalTablesReceived e) {
                store.reported(
                        new ReportedVersion(
                                e.organ().value(),
                                e.year(),
                                ReportedSource.EXTERNAL,
                                e.receipt(),
                                e.form(),
                                "",
                                null,
                                recorded.number()),
                        e.figures());
            }
        }
    }
}
