package org.disclosureledger.application.faults;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long a fault lets people work, or lasts: part of the experiment, not a wait for something to happen. */
final class Pause {

    private Pause() {}

    static void of(long length, TimeUnit unit) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(length, unit);
        if (never) {
            throw new IllegalStateException("nobody counts down");
        }
    }
}
