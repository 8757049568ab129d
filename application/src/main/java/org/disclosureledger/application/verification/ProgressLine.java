package org.disclosureledger.application.verification;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A line on the terminal every second that says how far a verification is. */
final class ProgressLine {

    private final Progress progress;
    private final PrintStream out;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    private ProgressLine(Progress progress, PrintStream out) {
        this.progress = progress;
        this.out = out;
        this.thread = Thread.ofPlatform().name("progress").daemon(true).unstarted(this::run);
    }

    static ProgressLine show(Progress progress, PrintStream out) {
        ProgressLine line = new ProgressLine(progress, out);
        line.thread.start();
        return line;
    }

    private void run() {
        long begun = System.nanoTime();
        try {
            while (!ended.await(1, TimeUnit.SECONDS)) {
                long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
                out.println(progress.phase().label() + "：" + progress.done() + " / " + progress.of() + " 个事件，已用 "
                        + seconds + " 秒，每秒 " + progress.done() / seconds + " 个");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        ended.countDown();
    }
}
