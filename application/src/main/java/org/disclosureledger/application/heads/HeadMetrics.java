package org.disclosureledger.application.heads;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Number and age (seconds) of the last signed head, and how many wait for each sink. NaN before the first head. */
@Component
class HeadMetrics implements MeterBinder {

    private final HeadKeeper keeper;
    private final HeadSinks sinks;
    private final Clock clock;

    HeadMetrics(HeadKeeper keeper, HeadSinks sinks, Clock clock) {
        this.keeper = keeper;
        this.sinks = sinks;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "ledger.heads.number",
                        keeper,
                        k -> k.last().map(h -> (double) h.head().number()).orElse(Double.NaN))
                .description("number of the last event whose head is signed")
                .register(registry);
        Gauge.builder(
                        "ledger.heads.age",
                        keeper,
                        k -> k.last()
                                .map(h -> (double) Duration.between(h.signedAt(), clock.instant())
                                        .toSeconds())
                                .orElse(Double.NaN))
                .description("time since the last head was signed")
                .baseUnit("seconds")
                .register(registry);
        sinks.queues()
                .forEach(queue -> Gauge.builder(
                                "ledger.heads.waiting", queue, q -> q.state().waiting())
                        .description("heads that have not arrived")
                        .tag("sink", queue.name())
                        .register(registry));
    }
}
