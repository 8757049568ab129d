package org.disclosureledger.application.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the findings of one check: the first hundred in full, all of them counted. Not thread-safe. */
final class Findings {

    private static final int KEPT = 100;

    private final List<Finding> kept = new ArrayList<>();
    private long total;

    void add(String kind, Map<String, Object> facts, String sentence) {
        total++;
        if (kept.size() < KEPT) {
            kept.add(new Finding(kind, Map.copyOf(facts), sentence));
        }
    }

    void addAll(Findings others) {
        total += others.total;
        others.kept.stream().limit(KEPT - kept.size()).forEach(kept::add);
    }

    Check check(String id, String title, long counted) {
        return new Check(id, title, total == 0, counted, total, List.copyOf(kept));
    }
}
