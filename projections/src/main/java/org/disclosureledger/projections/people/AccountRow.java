package org.disclosureledger.projections.people;

import org.jspecify.annotations.Nullable;

/**
 * An account as it is now.
 *
 * @param organ where the person works
 * @param personName sealed
 * @param service whether another system uses it, and no person
 * @param identity with which somebody may come in from outside, as a keyed digest; null for none
 */
public record AccountRow(
        String accountId,
        String organ,
        String login,
        String personName,
        boolean service,
        boolean suspended,
        @Nullable String identity) {}
