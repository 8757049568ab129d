package org.disclosureledger.application.heads;

import java.util.Arrays;

/** How a head may be signed. */
public enum SignatureAlgorithm {

    /** GB/T 32918 on the recommended curve, with SM3 and the user id 1234567812345678; a signature is DER of (r, s). */
    SM2("SM2"),
    /** RFC 8032; a signature has 64 bytes. */
    ED25519("Ed25519");

    private final String label;

    SignatureAlgorithm(String label) {
        this.label = label;
    }

    /** The name that stands in a signed head; for ever. */
    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when no algorithm has this name */
    public static SignatureAlgorithm of(String label) {
        return Arrays.stream(values())
                .filter(a -> a.label.equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown signature algorithm: " + label));
    }
}
