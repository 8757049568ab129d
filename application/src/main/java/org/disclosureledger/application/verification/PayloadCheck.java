package org.disclosureledger.application.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.application.eventstore.EventName;
import org.disclosureledger.application.eventstore.EventNames;
import org.disclosureledger.application.eventstore.ToldEvent;
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
    List<RecordedEvent> read(List<ToldEvent> page) {
        List<RecordedEvent> events = new ArrayList<>(page.size());
        for (ToldEvent told : page) {
            counted++;
            ToldEvent.Telling telling = told.telling();
            if (telling == null) {
                payloads.add("unreadable", Map.of("number", told.number()), "第 " + told.number() + " 号事件有一列是空的或者不可识别");
                continue;
            }
            follow(told.number(), telling);
            read(told.number(), telling, events);
        }
        return events;
    }

    private void read(long at, ToldEvent.Telling telling, List<RecordedEvent> to) {
        String type = telling.type();
        int revision = telling.revision();
        int newest = REVISIONS.getOrDefault(type, 0);
        if (revision < 1 || revision > newest) {
            payloads.add(
                    "unknownType",
                    Map.of("number", at),
                    "第 " + at + " 号事件的名称或版本（" + type + " 第 " + revision + " 版）本程序不认识");
            return;
        }
        try {
            to.add(telling.recorded(at));
        } catch (RuntimeException e) {
            payloads.add("unreadablePayload", Map.of("number", at), "第 " + at + " 号事件的内容读不出来");
        }
    }

    private void follow(long at, ToldEvent.Telling telling) {
        if (!telling.aggregateId().equals(aggregate)) {
            aggregate = telling.aggregateId();
            aggregates++;
            expected = 0;
            number = 0;
        }
        if (telling.sequence() != expected) {
            sequences.add(
                    "sequence",
                    Map.of("number", at, "expected", expected, "found", telling.sequence()),
                    "第 " + at + " 号事件在它那一件里应是第 " + expected + " 个，记的却是第 " + telling.sequence() + " 个（从 0 数起）");
        } else if (at <= number) {
            sequences.add("order", Map.of("number", at), "第 " + at + " 号事件在它那一件里的先后与编号的先后不一致");
        }
        expected = telling.sequence() + 1;
        number = at;
    }

    Check readable() {
        return payloads.check("payloads", "事件的名称、版本和内容", counted);
    }

    Check inSequence() {
        return sequences.check("aggregates", "每一件之内事件的先后", aggregates);
    }
}
