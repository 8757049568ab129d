package org.disclosureledger.application.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RequestCountsTest {

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-03-02T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Watch watch = new Watch();
    private final RequestCounts counts = new RequestCounts(new LimitSettings(60, 30, 1, 1, 1, 1), watch);

    @Test
    void minutesWorthCanBeAskedAtOnceAndComesBackEvenly() {
        for (int i = 0; i < 60; i++) {
            counts.ofAccount("wang.min");
        }
        assertThatThrownBy(() -> counts.ofAccount("wang.min"))
                .isInstanceOf(TooMuch.class)
                .hasMessageContaining("每分钟最多 60 次")
                .extracting(e -> ((TooMuch) e).retryAfter())
                .isEqualTo(1L);
        watch.now = watch.now.plusSeconds(10);
        for (int i = 0; i < 10; i++) {
            counts.ofAccount("wang.min");
        }
        assertThatThrownBy(() -> counts.ofAccount("wang.min")).isInstanceOf(TooMuch.class);
        watch.now = watch.now.plus(Duration.ofMinutes(5));
        for (int i = 0; i < 60; i++) {
            counts.ofAccount("wang.min");
        }
        assertThatThrownBy(() -> counts.ofAccount("wang.min")).isInstanceOf(TooMuch.class);
    }

    @Test
    void accountsAndPlacesAreCountedForThemselves() {
        for (int i = 0; i < 30; i++) {
            counts.ofPlace("203.0.113.9");
        }
        assertThatThrownBy(() -> counts.ofPlace("203.0.113.9")).isInstanceOf(TooMuch.class);
        counts.ofPlace("203.0.113.10");
        counts.ofAccount("203.0.113.9");
    }

    @Test
    void manyAddressesTakeNoMoreMemoryThanSome() {
        for (int i = 0; i < 3 * RequestCounts.REMEMBERED; i++) {
            counts.ofPlace("2001:db8::" + Integer.toHexString(i));
        }
        assertThat(counts.remembered()).isEqualTo(RequestCounts.REMEMBERED);
    }

    @Test
    void zeroIsNoLimit() {
        RequestCounts none = new RequestCounts(new LimitSettings(0, 0, 0, 0, 0, 0), watch);
        for (int i = 0; i < 10_000; i++) {
            none.ofAccount("wang.min");
            none.ofPlace("203.0.113.9");
        }
        assertThat(none.remembered()).isZero();
    }
}
