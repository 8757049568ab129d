package org.disclosureledger.application.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PagesTest {

    private static final int PAGES = 100;

    private static Pages.Source<Integer> numbers() {
        Iterator<Integer> numbers = IntStream.range(0, PAGES).iterator();
        return () -> numbers.hasNext() ? numbers.next() : null;
    }

    @Test
    void everySinkGetsEveryPageInOrder() throws SQLException {
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Pages.pass(threads, numbers(), List.of(first::add, second::add));
        }
        assertThat(first).isEqualTo(IntStream.range(0, PAGES).boxed().toList());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void oneNeedNotWaitForTheOther() throws SQLException {
        CountDownLatch ahead = new CountDownLatch(3);
        List<Integer> slow = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Pages.pass(threads, numbers(), List.of(page -> ahead.countDown(), page -> {
                try {
                    ahead.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                slow.add(page);
            }));
        }
        assertThat(slow).hasSize(PAGES);
    }

    @Test
    void failureOfASinkEndsAllAndIsThrown() {
        List<Integer> other = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            assertThatThrownBy(() -> Pages.pass(threads, numbers(), List.of(other::add, page -> {
                        throw new SQLException("page " + page);
                    })))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("page 0");
        }
        assertThat(other).hasSizeLessThan(PAGES);
    }

    @Test
    void failureOfTheSourceEndsAllAndIsThrown() {
        List<Integer> read = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Iterator<Integer> numbers = List.of(1, 2).iterator();
            assertThatThrownBy(() -> Pages.<Integer>pass(
                            threads,
                            () -> {
                                if (numbers.hasNext()) {
                                    return numbers.next();
                                }
                                throw new SQLException("gone");
                            },
                            List.of(read::add)))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("gone");
        }
        assertThat(read).containsExactly(1, 2);
    }
}
