package org.disclosureledger.application.eventstore;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** The hash functions that a chain may use, each of 32 bytes. An event keeps the name of the one that it was hashed with. */
public enum HashAlgorithm {

    /** GB/T 32905-2016. */
    SM3("SM3"),
    /** FIPS 180-4. */
    SHA_256("SHA-256");

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    private final String label;

    HashAlgorithm(String label) {
        this.label = label;
    }

    /** The name that stands in the ledger; for ever. */
    public String label() {
        return label;
    }

    public MessageDigest digest() {
        return switch (this) {
            case SM3 -> new SM3.Digest();
            case SHA_256 -> sha256();
        };
    }

    /** The hash of some bytes in hexadecimal digits. */
    public String hex(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /** @throws IllegalArgumentException when no algorithm has this name */
    public static HashAlgorithm of(String label) {
        return switch (label) {
            case "SM3" -> SM3;
            case "SHA-256" -> SHA_256;
            default -> throw new IllegalArgumentException("unknown hash algorithm: " + label);
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
