package org.disclosureledger.domain.organ;

import org.disclosureledger.domain.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What happened to an organ's own record. */
public sealed interface OrganEvent extends DomainEvent {

    record OrganEstablished(
            OrganCode organ, String name, @Nullable Boolean mayIssueRegulations) implements OrganEvent {}

    record OrganRenamed(OrganCode organ, String was, String name) implements OrganEvent {}
}
