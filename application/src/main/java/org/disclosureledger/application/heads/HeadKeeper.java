package org.disclosureledger.application.heads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerHead;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Signs the head of the ledger again and again while it moves, and once more when the service stops. Stands before what
 * takes requests and behind it when the service stops, so that the last head is the last.
 */
@Component
public class HeadKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HeadKeeper.class);

    /** Many commits in a row are looked at together. */
    private static final Duration GATHERING = Duration.ofSeconds(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final LedgerSignal signal;
    private final HeadSigner signer;
    private final HeadDirectory directory;
    private final HeadSinks sinks;
    private final SigningRhythm rhythm;
    private final Clock clock;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile @Nullable SignedHead last;
    private volatile @Nullable String failure;
    private volatile @Nullable String contradiction;

    public HeadKeeper(
            Ledger ledger,
            LedgerSignal signal,
            HeadSigner signer,
            HeadDirectory directory,
            HeadSinks sinks,
            HeadSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.signal = signal;
        this.signer = signer;
        this.directory = directory;
        this.sinks = sinks;
        this.rhythm = new SigningRhythm(settings.every(), settings.everyEvents());
        this.clock = clock;
    }

    @Override
    public void start() {
        sinks.start();
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("heads").start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping.countDown();
        signal.raise();
        try {
            running.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sinks.stop();
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Below the web server's and below that of everything that has no phase of its own. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (stopping.getCount() > 0) {
            long seen = signal.count();
            try {
                Duration left = step(false);
                failure = null;
                signal.await(seen, left);
                pause(GATHERING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
        try {
            step(true);
        } catch (RuntimeException e) {
            LOG.error("the last head could not be signed", e);
        }
    }

    /** Signs when a head is due, or at the end when there is anything new; tells how long there is nothing to do. */
    private Duration step(boolean end) {
        LedgerHead head = ledger.ledgerHead();
        SignedHead before = last;
        if (before == null) {
            before = recall(head);
        }
        if (before == null ? head.number() == 0 : sameEvent(before.head(), head)) {
            return rhythm.every();
        }
        Duration left = before == null
                ? Duration.ZERO
                : rhythm.left(
                        Duration.between(before.signedAt(), clock.instant()).abs(),
                        head.number() - before.head().number());
        if (end || left.isZero()) {
            sign();
            return rhythm.every();
        }
        return left;
    }

    private @Nullable SignedHead recall(LedgerHead head) {
        try {
            SignedHead recalled = directory.last(head.ledger()).orElse(null);
            if (recalled != null) {
                compare(recalled.head());
                last = recalled;
            }
            return recalled;
        } catch (IOException e) {
            throw new UncheckedIOException("存证的目录不能读取：" + directory.path(), e);
        }
    }

    /**
     * Signs the head as it is now.
     *
     * @throws UncheckedIOException when the directory cannot be written
     */
    public synchronized SignedHead sign() {
        LedgerHead head = ledger.ledgerHead();
        SignedHead before = last;
        if (before != null) {
            compare(before.head());
        } else {
            recall(head);
        }
        SignedHead signed = signer.sign(head, clock.instant());
        try {
            HeadName name = directory.add(signed);
            LOG.debug("signed {}", name.fileName());
        } catch (IOException e) {
            throw new UncheckedIOException("存证不能写入目录 " + directory.path() + "（" + e + "）", e);
        }
        last = signed;
        sinks.wake();
        return signed;
    }

    /** What was signed once must still be so; that it is not is never forgotten while the service runs. */
    private void compare(LedgerHead signed) {
        Optional<LedgerHead> now = ledger.headAt(signed.number());
        if (now.isEmpty() || !Arrays.equals(now.get().hash(), signed.hash())) {
            contradiction = "台账与已签名的第 " + signed.number() + " 号不符：历史被改动或截断，或者恢复了旧的备份。请立即校验台账";
            LOG.error("the ledger contradicts the head signed for event {}", signed.number());
        }
    }

    private static boolean sameEvent(LedgerHead one, LedgerHead other) {
        return one.number() == other.number() && Arrays.equals(one.hash(), other.hash());
    }

    private void failed(RuntimeException e) {
        if (failure == null) {
            LOG.error("the head could not be signed and will be tried again", e);
        }
        failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        try {
            pause(AFTER_FAILURE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(Duration time) throws InterruptedException {
        boolean stopped = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        LOG.trace("going on: {}", !stopped);
    }

    /** The last head that was signed, in this run or an earlier one. */
    public Optional<SignedHead> last() {
        return Optional.ofNullable(last);
    }

    /** Why heads cannot be signed or kept, null when they can. */
    @Nullable String failure() {
        return failure;
    }

    /** That the ledger is not the one whose head was signed, null when nothing speaks for it. */
    @Nullable String contradiction() {
        return contradiction;
    }

    SigningRhythm rhythm() {
        return rhythm;
    }
}
