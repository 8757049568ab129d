package org.disclosureledger.application.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification came to.
 *
 * @param ledger identity of the ledger, null when the database no longer tells
 * @param events how many there are
 * @param end the last event, null in an empty ledger
 * @param undetectable sentences in Chinese: what no verification of this kind can find
 * @param startedAt instants in UTC
 */
public record VerificationReport(
        String version,
        Instant startedAt,
        Instant finishedAt,
        @Nullable String ledger,
        long events,
        @Nullable End end,
        List<Check> checks,
        Heads heads,
        List<ProjectionResult> projections,
        List<String> undetectable) {

    /** The last event as it is stored; the hash in lower-case hexadecimal digits. */
    public record End(long number, String algorithm, String hash, Instant recordedAt) {}

    /**
     * @param found head files that were found
     * @param believed those of them whose signature is by a trusted key
     * @param attested number of the last event that one of them stands for
     */
    public record Heads(int found, int believed, long attested) {}

    public boolean ok() {
        return checks.stream().allMatch(Check::ok);
    }
}
