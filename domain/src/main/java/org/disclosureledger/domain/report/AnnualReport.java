package org.disclosureledger.domain.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An annual report as its rules see it.
 *
 * @param sections the narrative parts by section
 * @param waivers the latest waiver of each check
 * @param published the latest version, null before the first
 * @param noted the difference that was noted last since, null for none
 */
public record AnnualReport(
        Map<ReportSection, String> sections,
        Map<String, AnnualReportEvent.CheckWaived> waivers,
        AnnualReportEvent.@Nullable AnnualReportPublished published,
        AnnualReportEvent.@Nullable DifferenceNoted noted) {

    public static AnnualReport empty() {
        return new AnnualReport(Map.of(), Map.of(), null, null);
    }

    /** Number of the latest version, 0 before the first. */
    public int version() {
        return published == null ? 0 : published.version();
    }

    public boolean waives(FailedCheck failed) {
        AnnualReportEvent.CheckWaived waiver = waivers.get(failed.check());
        return waiver != null && waiver.finding().equals(failed.finding());
    }

    public AnnualReport evolve(AnnualReportEvent event) {
        return switch (event) {
            case AnnualReportEvent.SectionWritten e -> {
                Map<ReportSection, String> next = new EnumMap<>(ReportSection.class);
                next.putAll(sections);
                next.put(e.section(), e.text());
                yield new AnnualReport(next, waivers, published, noted);
            }
            case AnnualReportEvent.CheckWaived e -> {
                Map<String, AnnualReportEvent.CheckWaived> next = new HashMap<>(waivers);
                next.put(e.check(), e);
                yield new AnnualReport(sections, next, published, noted);
            }
            case AnnualReportEvent.AnnualReportPublished e -> new AnnualReport(sections, waivers, e, null);
            case AnnualReportEvent.DifferenceNoted e -> new AnnualReport(sections, waivers, published, e);
        };
    }
}
