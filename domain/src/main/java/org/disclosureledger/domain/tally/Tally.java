package org.disclosureledger.domain.tally;

import org.disclosureledger.domain.register.Facts;

/** A reported figure as its rules see it. */
public sealed interface Tally {

    record Unreported() implements Tally {}

    record Reported(Facts facts) implements Tally {}

    default Facts facts() {
        return switch (this) {
            case Unreported ignored -> Facts.none();
            case Reported r -> r.facts();
        };
    }

    default Tally evolve(TallyEvent event) {
        Facts known = facts();
        return new Reported(
                switch (event) {
                    case TallyEvent.TallyReported e ->
                        known.with(TallyFact.YEAR, e.year())
                                .with(TallyFact.ITEM, e.item().id())
                                .with(TallyFact.AMOUNT, e.amount().toPlainString());
                    case TallyEvent.TallyDetailRecorded e -> known.with(e.fact(), e.value());
                });
    }
}
