package org.disclosureledger.application.heads;

import java.util.List;

/** All places outside that heads go to; none when none is configured, and then no connection leaves the machine. */
public final class HeadSinks {

    private final List<SinkQueue> queues;

    HeadSinks(List<SinkQueue> queues) {
        this.queues = List.copyOf(queues);
    }

    List<SinkQueue> queues() {
        return queues;
    }

    void start() {
        queues.forEach(SinkQueue::start);
    }

    void wake() {
        queues.forEach(SinkQueue::wake);
    }

    void stop() {
        queues.forEach(SinkQueue::stop);
    }
}
