package org.disclosureledger.domain.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a register as somebody hands it in.
 *
 * @param corrections whether what differs from the record corrects it; otherwise it is a fault
 * @param reason why it is corrected, if anything is
 * @param today the day on which it is handed in, in China; dates after it cannot have happened yet
 * @param source whether a person states it now or an existing register is taken over
 */
public record Entry(
        Facts facts, boolean corrections, @Nullable String reason, LocalDate today, Source source) {

    public enum Source {
        /** A person types it in: what cannot be is refused. */
        TYPED,
        /** Taken over from an existing register: what is merely unusual is recorded as it stands. */
        IMPORTED
    }
}
