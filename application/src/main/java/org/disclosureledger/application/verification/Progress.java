package org.disclosureledger.application.verification;

import java.util.concurrent.atomic.AtomicLong;

/** How far a verification is; written by the threads that work, read by whoever shows it. */
public final class Progress {

    /** What is being done. */
    public enum Phase {
        BEGINNING("准备"),
        READING("核对链并重放事件"),
        COMPARING("把重放结果与现有各表比较"),
        ENDED("结束");

        private final String label;

        Phase(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final AtomicLong chained = new AtomicLong();
    private final AtomicLong replayed = new AtomicLong();
    private volatile Phase phase = Phase.BEGINNING;
    private volatile long events;

    void begin(long count) {
        events = count;
        phase = Phase.READING;
    }

    void chained(long count) {
        chained.addAndGet(count);
    }

    void replayed(long count) {
        replayed.addAndGet(count);
    }

    void phase(Phase now) {
        phase = now;
    }

    public Phase phase() {
        return phase;
    }

    /** Events that are hashed and replayed: the slower of the two counts. */
    public long done() {
        return Math.min(chained.get(), replayed.get());
    }

    /** Events in all. */
    public long of() {
        return events;
    }
}
