package org.disclosureledger.application.eventstore;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The end of the ledger: whoever keeps it outside the database can tell later whether the history before it is still the
 * same.
 *
 * @param ledger identity of the ledger, made with it
 * @param number of the last event, 0 in an empty ledger
 * @param algorithm which the last event was hashed with
 * @param recordedAt instant of the last commit
 */
public record LedgerHead(UUID ledger, long number, HashAlgorithm algorithm, byte[] hash, Instant recordedAt) {

    /** The hash in lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }
}
