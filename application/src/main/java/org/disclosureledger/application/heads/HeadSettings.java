package org.disclosureledger.application.heads;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings as written; what is blank is not set.
 *
 * @param every longest time between a change and the next head
 * @param everyEvents so many new events make a head due at once
 * @param signature SM2 or Ed25519
 * @param keyFile an existing key instead of the one in the data directory
 * @param directory where heads are kept
 * @param wormDirectory a second place, on storage that is written once
 * @param receiverUrl where heads are posted to
 * @param receiverToken what the receiver knows this service by
 */
@ConfigurationProperties("ledger.heads")
public record HeadSettings(
        Duration every,
        long everyEvents,
        String signature,
        @Nullable String keyFile,
        @Nullable String directory,
        @Nullable String wormDirectory,
        @Nullable String receiverUrl,
        @Nullable String receiverToken) {

    /** @throws IllegalStateException when there is no such algorithm */
    SignatureAlgorithm algorithm() {
        try {
            return SignatureAlgorithm.of(signature.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("签名算法应为 SM2 或 Ed25519，不是“" + signature + "”（LEDGER_HEADS_SIGNATURE）", e);
        }
    }

    static @Nullable Path path(@Nullable String text) {
        return text == null || text.isBlank() ? null : Path.of(text.strip());
    }

    static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
