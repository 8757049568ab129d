package org.disclosureledger.domain.people;

import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.register.SealedText;

/** What can be asked of an account. */
public sealed interface AccountCommand {

    AccountId accountId();

    /** @param service whether another system uses it, and no person */
    record OpenAccount(AccountId accountId, OrganCode organ, String login, SealedText personName, boolean service)
            implements AccountCommand {}

    /** @param by sign-in name of who asks */
    record SuspendAccount(AccountId accountId, String reason, String by) implements AccountCommand {}

    record ResumeAccount(AccountId accountId, String reason) implements AccountCommand {}

    /**
     * @param ownPassword whether the owner has made the password that the account has now
     * @param by sign-in name of who asks
     */
    record GrantRole(AccountId accountId, OrganCode organ, Role role, boolean ownPassword, String by)
            implements AccountCommand {}

    record WithdrawRole(AccountId accountId, OrganCode organ, Role role, String reason) implements AccountCommand {}

    /**
     * @param identity keyed digest of the provider and of what it calls the person
     * @param taken whether another account is linked with it
     * @param by sign-in name of who asks
     */
    record LinkIdentity(AccountId accountId, String identity, boolean taken, String by) implements AccountCommand {}

    record UnlinkIdentity(AccountId accountId, String reason) implements AccountCommand {}
}
