package org.disclosureledger.projections.people;

import org.disclosureledger.domain.people.Role;

/**
 * A role that an account holds now.
 *
 * @param since number of the event that granted it
 */
public record RoleRow(String accountId, String organ, Role role, long since) {}
