package org.disclosureledger.domain.organ;

import java.time.LocalDate;
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

    /**
     * 隶属关系: from a day on the organ stands under another, until something else is stated. A later statement about the same
     * day corrects this one; both stay.
     *
     * @param superior null when it stands under none
     */
    record OrganPlaced(OrganCode organ, @Nullable OrganCode superior, LocalDate placedFrom) implements OrganEvent {}

    /**
     * 撤并: from this day on the organ is no more, and another one takes over. A later statement corrects this one; both stay.
     *
     * @param into who takes over
     */
    record OrganMerged(OrganCode organ, OrganCode into, LocalDate mergedOn) implements OrganEvent {}

    /** The merger was entered wrongly: the organ did not cease. */
    record OrganMergerWithdrawn(OrganCode organ, OrganCode into, LocalDate mergedOn, String reason)
            implements OrganEvent {}
}
