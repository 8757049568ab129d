package org.disclosureledger.application.faults;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.projections.Positions;

/** The product's own runners, stopped and started again all the time, with {@link SeenProjector} among those they feed. */
final class ProductReader implements Callable<List<UUID>> {

    private final ProductOnDatabase product;
    private final SeenProjector projector;
    private final CountDownLatch written;
    private final Random random;
    private final AtomicInteger restarts = new AtomicInteger();

    ProductReader(ProductOnDatabase product, CountDownLatch written, long seed) {
        this.product = product;
        this.projector = product.bean(SeenProjector.class);
        this.written = written;
        this.random = new Random(seed);
    }

    int restarts() {
        return restarts.get();
    }

    int kills() {
        return projector.kills();
    }

    @Override
    public List<UUID> call() throws InterruptedException {
        Projections runners = product.bean(Projections.class);
        Positions positions = product.bean(Positions.class);
        Ledger ledger = product.bean(Ledger.class);
        boolean ended = false;
        while (!ended) {
            ended = written.await(200 + random.nextInt(2_000), TimeUnit.MILLISECONDS);
            runners.stop();
            runners.start();
            restarts.incrementAndGet();
        }
        while (positions.of(projector.name()) < ledger.head()) {
            runners.catchUp();
        }
        return projector.seen();
    }
}
