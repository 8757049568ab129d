package org.disclosureledger.application.limits;

import java.time.Duration;

/** More was asked for than anybody may; it can be asked for again later. */
public final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooMuch(String sentence, Duration wait) {
        super(sentence);
        this.wait = wait;
    }

    /** In seconds, at least one. */
    public long retryAfter() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
