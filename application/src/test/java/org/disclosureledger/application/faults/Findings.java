package org.disclosureledger.application.faults;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How what writers were told and what a reader saw differs from what a plain scan of the table finds.
 *
 * @param lost acknowledged, not in the table
 * @param revived rolled back, yet in the table
 * @param holes places in the table whose number does not follow the one before
 * @param skipped in the table, never seen
 * @param twice seen again
 * @param outOfOrder seen after one with a higher number
 */
record Findings(int lost, int revived, int holes, int skipped, int twice, int outOfOrder) {

    static Findings of(
            Collection<UUID> acknowledged,
            Collection<UUID> rolledBack,
            List<EventStorage.Numbered> scan,
            List<UUID> seen) {
        Map<UUID, Long> numbers = new HashMap<>();
        int holes = 0;
        long expected = 1;
        for (EventStorage.Numbered row : scan) {
            numbers.put(row.event(), row.number());
            if (row.number() != expected) {
                holes++;
            }
            expected = row.number() + 1;
        }
        Set<UUID> seenOnce = new HashSet<>();
        int twice = 0;
        int outOfOrder = 0;
        long last = 0;
        for (UUID event : seen) {
            long number = numbers.getOrDefault(event, 0L);
            if (!seenOnce.add(event)) {
                twice++;
            } else if (number <= last) {
                outOfOrder++;
            }
            last = Math.max(last, number);
        }
        return new Findings(
                missing(acknowledged, numbers.keySet()),
                rolledBack.size() - missing(rolledBack, numbers.keySet()),
                holes,
                missing(numbers.keySet(), seenOnce),
                twice,
                outOfOrder);
    }

    private static int missing(Collection<UUID> wanted, Set<UUID> there) {
        return (int) wanted.stream().filter(e -> !there.contains(e)).count();
    }

    boolean none() {
        return lost + revived + holes + skipped + twice + outOfOrder == 0;
    }
}
