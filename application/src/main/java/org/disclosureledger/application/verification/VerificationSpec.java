package org.disclosureledger.application.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ledger is compared with besides itself.
 *
 * @param heads directories with signed heads
 * @param keys files with the public keys whose signatures are believed
 * @param onlyOnThisMachine whether all of these lie in the service's own directories
 */
public record VerificationSpec(List<Path> heads, List<Path> keys, boolean onlyOnThisMachine) {

    /** The service's own heads and key, and whatever else is named; a named key takes the place of the own one. */
    public static VerificationSpec of(Path dataDirectory, Path ownHeads, List<Path> moreHeads, List<Path> namedKeys) {
        List<Path> heads = new ArrayList<>(List.of(ownHeads));
        heads.addAll(moreHeads);
        Path ownKey = dataDirectory.resolve("keys/head-signing.pub");
        List<Path> keys = new ArrayList<>(namedKeys);
        if (keys.isEmpty() && Files.exists(ownKey)) {
            keys.add(ownKey);
        }
        return new VerificationSpec(heads, keys, moreHeads.isEmpty());
    }
}
