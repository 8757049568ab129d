package org.disclosureledger.domain.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidatedReportPublished;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidatedSectionWritten;
import org.disclosureledger.domain.report.ConsolidatedReportEvent.ConsolidationWaived;
import org.jspecify.annotations.Nullable;

/**
 * A consolidated report as its rules see it.
 *
 * @param sections the narrative parts by section
 * @param waivers the latest waiver of each obstacle
 * @param published the latest version, null before the first
 */
public record ConsolidatedReport(
        Map<ReportSection, String> sections,
        Map<String, ConsolidationWaived> waivers,
        @Nullable ConsolidatedReportPublished published) {

    public static ConsolidatedReport empty() {
        return new ConsolidatedReport(Map.of(), Map.of(), null);
    }

    /** Number of the latest version, 0 before the first. */
    public int version() {
        return published == null ? 0 : published.version();
    }

    public boolean waives(FailedCheck failed) {
        ConsolidationWaived waiver = waivers.get(failed.check());
        return waiver != null && waiver.finding().equals(failed.finding());
    }

    public ConsolidatedReport evolve(ConsolidatedReportEvent event) {
        return switch (event) {
            case ConsolidatedSectionWritten e -> {
                Map<ReportSection, String> next = new EnumMap<>(ReportSection.class);
                next.putAll(sections);
                next.put(e.section(), e.text());
                yield new ConsolidatedReport(next, waivers, published);
            }
            case ConsolidationWaived e -> {
                Map<String, ConsolidationWaived> next = new HashMap<>(waivers);
                next.put(e.check(), e);
                yield new ConsolidatedReport(sections, next, published);
            }
            case ConsolidatedReportPublished e -> new ConsolidatedReport(sections, waivers, e);
        };
    }
}
