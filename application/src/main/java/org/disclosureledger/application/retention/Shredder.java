package org.disclosureledger.application.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.application.eventstore.Ledger;
import org.disclosureledger.application.eventstore.LedgerHead;
import org.disclosureledger.application.imports.ImportJobStore;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.privacy.DestroyedList;
import org.disclosureledger.application.request.Applicants;
import org.disclosureledger.projections.retention.RetentionStore;
import org.disclosureledger.projections.retention.RetentionStore.Gone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Does what the events of destruction say, again and again: names the cases in the list beside the master key, then
 * deletes their keys, by what their applicants are recognised, and what was found in the files that they came from. Done
 * first of all at each start, so that what a restored backup has brought back is gone before anybody can ask for it; on
 * each node, for each has a list of its own.
 */
@Component
public class Shredder implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Shredder.class);

    /** How soon what was recorded on another node, or brought back under the running service, is met. */
    private static final Duration RHYTHM = Duration.ofSeconds(30);

    private static final Duration STOPPING = Duration.ofSeconds(10);

    private static final int CHUNK = 5_000;

    private final RetentionStore store;
    private final DestroyedList list;
    private final CaseKeys keys;
    private final Applicants applicants;
    private final ImportJobStore imports;
    private final Ledger ledger;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private long seen;

    Shredder(
            RetentionStore store,
            DestroyedList list,
            CaseKeys keys,
            Applicants applicants,
            ImportJobStore imports,
            Ledger ledger) {
        this.store = store;
        this.list = list;
        this.keys = keys;
        this.applicants = applicants;
        this.imports = imports;
        this.ledger = ledger;
    }

    /** Before anybody can ask for anything. */
    @Override
    public void start() {
        sweep();
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("shredder").daemon(true).start(this::run);
    }

    @Override
    public void stop() {
        Thread last = thread;
        stopping.countDown();
        if (last != null) {
            try {
                last.join(STOPPING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Below the web server's. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        CountDownLatch end = stopping;
        try {
            while (!end.await(RHYTHM.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    sweep();
                } catch (RuntimeException e) {
                    LOG.error("keys that are to be destroyed could not be deleted and will be tried again", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when no key is there of any case that the ledger or the list says is destroyed. */
    public synchronized void sweep() {
        List<Gone> gone = store.destroyedAfter(seen);
        if (!gone.isEmpty()) {
            list.add(lines(gone));
            seen = gone.get(gone.size() - 1).event();
        }
        List<String> cases = new ArrayList<>(new TreeSet<>(list.cases()));
        int deleted = 0;
        for (int from = 0; from < cases.size(); from += CHUNK) {
            List<String> chunk = cases.subList(from, Math.min(cases.size(), from + CHUNK));
            deleted += keys.destroy(chunk);
            applicants.forget(chunk);
        }
        list.latest().forEach(imports::forgetFindings);
        if (deleted > 0) {
            LOG.info("{} keys of destroyed personal data were deleted", deleted);
        }
    }

    private List<DestroyedList.Line> lines(List<Gone> gone) {
        List<DestroyedList.Line> lines = new ArrayList<>();
        long last = 0;
        LedgerHead event = ledger.ledgerHead();
        for (Gone g : gone) {
            if (g.event() != last) {
                last = g.event();
                event = ledger.headAt(last).orElseThrow();
            }
            lines.add(new DestroyedList.Line(g.caseId(), last, event.hex(), g.organ(), event.recordedAt()));
        }
        return lines;
    }

    /** How many cases the list names and the ledger does not: an older backup of the database was restored. */
    public long unknownToTheLedger() {
        Set<String> listed = list.cases();
        return listed.size() - (long) store.destroyed(listed).size();
    }
}
