package org.disclosureledger.application.eventstore;

import java.util.HexFormat;

/**
 * Where in the ledger lies what was appended.
 *
 * @param first number of its first event, one more than {@code last} when there was none
 * @param last number of its last event
 * @param hash of the event with number {@code last}
 */
public record Appended(long first, long last, HashAlgorithm algorithm, byte[] hash) {

    public long count() {
        return last - first + 1;
    }

    /** The hash in lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }
}
