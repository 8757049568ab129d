package org.disclosureledger.projections.reported;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Tables of an organ that can be summed, without their figures.
 *
 * @param version of the publication, or how many times tables came in
 * @param countingRules marks of the rules by which they were counted; empty where nobody said
 * @param publishedOn null for tables from elsewhere
 * @param number of the event
 */
public record ReportedVersion(
        String organ,
        int year,
        ReportedSource source,
        int version,
        String form,
        String countingRules,
        @Nullable LocalDate publishedOn,
        long number) {}
