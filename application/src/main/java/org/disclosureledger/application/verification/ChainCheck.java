package org.disclosureledger.application.verification;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.application.eventstore.Chain;
import org.disclosureledger.application.eventstore.ScannedEvent;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the chain over the events in the order of their numbers. After a break it goes on from the hash that is
 * stored, so that every later break is found as well. Not thread-safe.
 */
final class ChainCheck {

    private final Findings findings = new Findings();
    private final Breaks breaks = new Breaks();
    private final Set<Long> witnessed;
    private final Map<Long, byte[]> hashes = new HashMap<>();
    private long expected = 1;
    private long counted;
    private @Nullable Chain chain;
    private @Nullable StoredEvent last;
    private Instant latest = Instant.MIN;

    /**
     * @param genesis what stands before the first event, null when nobody can tell
     * @param witnessed numbers whose hashes somebody outside has kept
     */
    ChainCheck(byte @Nullable [] genesis, Set<Long> witnessed) {
        this.chain = genesis == null ? null : new Chain(genesis);
        this.witnessed = witnessed;
        if (genesis != null) {
            hashes.put(0L, genesis);
        }
    }

    void accept(List<ScannedEvent> page) {
        page.forEach(this::accept);
    }

    private void accept(ScannedEvent scanned) {
        counted++;
        long number = scanned.number();
        StoredEvent stored = scanned.stored();
        if (number < expected) {
            findings.add("duplicate", Map.of("number", number), "编号 " + number + " 出现了不止一次，或者不是正整数：有事件是插进来的");
            breaks.odd(stored);
            return;
        }
        if (number > expected) {
            missing(expected, number - 1);
        }
        expected = number + 1;
        if (stored == null) {
            findings.add("unreadable", Map.of("number", number), "第 " + number + " 号事件有一列是空的，或者不是这一列应有的内容（例如未知的杂凑值算法）");
            chain = null;
            return;
        }
        if (!follows(stored)) {
            chain = new Chain(stored.hash());
        }
        if (stored.recordedAt().isBefore(latest)) {
            findings.add("time", Map.of("number", number), "第 " + number + " 号事件的记录时间早于它前面的事件");
        }
        latest = stored.recordedAt();
        last = stored;
        if (witnessed.contains(number)) {
            hashes.put(number, stored.hash());
        }
    }

    private boolean follows(StoredEvent stored) {
        Chain before = chain;
        if (before == null) {
            breaks.odd(stored);
            return false;
        }
        byte[] hash = before.hash();
        if (Arrays.equals(next(before, stored), stored.hash())) {
            return true;
        }
        long number = stored.number();
        findings.add("changed", Map.of("number", number), "第 " + number + " 号事件与链不符：它的内容、编号、杂凑值，或者它前面的事件被改动过");
        breaks.place(number, hash);
        breaks.odd(stored);
        return false;
    }

    private static byte @Nullable [] next(Chain before, StoredEvent stored) {
        try {
            return before.next(stored.row());
        } catch (ArithmeticException e) {
            // A time beyond all that can be counted in microseconds.
            return null;
        }
    }

    private void missing(long from, long to) {
        String which = from == to ? "第 " + from + " 号事件" : "第 " + from + " 号至第 " + to + " 号事件";
        findings.add("missing", Map.of("from", from, "to", to), which + "不在台账里：被删除或者被改了编号");
        if (chain != null) {
            breaks.place(from, chain.hash());
        }
        chain = null;
    }

    /** To be told at the end what the ledger itself says about its end. */
    void head(@Nullable StoredHead head) {
        breaks.explain(findings);
        long end = expected - 1;
        if (head == null) {
            findings.add("head", Map.of(), "记录台账末尾的一行不见了，或者不能识别");
            return;
        }
        if (head.number() > end) {
            missing(expected, head.number());
        } else if (head.number() < end) {
            findings.add(
                    "head",
                    Map.of("number", end, "head", head.number()),
                    "台账的末尾登记为第 " + head.number() + " 号，却有编号到 " + end + " 的事件：有事件是绕过程序插进来的");
        } else if (!matches(head)) {
            findings.add("head", Map.of("number", end), "登记的台账末尾（杂凑值、算法或时间）与最后一个事件不符");
        }
    }

    private boolean matches(StoredHead head) {
        StoredEvent end = last;
        if (end == null) {
            return counted == 0 && Arrays.equals(head.hash(), hashes.get(0L));
        }
        return Arrays.equals(head.hash(), end.hash())
                && head.algorithm().equals(end.row().algorithm().label())
                && head.recordedAt().equals(end.recordedAt());
    }

    /** Hash of a witnessed event as it is stored now, null when there is none of this number. */
    byte @Nullable [] hashOf(long number) {
        return hashes.get(number);
    }

    @Nullable StoredEvent last() {
        return last;
    }

    Check result() {
        return findings.check("chain", "杂凑链与编号", counted);
    }
}
