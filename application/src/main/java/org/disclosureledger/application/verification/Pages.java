package org.disclosureledger.application.verification;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Reading ahead: one thread fetches the next pages while others work on those that are there. */
final class Pages {

    /** Pages that wait; more would only take memory. */
    private static final int WAITING = 3;

    private Pages() {}

    /** Where pages come from. */
    interface Source<T> {

        /** @return null at the end */
        @Nullable T next() throws SQLException;
    }

    /** Where pages go to. */
    interface Sink<T> {

        void accept(T page) throws SQLException;
    }

    /**
     * Passes every page on to every sink. One thread of the executor fetches, one for each sink works, each at its own pace
     * as far as a few pages may wait. Once one of them fails, the others end.
     */
    static <T> void pass(ExecutorService threads, Source<T> source, List<Sink<T>> sinks) throws SQLException {
        AtomicBoolean failed = new AtomicBoolean();
        List<BlockingQueue<Optional<T>>> queues = new ArrayList<>();
        List<Future<?>> working = new ArrayList<>();
        for (Sink<T> sink : sinks) {
            BlockingQueue<Optional<T>> queue = new ArrayBlockingQueue<>(WAITING);
            queues.add(queue);
            working.add(threads.submit(() -> {
                work(queue, sink, failed);
                return null;
            }));
        }
        working.add(threads.submit(() -> {
            fetch(source, queues, failed);
            return null;
        }));
        for (Future<?> one : working) {
            await(one);
        }
    }

    private static <T> void fetch(Source<T> source, List<BlockingQueue<Optional<T>>> queues, AtomicBoolean failed)
            throws SQLException, InterruptedException {
        try {
            for (T page = source.next(); page != null && !failed.get(); page = source.next()) {
                for (BlockingQueue<Optional<T>> queue : queues) {
                    queue.put(Optional.of(page));
                }
            }
        } finally {
            for (BlockingQueue<Optional<T>> queue : queues) {
                queue.put(Optional.empty());
            }
        }
    }

    /** To the end also after a failure, so that nobody waits for room. */
    private static <T> void work(BlockingQueue<Optional<T>> queue, Sink<T> sink, AtomicBoolean failed)
            throws SQLException, InterruptedException {
        boolean well = false;
        try {
            for (Optional<T> page = queue.take(); page.isPresent(); page = queue.take()) {
                sink.accept(page.get());
            }
            well = true;
        } finally {
            if (!well) {
                failed.set(true);
                while (queue.take().isPresent()) {
                    // Left unread.
                }
            }
        }
    }

    /** Waits for work, and fails as it failed. */
    static void await(Future<?> work) throws SQLException {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotVerify("核验被中断", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof SQLException sql) {
                throw sql;
            }
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(cause);
        }
    }
}
