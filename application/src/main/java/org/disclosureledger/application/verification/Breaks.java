package org.disclosureledger.application.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.application.eventstore.Chain;
import org.disclosureledger.application.eventstore.EventRow;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what happened where the chain is broken: an event that fits under another number was moved there, and two
 * that fit under each other's were swapped. Looks at the first sixty-four breaks only.
 */
final class Breaks {

    private static final int KEPT = 64;

    private final Map<Long, byte[]> places = new HashMap<>();
    private final List<StoredEvent> odd = new ArrayList<>();

    /** A number whose own event is not there; the hash before it is. */
    void place(long number, byte[] before) {
        if (places.size() < KEPT) {
            places.put(number, before);
        }
    }

    /** An event that does not follow from what is before it. */
    void odd(@Nullable StoredEvent stored) {
        if (stored != null && odd.size() < KEPT) {
            odd.add(stored);
        }
    }

    void explain(Findings findings) {
        Map<Long, StoredEvent> home = new HashMap<>();
        places.keySet().stream().sorted().forEach(number -> follow(number, home));
        home.forEach((number, found) -> {
            long now = found.number();
            StoredEvent counterpart = home.get(now);
            if (counterpart == null || counterpart.number() != number) {
                findings.add(
                        "moved", Map.of("from", number, "to", now), "原来的第 " + number + " 号事件现在编为第 " + now + " 号：被改了编号");
            } else if (number < now) {
                findings.add(
                        "swapped", Map.of("first", number, "second", now), "第 " + number + " 号与第 " + now + " 号事件被对调");
            }
        });
    }

    /** From one place on, as long as the event that belongs to the next number is found as well. */
    private void follow(long from, Map<Long, StoredEvent> home) {
        StoredEvent before = home.get(from - 1);
        byte[] hash = before == null ? places.get(from) : before.hash();
        for (long number = from; hash != null && !home.containsKey(number); number++) {
            StoredEvent found = belonging(number, hash);
            if (found != null) {
                home.put(number, found);
            }
            hash = found == null ? null : found.hash();
        }
    }

    private @Nullable StoredEvent belonging(long number, byte[] before) {
        for (StoredEvent stored : odd) {
            if (stored.number() != number
                    && Arrays.equals(new Chain(before).next(renumbered(stored.row(), number)), stored.hash())) {
                return stored;
            }
        }
        return null;
    }

    private static EventRow renumbered(EventRow e, long number) {
        return new EventRow(
                number,
                e.eventId(),
                e.aggregateType(),
                e.aggregateId(),
                e.sequence(),
                e.organ(),
                e.type(),
                e.revision(),
                e.recordedAt(),
                e.payload(),
                e.metadata(),
                e.algorithm());
    }
}
