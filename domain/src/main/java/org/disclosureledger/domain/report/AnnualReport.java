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
 * @param proposal the latest publication that was put to a second person, null for none
 */
public record AnnualReport(
        Map<ReportSection, String> sections,
        Map<String, AnnualReportEvent.CheckWaived> waivers,
        AnnualReportEvent.@Nullable AnnualReportPublished published,
        AnnualReportEvent.@Nullable DifferenceNoted noted,
        @Nullable ReportProposal proposal) {

    public static AnnualReport empty() {
        return new AnnualReport(Map.of(), Map.of(), null, null, null);
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
                yield new AnnualReport(next, waivers, published, noted, proposal);
            }
            case AnnualReportEvent.CheckWaived e -> {
                Map<String, AnnualReportEvent.CheckWaived> next = new HashMap<>(waivers);
                next.put(e.check(), e);
                yield new AnnualReport(sections, next, published, noted, proposal);
            }
            case AnnualReportEvent.AnnualReportPublished e -> new AnnualReport(sections, waivers, e, null, proposal);
            case AnnualReportEvent.DifferenceNoted e -> new AnnualReport(sections, waivers, published, e, proposal);
            case AnnualReportEvent.ReportProposed e -> proposed(e);
            case AnnualReportEvent.ReportApproved e -> proposed(e);
            case AnnualReportEvent.ReportReturned e -> proposed(e);
            case AnnualReportEvent.ReportProposalWithdrawn e -> proposed(e);
        };
    }

    private AnnualReport proposed(AnnualReportEvent event) {
        return new AnnualReport(sections, waivers, published, noted, ReportProposal.after(proposal, event));
    }
}
