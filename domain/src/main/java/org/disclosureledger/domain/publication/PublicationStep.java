package org.disclosureledger.domain.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.domain.register.Facts;
import org.jspecify.annotations.Nullable;

/** A step of published information as the rules see it: what they read of it, corrections included. */
public sealed interface PublicationStep {

    /** Its place in the history, from 1. */
    int number();

    LocalDate on();

    record Review(int number, LocalDate on, ReviewVerdict verdict) implements PublicationStep {}

    record Release(int number, LocalDate on, PublicationChannel channel) implements PublicationStep {}

    record Update(int number, LocalDate on) implements PublicationStep {}

    /** @param channel null for all channels */
    record Withdrawal(int number, LocalDate on, @Nullable PublicationChannel channel) implements PublicationStep {}

    /** All steps that the facts state, in the order in which they were recorded. */
    static List<PublicationStep> of(Facts facts) {
        List<PublicationStep> steps = new ArrayList<>();
        for (int number = 1; ; number++) {
            PublicationStepKind kind = kind(facts, number);
            if (kind == null) {
                return steps;
            }
            steps.add(step(facts, number, kind));
        }
    }

    /** What kind of step bears a number; null when there is no such step. */
    static @Nullable PublicationStepKind kind(Facts facts, int number) {
        for (PublicationStepKind kind : PublicationStepKind.values()) {
            if (facts.values().containsKey(kind.date().ofStep(number))) {
                return kind;
            }
        }
        return null;
    }

    private static PublicationStep step(Facts facts, int number, PublicationStepKind kind) {
        LocalDate on = LocalDate.parse(required(facts, kind.date(), number));
        return switch (kind) {
            case REVIEW -> new Review(number, on, ReviewVerdict.of(required(facts, PublicationFact.VERDICT, number)));
            case PUBLISH ->
                new Release(number, on, PublicationChannel.of(required(facts, PublicationFact.CHANNEL, number)));
            case UPDATE -> new Update(number, on);
            case WITHDRAW -> {
                String channel = facts.values().get(PublicationFact.CHANNEL.ofStep(number));
                yield new Withdrawal(number, on, channel == null ? null : PublicationChannel.of(channel));
            }
        };
    }

    private static String required(Facts facts, PublicationFact fact, int number) {
        String value = facts.values().get(fact.ofStep(number));
        if (value == null) {
            throw new IllegalArgumentException(fact.ofStep(number) + " is not stated");
        }
        return value;
    }
}
