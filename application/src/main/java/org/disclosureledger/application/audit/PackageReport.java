package org.disclosureledger.application.audit;

import java.util.List;

/**
 * What the verification of a package found.
 *
 * @param events how many lines of events were read
 * @param heads how many signed heads were accepted, those kept outside among them
 * @param signedUpTo the highest number that a head vouches for; 0 without heads
 * @param faultCount how many faults there are, of which {@code faults} names the first thousand
 * @param cannotTell what this verification could not have found, as sentences
 */
public record PackageReport(
        long events,
        String lastHash,
        int heads,
        long signedUpTo,
        int tables,
        long faultCount,
        List<Fault> faults,
        List<String> cannotTell) {

    public PackageReport {
        faults = List.copyOf(faults);
        cannotTell = List.copyOf(cannotTell);
    }

    /** @param where the file, or the event by its number */
    public record Fault(String where, String what) {}

    public boolean ok() {
        return faultCount == 0;
    }
}
