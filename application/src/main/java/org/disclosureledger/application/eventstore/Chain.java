package org.disclosureledger.application.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * The chain through the ledger: the hash of an event is over the hash before it, its number and every stored column, so
 * that no column of any event can be changed without changing all hashes after it. The hash before the first event is
 * that of the ledger's own identity. Not thread-safe.
 *
 * <p>Canonical bytes: the hash before (32 bytes); the number (8 bytes, most significant first); then event id, aggregate
 * type, aggregate id, sequence, organ, type, revision, recorded at (microseconds since 1970-01-01T00:00:00Z), payload,
 * metadata and name of the hash algorithm, each as its length in bytes (4 bytes, most significant first) and its text in
 * UTF-8; numbers are written in decimal digits, the event id in lower case.
 */
public final class Chain {

    private static final String GENESIS = "disclosure-ledger/1/";

    private final Map<HashAlgorithm, MessageDigest> digests = new EnumMap<>(HashAlgorithm.class);
    private final ByteBuffer numeral = ByteBuffer.allocate(Long.BYTES);
    private byte[] hash;

    /** A chain that goes on after an event with this hash. */
    public Chain(byte[] hash) {
        this.hash = hash.clone();
    }

    /** What stands before the first event of a ledger, whatever algorithm its events use: SHA-256 of its identity. */
    public static byte[] genesis(UUID ledger) {
        return HashAlgorithm.SHA_256.digest().digest((GENESIS + ledger).getBytes(StandardCharsets.US_ASCII));
    }

    /** Goes on by one event and tells its hash. */
    public byte[] next(EventRow e) {
        MessageDigest digest = digests.computeIfAbsent(e.algorithm(), HashAlgorithm::digest);
        digest.update(hash);
        digest.update(numeral.putLong(0, e.number()).array(), 0, Long.BYTES);
        field(digest, e.eventId().toString());
        field(digest, e.aggregateType());
        field(digest, e.aggregateId());
        field(digest, Long.toString(e.sequence()));
        field(digest, e.organ());
        field(digest, e.type());
        field(digest, Integer.toString(e.revision()));
        field(digest, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, e.recordedAt())));
        field(digest, e.payload());
        field(digest, e.metadata());
        field(digest, e.algorithm().label());
        hash = digest.digest();
        return hash.clone();
    }

    /** The hash of the event that the chain has come to. */
    public byte[] hash() {
        return hash.clone();
    }

    private void field(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(numeral.putInt(0, bytes.length).array(), 0, Integer.BYTES);
        digest.update(bytes);
    }
}
