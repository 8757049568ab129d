package org.disclosureledger.projections.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A batch of cases whose personal data is to be destroyed, or was.
 *
 * @param schedule the item of the archive schedule, in words
 * @param cases how many
 * @param exportedEvent number of the latest export of the package; null before it
 * @param digest SHA-256 of that package, in hexadecimal digits
 * @param abandonedEvent number of the event that ended it without destruction
 */
public record DestructionRow(
        String organ,
        int batch,
        String schedule,
        int years,
        int cases,
        LocalDate proposedOn,
        String proposedBy,
        long proposedEvent,
        @Nullable Instant exportedAt,
        @Nullable Long exportedEvent,
        @Nullable String digest,
        @Nullable Long abandonedEvent,
        @Nullable String reason,
        @Nullable LocalDate destroyedOn,
        @Nullable String approvedBy,
        @Nullable Long destroyedEvent) {

    /** Whether it waits for its package or for approval. */
    public boolean isWaiting() {
        return abandonedEvent == null && destroyedEvent == null;
    }

    public boolean isDestroyed() {
        return destroyedEvent != null;
    }
}
