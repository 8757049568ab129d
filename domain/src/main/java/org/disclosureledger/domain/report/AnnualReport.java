package org.disclosureledger.domain.report;

import java.util.EnumMap;
import java.util.Map;

/** An annual report as its rules see it: the narrative parts by section. */
public record AnnualReport(Map<ReportSection, String> sections) {

    public static AnnualReport empty() {
        return new AnnualReport(Map.of());
    }

    public AnnualReport evolve(AnnualReportEvent event) {
        return switch (event) {
            case AnnualReportEvent.SectionWritten e -> {
                Map<ReportSection, String> next = new EnumMap<>(ReportSection.class);
                next.putAll(sections);
                next.put(e.section(), e.text());
                yield new AnnualReport(next);
            }
        };
    }
}
