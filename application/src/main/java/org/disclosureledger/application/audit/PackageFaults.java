package org.disclosureledger.application.audit;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.application.audit.PackageReport.Fault;

/** Faults as they are found: all are counted, the first thousand are kept. */
final class PackageFaults {

    private static final int KEPT = 1_000;

    private final List<Fault> kept = new ArrayList<>();
    private long count;

    /** What may go wrong in judging one thing without ending the verification. */
    interface Judgement {

        void judge() throws Exception;
    }

    void add(String where, String what) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Fault(where, what));
        }
    }

    /** Whatever goes wrong within is a fault of this one thing. */
    void judging(String where, Judgement judgement) {
        try {
            judgement.judge();
        } catch (Exception e) {
            String message = e.getMessage();
            add(where, message == null ? e.getClass().getSimpleName() : message);
        }
    }

    long count() {
        return count;
    }

    List<Fault> kept() {
        return kept;
    }
}
