package org.disclosureledger.application.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.disclosureledger.application.eventstore.CommandLog;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerSignal;
import org.disclosureledger.application.eventstore.LedgerWriter;
import org.disclosureledger.application.faults.Campaign.Load;
import org.disclosureledger.application.faults.Campaign.Result;
import org.disclosureledger.application.faults.PlainStorage.Numbering;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Whoever reads the ledger gets every event once and in order, whatever writers do. The same test finds the events that
 * the stock engine loses, and those that each planted defect loses or doubles: it would find them in the ledger too.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SkippedEventIT {

    private static final int WRITERS = FaultSize.pick(8, 32);

    private static final Load LEDGER = new Load(
            FaultSize.pick(2_000, 100_000),
            WRITERS,
            3,
            FaultSize.pick(300, 1_000),
            Duration.ofMillis(FaultSize.pick(300, 3_000)));

    /** Defects show early; their losses need company, not numbers. */
    private static final Load DEFECT =
            new Load(FaultSize.pick(1_500, 10_000), WRITERS, 1, 25, Duration.ofMillis(FaultSize.pick(100, 200)));

    private static final int STOCK_CAMPAIGNS = 5;

    private final long seed = FaultSize.seed("skipped events");
    private ProductOnDatabase product;
    private JdbcTemplate template;
    private PlatformTransactionManager transactions;

    @BeforeAll
    void start() throws Exception {
        product = ProductOnDatabase.start(WRITERS + 24);
        template = product.bean(JdbcTemplate.class);
        transactions = product.bean(PlatformTransactionManager.class);
    }

    @AfterAll
    void stop() throws Exception {
        product.close();
    }

    /** A machine whose clock jumps about within ten years. */
    private static final class LeapingClock extends Clock {

        private final Random random;

        private LeapingClock(long seed) {
            this.random = new Random(seed);
        }

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
            return Instant.now()
                    .minusSeconds(random.nextLong(Duration.ofDays(3_652).toSeconds()));
        }
    }

    private Result run(String what, EventStorage storage, Reading reading, Load load) throws Exception {
        Result result = new Campaign(storage, reading, load, template, transactions, seed)
                .run(new CountDownLatch(1), List.of());
        print(what, load, result);
        return result;
    }

    private static void print(String what, Load load, Result result) {
        System.out.printf(
                "skipped events, %s: %d writers, %d events acknowledged, %d rolled back, %d commits held open %.1f s"
                        + " altogether, %d restarts of readers: %s%n",
                what,
                load.writers(),
                result.acknowledged(),
                result.rolledBack(),
                result.holds(),
                result.heldMillis() / 1000.0,
                result.restarts(),
                result.findings());
    }

    @Test
    void ledgerLosesDoublesAndDisordersNothing() throws Exception {
        LedgerSignal signal = product.bean(LedgerSignal.class);
        Ledger ledger = new Ledger(template, new LeapingClock(seed), signal, product.bean(CommandLog.class), "SM3");
        LedgerWriter writer = new LedgerWriter(ledger, transactions);
        CountDownLatch written = new CountDownLatch(1);
        ProductReader runner = new ProductReader(product, written, seed);

        Result result = new Campaign(
                        new LedgerStorage(ledger, writer, JdbcClient.create(template)),
                        Reading.ONE_TRANSACTION,
                        LEDGER,
                        template,
                        transactions,
                        seed)
                .run(written, List.of(runner));

        writer.destroy();
        print("ledger", LEDGER, result);
        System.out.printf(
                "skipped events, ledger: %d restarts and %d kills of the product's runners%n",
                runner.restarts(), runner.kills());
        assertThat(result.faultless()).isTrue();
        assertThat(result.acknowledged()).isGreaterThanOrEqualTo(LEDGER.events());
        assertThat(result.rolledBack()).isPositive();
        assertThat(result.holds()).isPositive();
        assertThat(result.restarts()).isPositive();
        assertThat(runner.restarts()).isPositive();
        assertThat(runner.kills()).isPositive();
    }

    @Test
    void stockEngineSkipsWhatIsCommittedLate() throws Exception {
        EventStorage stock = new StockStorage(product.bean(DataSource.class), transactions);

        oneSlowCommitIsEnough(stock);
        // A small campaign meets the loss by chance, when a reader goes by while a commit lingers: a few are allowed.
        int skipped = 0;
        for (int campaign = 0; campaign < STOCK_CAMPAIGNS && skipped == 0; campaign++) {
            skipped =
                    run("stock engine", stock, Reading.ONE_TRANSACTION, DEFECT).skipped();
        }
        assertThat(skipped).isPositive();
    }

    /** The first takes its number and lingers; the second overtakes it and looks old; the reader goes by. */
    private void oneSlowCommitIsEnough(EventStorage stock) {
        UUID late = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        List<UUID> seen = new ArrayList<>();
        TransactionStatus slow = transactions.getTransaction(new DefaultTransactionDefinition());
        stock.append(List.of(late), Instant.now());
        String token = inAnotherThread(() -> {
            stock.append(List.of(quick), Instant.now().minus(Duration.ofDays(1)));
            return follow(stock, null, seen);
        });
        transactions.commit(slow);
        follow(stock, token, seen);

        assertThat(stock.scan().stream().map(EventStorage.Numbered::event)).contains(late, quick);
        assertThat(seen).containsExactly(quick);
    }

    private static String follow(EventStorage storage, @Nullable String from, List<UUID> seen) {
        String token = from;
        for (EventStorage.Read read : storage.after(from, 10)) {
            seen.add(read.event());
            token = read.token();
        }
        return String.valueOf(token);
    }

    private static <T> T inAnotherThread(Callable<T> what) {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(what).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void headRowAndOneTransactionAreFaultlessInTheSmallestForm() throws Exception {
        EventStorage plain = new PlainStorage(JdbcClient.create(template), Numbering.HEAD_ROW);
        assertThat(run("head row", plain, Reading.ONE_TRANSACTION, DEFECT).faultless())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HEAD_ROW")
    void defectInTheNumberingIsFound(Numbering defect) throws Exception {
        EventStorage plain = new PlainStorage(JdbcClient.create(template), defect);
        assertThat(run("planted " + defect, plain, Reading.ONE_TRANSACTION, DEFECT)
                        .skipped())
                .isPositive();
    }

    @Test
    void tokenOutsideTheTransactionIsFound() throws Exception {
        EventStorage plain = new PlainStorage(JdbcClient.create(template), Numbering.HEAD_ROW);
        assertThat(run("planted TOKEN_APART", plain, Reading.TOKEN_APART, DEFECT)
                        .twice())
                .isPositive();
    }

    @Test
    void swallowedFailureIsFound() throws Exception {
        EventStorage plain = new PlainStorage(JdbcClient.create(template), Numbering.HEAD_ROW);
        assertThat(run("planted SWALLOWED", plain, Reading.SWALLOWED, DEFECT).skipped())
                .isPositive();
    }
}
