package org.disclosureledger.domain.organ;

import org.disclosureledger.domain.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happened to an organ's own record. */
public sealed interface OrganEvent extends DomainEvent {

    record OrganEstablished(
            OrganCode organ, String name, @Nullable Boolean mayIssueRegulations) implements OrganEvent {}

    record OrganRenamed(OrganCode organ, String was, String name) implements OrganEvent {}

    /**
     * The organ counts so from a year on, until it chooses otherwise. Nothing that was known before changes.
     *
     * @param ruleVersion of the choice, as it stands in docs/tables.md
     * @param fromYear the first year whose tables are counted so
     */
    record CountingRuleChosen(OrganCode organ, CountingRule rule, CountingChoice choice, int ruleVersion, int fromYear)
            implements OrganEvent {}

    /** From now on a second person approves each such step before it has effect. */
    record ApprovalRequired(OrganCode organ, ApprovedStep step) implements OrganEvent {}

    /** From now on whoever takes such a step takes it alone. */
    record ApprovalDropped(OrganCode organ, ApprovedStep step) implements OrganEvent {}
}
