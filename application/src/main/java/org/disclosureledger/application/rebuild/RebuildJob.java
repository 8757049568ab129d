package org.disclosureledger.application.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild that somebody has asked for: how far it is, or what became of it.
 *
 * @param phase what is being done
 * @param head number of the last event when somebody last looked
 * @param rate events per second since it was begun or resumed
 * @param hasShadow whether the rebuilt rows are still there
 * @param refusal why it could go no further
 */
public record RebuildJob(
        UUID rebuildId,
        String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String organ,
        @Nullable Integer year,
        boolean swap,
        String version,
        RebuildState state,
        String phase,
        long head,
        long rate,
        boolean hasShadow,
        @Nullable String refusal,
        @Nullable String swappedBy,
        @Nullable String swapReason,
        List<Part> parts) {

    /** What of it concerns one projector. */
    public record Part(
            String projector,
            long position,
            RebuildState state,
            @Nullable RebuildOutcome outcome) {}

    /** Whether the rebuilt rows can be taken over, if somebody wants that. */
    public boolean swappable() {
        return state.swappable() && year == null;
    }

    RebuildSpec spec() {
        return new RebuildSpec(parts.stream().map(Part::projector).toList(), organ, year, swap);
    }

    /** Events that were read, counted once for each projector. */
    public long read() {
        return parts.stream().mapToLong(Part::position).sum();
    }

    /** Events to be read, counted once for each projector. */
    public long toRead() {
        return Math.max(read(), head * parts.size());
    }

    /** Seconds until all are read at the present rate; null when nobody can tell or nothing is being read. */
    public @Nullable Long remainingSeconds() {
        return state == RebuildState.RUNNING && rate > 0 ? (toRead() - read() + rate - 1) / rate : null;
    }
}
