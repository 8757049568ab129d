package org.disclosureledger.projections.people;

/**
 * An account as it is now.
 *
 * @param organ where the person works
 * @param personName sealed
 * @param service whether another system uses it, and no person
 */
public record AccountRow(
        String accountId, String organ, String login, String personName, boolean service, boolean suspended) {}
