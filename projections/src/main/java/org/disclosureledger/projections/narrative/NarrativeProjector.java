package org.disclosureledger.projections.narrative;

import java.util.List;
import org.disclosureledger.domain.report.AnnualReportEvent;
import org.disclosureledger.projections.ProjectedTable;
import org.disclosureledger.projections.Projector;
import org.disclosureledger.projections.RecordedEvent;

/** Keeps the narrative parts of annual reports as last written. */
public final class NarrativeProjector implements Projector {

    private final NarrativeStore store;

    public NarrativeProjector(NarrativeStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "narratives";
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(new ProjectedTable("report_section", "organ", "year", "section").inYears("year", "year"));
    }

    @Override
    public void reset() {
        store.clear();
    }

    @Override
    public void project(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof AnnualReportEvent event) {
                on(event, recorded.number());
            }
        }
    }

    private void on(AnnualReportEvent event, long number) {
        switch (event) {
            case AnnualReportEvent.SectionWritten e ->
                store.written(e.organ().value(), e.year(), e.section(), e.text(), number);
            case AnnualReportEvent.CheckWaived ignored -> {}
            case AnnualReportEvent.AnnualReportPublished ignored -> {}
            case AnnualReportEvent.DifferenceNoted ignored -> {}
            case AnnualReportEvent.ReportProposed ignored -> {}
            case AnnualReportEvent.ReportApproved ignored -> {}
            case AnnualReportEvent.ReportReturned ignored -> {}
            case AnnualReportEvent.ReportProposalWithdrawn ignored -> {}
        }
    }
}
