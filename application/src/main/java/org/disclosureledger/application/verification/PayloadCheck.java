package org.disclosureledger.application.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.application.eventstore.EventName;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.application.eventstore.ScannedEvent;
import org.disclosureledger.application.eventstore.StoredEvent;
import org.disclosureledger.projections.RecordedEvent;

/**
 * Reads every event, one aggregate after the other: its name, revision and payload are known, and its place in its
 * aggregate follows the one before it. Not thread-safe.
 */
final class PayloadCheck {

    private static final Map<String, Integer> REVISIONS = EventNames.all().stream()
            .collect(Collectors.toUnmodifiableMap(EventName::name, EventName::revision, Math::max));

    private final Findings payloads = new Findings();
    private final Findings sequences = new Findings();
    private long counted;
    private long aggregates;
    private String aggregate = "";
    private long expected;
    private long number;

    /** What could be read. */
    List<RecordedEvent> read(List<ScannedEvent> page) {
        List<RecordedEvent> events = new ArrayList<>(page.size());
        for (ScannedEvent scanned : page) {
            counted++;
            StoredEvent stored = scanned.stored();
            if (stored == null) {
                payloads.add(
                        "unreadable", Map.of("number", scanned.number()), "第 " + scanned.number() + " 号事件有一列是空的或者不可识别");
                continue;
            }
            follow(stored);
            read(stored, events);
        }
        return events;
    }

    private void read(StoredEvent stored, List<RecordedEvent> to) {
        String type = stored.row().type();
        int revision = stored.row().revision();
        int newest = REVISIONS.getOrDefault(type, 0);
        if (revision < 1 || revision > newest) {
            payloads.add(
                    "unknownType",
                    Map.of("number", stored.number()),
                    "第 " + stored.number() + " 号事件的名称或版本（" + type + " 第 " + revision + " 版）本程序不认识");
            return;
        }
        try {
            to.add(stored.recorded());
        } catch (RuntimeException e) {
            payloads.add(
                    "unreadablePayload", Map.of("number", stored.number()), "第 " + stored.number() + " 号事件的内容读不出来");
        }
    }

    private void follow(StoredEvent stored) {
        if (!stored.aggregateId().equals(aggregate)) {
            aggregate = stored.aggregateId();
            aggregates++;
            expected = 0;
            number = 0;
        }
        if (stored.sequence() != expected) {
            sequences.add(
                    "sequence",
                    Map.of("number", stored.number(), "expected", expected, "found", stored.sequence()),
                    "第 " + stored.number() + " 号事件在它那一件里应是第 " + expected + " 个，记的却是第 " + stored.sequence()
                            + " 个（从 0 数起）");
        } else if (stored.number() <= number) {
            sequences.add(
                    "order", Map.of("number", stored.number()), "第 " + stored.number() + " 号事件在它那一件里的先后与编号的先后不一致");
        }
        expected = stored.sequence() + 1;
        number = stored.number();
    }

    Check readable() {
        return payloads.check("payloads", "事件的名称、版本和内容", counted);
    }

    Check inSequence() {
        return sequences.check("aggregates", "每一件之内事件的先后", aggregates);
    }
}
