package org.disclosureledger.application.verification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification that somebody has asked for: how far it is, or what became of it.
 *
 * @param phase what is being done, in Chinese
 * @param done events that are hashed and replayed
 * @param of events in all, 0 as long as nobody has counted them
 * @param rate events per second since the start
 * @param refusal why nothing could be verified
 * @param findings how many there are
 */
public record VerificationJob(
        UUID verificationId,
        String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Status status,
        String phase,
        long done,
        long of,
        long rate,
        @Nullable String refusal,
        long findings) {

    /** What became of a verification. */
    public enum Status {
        RUNNING("正在核验"),
        SOUND("一切相符"),
        FOUND("有发现"),
        FAILED("没能核验"),
        INTERRUPTED("中断");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
