package org.disclosureledger.application.verification;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Reading ahead: one thread fetches the next pages while another works on those that are there. */
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

    /** Passes all pages on, fetched by a thread of the executor, worked on by the caller's. */
    static <T> void pass(ExecutorService threads, Source<T> source, Sink<T> sink) throws SQLException {
        BlockingQueue<Optional<T>> waiting = new ArrayBlockingQueue<>(WAITING);
        Future<?> reading = threads.submit(() -> {
            try {
                for (T page = source.next(); page != null; page = source.next()) {
                    waiting.put(Optional.of(page));
                }
            } finally {
                waiting.put(Optional.empty());
            }
            return null;
        });
        try {
            for (Optional<T> page = waiting.take(); page.isPresent(); page = waiting.take()) {
                sink.accept(page.get());
            }
            await(reading);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotVerify("核验被中断", e);
        } finally {
            reading.cancel(true);
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
