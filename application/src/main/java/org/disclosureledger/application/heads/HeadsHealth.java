package org.disclosureledger.application.heads;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerHead;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * How far the ledger is signed and where the heads have got to. Down when heads cannot be kept here, are far too late or
 * contradict the ledger. A receiver that does not answer is told and changes nothing: the heads are safe and wait, and
 * the service should not be taken from its users for somebody else's machine.
 */
@Component("heads")
class HeadsHealth extends AbstractHealthIndicator {

    private final HeadKeeper keeper;
    private final HeadDirectory directory;
    private final HeadSinks sinks;
    private final Ledger ledger;
    private final Clock clock;

    HeadsHealth(HeadKeeper keeper, HeadDirectory directory, HeadSinks sinks, Ledger ledger, Clock clock) {
        super("the state of the heads cannot be told");
        this.keeper = keeper;
        this.directory = directory;
        this.sinks = sinks;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        SignedHead last = keeper.last().orElse(null);
        String fault = fault(last);
        health.up();
        if (fault != null) {
            health.down().withDetail("fault", fault);
        }
        health.withDetail("ledger", ledger.head());
        if (last != null) {
            health.withDetail("signed", last.head().number())
                    .withDetail("signedAt", last.signedAt().toString())
                    .withDetail("key", last.key().toString());
        }
        health.withDetail("directory", directory.path().toString());
        sinks.queues().forEach(queue -> health.withDetail(queue.name(), details(queue.state())));
    }

    private static Map<String, Object> details(SinkQueue.State state) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("waiting", state.waiting());
        if (state.last() != null) {
            details.put("last", state.last());
        }
        if (state.failure() != null) {
            details.put("failure", state.failure());
        }
        return details;
    }

    private @Nullable String fault(@Nullable SignedHead last) {
        if (keeper.contradiction() != null) {
            return keeper.contradiction();
        }
        if (keeper.failure() != null) {
            return keeper.failure();
        }
        if (last != null && !directory.isWritable()) {
            return "存证的目录不能写入：" + directory.path();
        }
        return ledger.headAt(last == null ? 1 : last.head().number() + 1)
                .filter(this::isLate)
                .map(first -> "第 " + first.number() + " 号起的记录早应签名而没有签名")
                .orElse(null);
    }

    private boolean isLate(LedgerHead unsigned) {
        Duration age = Duration.between(unsigned.recordedAt(), clock.instant());
        return age.compareTo(keeper.rhythm().patience()) > 0;
    }
}
