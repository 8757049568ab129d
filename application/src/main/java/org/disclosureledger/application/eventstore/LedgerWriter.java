package org.disclosureledger.application.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The one thread of this node that appends what single commands record. It takes whatever waits, numbers it, inserts it
 * and commits it together: many commands share one lock of the head and one flush to disk, a lone one waits for nobody.
 * Nobody is answered before the commit.
 */
@Component
public class LedgerWriter implements DisposableBean {

    private static final int MOST_TOGETHER = 500;

    private final Ledger ledger;
    private final PlatformTransactionManager transactions;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Waiting end = Waiting.of(new Contribution(CommandId.once(), List.of(), null));
    private final Thread thread;
    private volatile boolean closed;

    public LedgerWriter(Ledger ledger, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.thread = Thread.ofPlatform().name("ledger-writer").daemon(true).unstarted(this::run);
        thread.start();
    }

    private record Waiting(Contribution contribution, CompletableFuture<Appended> appended) {

        private static Waiting of(Contribution contribution) {
            return new Waiting(contribution, new CompletableFuture<>());
        }
    }

    /**
     * Appends and waits for the commit.
     *
     * @throws ConcurrencyException when somebody else has taken a place in one of the aggregates
     * @throws AlreadyAnswered when the command came before
     * @throws OutcomeUnknown when the commit was neither confirmed nor refused
     */
    public Appended append(Contribution contribution) {
        Waiting waiting = Waiting.of(contribution);
        queue.add(waiting);
        if (closed) {
            failRest();
        }
        try {
            return waiting.appended().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** How many commands wait to be taken up. */
    public int waiting() {
        return queue.size();
    }

    private void run() {
        List<Waiting> group = new ArrayList<>();
        boolean ending = false;
        while (!ending) {
            try {
                group.add(queue.take());
                queue.drainTo(group, MOST_TOGETHER - 1);
                ending = group.remove(end);
                if (!group.isEmpty()) {
                    write(group);
                }
            } catch (Throwable e) {
                group.forEach(w -> w.appended().completeExceptionally(e));
            }
            group.clear();
        }
        failRest();
    }

    private void write(List<Waiting> group) {
        TransactionStatus transaction = null;
        List<Ledger.Outcome> outcomes;
        try {
            transaction = transactions.getTransaction(new DefaultTransactionDefinition());
            outcomes = ledger.append(group.stream().map(Waiting::contribution).toList());
        } catch (RuntimeException e) {
            rollBack(transaction);
            if (group.size() == 1 || !refusedByServer(e)) {
                group.forEach(w -> w.appended().completeExceptionally(e));
            } else {
                // One of them cannot be stored; the others must not suffer for it.
                group.forEach(w -> write(List.of(w)));
            }
            return;
        }
        try {
            transactions.commit(transaction);
        } catch (RuntimeException e) {
            RuntimeException told = refusedByServer(e) ? e : new OutcomeUnknown(e);
            group.forEach(w -> w.appended().completeExceptionally(told));
            return;
        }
        for (int i = 0; i < group.size(); i++) {
            tell(group.get(i).appended(), outcomes.get(i));
        }
    }

    private static void tell(CompletableFuture<Appended> waiting, Ledger.Outcome outcome) {
        switch (outcome) {
            case Ledger.Outcome.Recorded recorded -> waiting.complete(recorded.appended());
            case Ledger.Outcome.Overtaken ignored ->
                waiting.completeExceptionally(
                        new ConcurrencyException("another command was recorded for the same case"));
            case Ledger.Outcome.Answered ignored -> waiting.completeExceptionally(new AlreadyAnswered());
        }
    }

    /** An error that the server reports, and survives, undid the transaction; a connection that breaks tells nothing. */
    private static boolean refusedByServer(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof PSQLException sql) {
                ServerErrorMessage message = sql.getServerErrorMessage();
                return message != null && "ERROR".equals(message.getSeverity());
            }
        }
        return false;
    }

    private void rollBack(@Nullable TransactionStatus transaction) {
        if (transaction != null && !transaction.isCompleted()) {
            try {
                transactions.rollback(transaction);
            } catch (RuntimeException e) {
                // The connection is gone, and the transaction with it.
            }
        }
    }

    private void failRest() {
        for (Waiting w = queue.poll(); w != null; w = queue.poll()) {
            w.appended().completeExceptionally(new IllegalStateException("the service is ending"));
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        closed = true;
        queue.add(end);
        thread.join();
    }
}
