package org.disclosureledger.application.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts requests of each account, and of each address for those who have not signed in. A minute's worth can be asked at
 * once; it comes back evenly. Kept in memory, for each node its own; of many addresses the ones unused for longest are
 * forgotten, which lets them begin anew.
 */
@Component
final class RequestCounts {

    static final int REMEMBERED = 20_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LimitSettings settings;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    RequestCounts(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new Time(clock);
    }

    private record Time(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /** @throws TooMuch when the account has used up its minute */
    void ofAccount(String login) {
        take("account " + login, settings.accountPerMinute(), "这个账号的请求太密");
    }

    /** @throws TooMuch when those who have not signed in there have used up its minute */
    void ofPlace(String place) {
        take("place " + place, settings.placePerMinute(), "从这个地址来的、没有登录的请求太密");
    }

    int remembered() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private void take(String key, int perMinute, String sentence) {
        if (perMinute == 0) {
            return;
        }
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(
                    key,
                    unused -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                            .withCustomTimePrecision(time)
                            .build());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooMuch(
                    sentence + "，每分钟最多 " + perMinute + " 次", Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
