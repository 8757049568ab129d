package org.disclosureledger.application.heads;

import java.time.Duration;

/**
 * When a head is due: some time after the last one, or sooner when many events were added.
 *
 * @param every longest time between a change and the next head
 * @param events so many new events make a head due at once
 */
record SigningRhythm(Duration every, long events) {

    SigningRhythm {
        if (every.isNegative() || every.isZero() || events < 1) {
            throw new IllegalStateException("存证的签名间隔（LEDGER_HEADS_EVERY）应大于 0，事件数（LEDGER_HEADS_EVERY_EVENTS）应不小于 1");
        }
    }

    /** How long a head may still wait; zero when it is due. */
    Duration left(Duration sinceLast, long newEvents) {
        Duration left = every.minus(sinceLast);
        return newEvents >= events || left.isNegative() ? Duration.ZERO : left;
    }

    /** A head that is so late shows that something is wrong. */
    Duration patience() {
        return every.multipliedBy(3);
    }
}
