package org.disclosureledger.application.heads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.application.eventstore.HashAlgorithm;
import org.disclosureledger.application.eventstore.LedgerHead;

/** Heads to sign. */
final class HeadExamples {

    static final UUID LEDGER = UUID.fromString("6f0c8a4e-3f4b-4a53-9d0e-0d9a2f6f1c11");
    static final Instant NOW = Instant.parse("2026-01-05T01:02:03.9Z");
    static final HeadSigner SM2 = HeadSigner.generate(SignatureAlgorithm.SM2);
    static final HeadSigner ED25519 = HeadSigner.generate(SignatureAlgorithm.ED25519);

    private HeadExamples() {}

    static HeadSigner signer(SignatureAlgorithm algorithm) {
        return algorithm == SignatureAlgorithm.SM2 ? SM2 : ED25519;
    }

    static LedgerHead head(long number) {
        return new LedgerHead(
                LEDGER,
                number,
                HashAlgorithm.SM3,
                HexFormat.of().parseHex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
                Instant.parse("2026-01-05T01:02:03.456789Z"));
    }

    static SignedHead signed(long number) {
        return SM2.sign(head(number), NOW);
    }

    static byte[] resource(String name) {
        try (InputStream in = HeadExamples.class.getResourceAsStream("/heads/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
