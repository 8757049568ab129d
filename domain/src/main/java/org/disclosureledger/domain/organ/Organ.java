package org.disclosureledger.domain.organ;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An organ as its rules see it. */
public sealed interface Organ {

    record Unknown() implements Organ {}

    /** @param chosen how it chose to count, in the order in which it chose */
    record Established(String name, List<OrganEvent.CountingRuleChosen> chosen) implements Organ {

        public Established {
            chosen = List.copyOf(chosen);
        }

        public Established(String name) {
            this(name, List.of());
        }

        /** The last choice about a rule; null when it was never chosen. */
        OrganEvent.@Nullable CountingRuleChosen last(CountingRule rule) {
            return chosen.stream()
                    .filter(c -> c.rule() == rule)
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        }

        private Established choosing(OrganEvent.CountingRuleChosen choice) {
            List<OrganEvent.CountingRuleChosen> all = new ArrayList<>(chosen);
            all.add(choice);
            return new Established(name, all);
        }
    }

    default Organ evolve(OrganEvent event) {
        return switch (event) {
            case OrganEvent.OrganEstablished e -> new Established(e.name());
            case OrganEvent.OrganRenamed e ->
                this instanceof Established known
                        ? new Established(e.name(), known.chosen())
                        : new Established(e.name());
            case OrganEvent.CountingRuleChosen e -> this instanceof Established known ? known.choosing(e) : this;
        };
    }
}
