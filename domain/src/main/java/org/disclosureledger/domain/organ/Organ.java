package org.disclosureledger.domain.organ;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An organ as its rules see it. */
public sealed interface Organ {

    record Unknown() implements Organ {}

    /**
     * @param chosen how it chose to count, in the order in which it chose
     * @param approved what a second person approves
     */
    record Established(String name, List<OrganEvent.CountingRuleChosen> chosen, Set<ApprovedStep> approved)
            implements Organ {

        public Established {
            chosen = List.copyOf(chosen);
            approved = Set.copyOf(approved);
        }

        public Established(String name) {
            this(name, List.of(), Set.of());
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
            return new Established(name, all, approved);
        }

        private Established named(String now) {
            return new Established(now, chosen, approved);
        }

        private Established approving(ApprovedStep step, boolean required) {
            Set<ApprovedStep> now = new LinkedHashSet<>(approved);
            if (required) {
                now.add(step);
            } else {
                now.remove(step);
            }
            return new Established(name, chosen, now);
        }
    }

    /** Whether a second person approves such a step. */
    default boolean requiresApproval(ApprovedStep step) {
        return this instanceof Established known && known.approved().contains(step);
    }

    default Organ evolve(OrganEvent event) {
        return switch (event) {
            case OrganEvent.OrganEstablished e -> new Established(e.name());
            case OrganEvent.OrganRenamed e ->
                this instanceof Established known ? known.named(e.name()) : new Established(e.name());
            case OrganEvent.CountingRuleChosen e -> this instanceof Established known ? known.choosing(e) : this;
            case OrganEvent.ApprovalRequired e ->
                this instanceof Established known ? known.approving(e.step(), true) : this;
            case OrganEvent.ApprovalDropped e ->
                this instanceof Established known ? known.approving(e.step(), false) : this;
            case OrganEvent.OrganPlaced ignored -> this;
            case OrganEvent.OrganMerged ignored -> this;
            case OrganEvent.OrganMergerWithdrawn ignored -> this;
        };
    }
}
