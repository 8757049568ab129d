package org.disclosureledger.domain;

import org.disclosureledger.domain.organ.OrganCode;

/** A fact that stays. Each family of events is sealed in its own package; all of them belong to an organ. */
public interface DomainEvent {

    OrganCode organ();
}
