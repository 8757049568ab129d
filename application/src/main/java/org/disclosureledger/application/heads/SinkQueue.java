package org.disclosureledger.application.heads;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings all heads of the directory to one sink, each after the one before it. What does not arrive waits in the
 * directory, over restarts too, and is tried again after 1 second, then twice as long each time up to 5 minutes.
 */
final class SinkQueue {

    private static final Logger LOG = LoggerFactory.getLogger(SinkQueue.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration FAREWELL = Duration.ofSeconds(12);

    private final HeadSink sink;
    private final HeadDirectory directory;
    private final DeliveryLog log;
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean closing;
    private volatile State state = new State(null, 0, null);

    SinkQueue(HeadSink sink, HeadDirectory directory, DeliveryLog log) {
        this.sink = sink;
        this.directory = directory;
        this.log = log;
    }

    /**
     * @param last head that arrived since the start
     * @param waiting heads that have not arrived
     * @param failure why not, null when nothing failed
     */
    record State(
            @Nullable String last, int waiting, @Nullable String failure) {}

    String name() {
        return sink.name();
    }

    State state() {
        return state;
    }

    void start() {
        closing = false;
        thread = Thread.ofPlatform().name("heads-" + sink.name()).start(this::run);
    }

    /** There is a new head. */
    void wake() {
        news.release();
    }

    /** Tries once more to bring away what waits. */
    void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        closing = true;
        news.release();
        try {
            if (!running.join(FAREWELL)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            boolean last;
            do {
                last = closing;
                news.drainPermits();
                if (deliverAll()) {
                    pause = FIRST_PAUSE;
                    if (!last) {
                        news.acquire();
                    }
                } else if (!last) {
                    rest(pause);
                    pause = pause.multipliedBy(2);
                    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                }
            } while (!last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** News does not shorten a pause, closing does. */
    private void rest(Duration pause) throws InterruptedException {
        long until = System.nanoTime() + pause.toNanos();
        long left = pause.toNanos();
        while (!closing && left > 0) {
            boolean woken = news.tryAcquire(left, TimeUnit.NANOSECONDS);
            left = woken ? until - System.nanoTime() : 0;
        }
    }

    private boolean deliverAll() throws InterruptedException {
        String last = state.last();
        int waiting = 0;
        try {
            List<HeadName> missing = log.missing(directory.names());
            waiting = missing.size();
            for (HeadName name : missing) {
                state = new State(last, waiting, state.failure());
                // What somebody else has put there goes nowhere: no receiver takes it, and all others would wait.
                if (directory.whole(name).isPresent()) {
                    sink.deliver(name, directory.content(name));
                    log.add(name);
                    last = name.fileName();
                }
                waiting--;
            }
            state = new State(last, 0, null);
            return true;
        } catch (IOException | RuntimeException e) {
            if (state.failure() == null) {
                LOG.warn("heads do not arrive at {} and will be tried again", sink.name(), e);
            }
            state = new State(last, waiting, String.valueOf(e.getMessage()));
            return false;
        }
    }
}
