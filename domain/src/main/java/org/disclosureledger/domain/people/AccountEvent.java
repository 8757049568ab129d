package org.disclosureledger.domain.people;

import org.disclosureledger.domain.DomainEvent;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;
import org.jspecify.annotations.Nullable;

/** What happened to an account. Passwords are no facts and are nowhere in the ledger. */
public sealed interface AccountEvent extends DomainEvent {

    AccountId accountId();

    /**
     * @param organ where the person works
     * @param login sign-in name; it stands beside everything that is done with the account
     * @param personName sealed
     * @param service whether another system uses it, and no person
     */
    record AccountOpened(
            AccountId accountId,
            OrganCode organ,
            String login,
            SealedText personName,
            @Nullable Boolean service) implements AccountEvent {}

    /** @param organ where the person works */
    record AccountSuspended(AccountId accountId, OrganCode organ, String reason) implements AccountEvent {}

    /** @param organ where the person works */
    record AccountResumed(AccountId accountId, OrganCode organ, String reason) implements AccountEvent {}

    /** @param organ in which the role is held */
    record RoleGranted(AccountId accountId, OrganCode organ, Role role) implements AccountEvent {}

    /** @param organ in which the role was held */
    record RoleWithdrawn(AccountId accountId, OrganCode organ, Role role, String reason) implements AccountEvent {}

    /**
     * Whoever a provider of identities knows as this one may come in with the account.
     *
     * @param organ where the person works
     * @param identity keyed digest of the provider and of what it calls him
     */
    record IdentityLinked(AccountId accountId, OrganCode organ, String identity) implements AccountEvent {}

    /** @param organ where the person works */
    record IdentityUnlinked(AccountId accountId, OrganCode organ, String reason) implements AccountEvent {}
}
