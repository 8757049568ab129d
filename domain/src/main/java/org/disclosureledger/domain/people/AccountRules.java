package org.disclosureledger.domain.people;

import java.util.List;
import java.util.regex.Pattern;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.people.Account.Held;

/**
 * An account is opened once, holds roles of one duty only, and is not suspended or empowered by its own holder. Asking
 * for what is so already changes nothing.
 */
public final class AccountRules {

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,31}");
    private static final int LONGEST_REASON = 200;

    private AccountRules() {}

    /** @throws CommandRejected with the rule that is offended */
    public static List<AccountEvent> handle(AccountCommand command, Account account) {
        return switch (command) {
            case AccountCommand.OpenAccount c -> open(c, account);
            case AccountCommand.SuspendAccount c -> suspend(c, known(account));
            case AccountCommand.ResumeAccount c -> resume(c, known(account));
            case AccountCommand.GrantRole c -> grant(c, account);
            case AccountCommand.WithdrawRole c -> withdraw(c, known(account));
            case AccountCommand.LinkIdentity c -> link(c, known(account));
            case AccountCommand.UnlinkIdentity c -> unlink(c, known(account));
        };
    }

    private static List<AccountEvent> open(AccountCommand.OpenAccount c, Account account) {
        if (!LOGIN.matcher(c.login()).matches()) {
            throw new CommandRejected(AccountRule.LOGIN_FORM.onField("login"));
        }
        if (account instanceof Account.Opened) {
            throw new CommandRejected(AccountRule.LOGIN_TAKEN.onField("login", c.login()));
        }
        return List.of(new AccountEvent.AccountOpened(
                c.accountId(), c.organ(), c.login(), c.personName(), c.service() ? Boolean.TRUE : null));
    }

    private static List<AccountEvent> suspend(AccountCommand.SuspendAccount c, Account.Opened known) {
        if (known.login().equals(c.by())) {
            throw new CommandRejected(AccountRule.NOT_ONESELF.onField("login"));
        }
        requireReason(c.reason());
        return known.suspended()
                ? List.of()
                : List.of(new AccountEvent.AccountSuspended(c.accountId(), known.organ(), c.reason()));
    }

    private static List<AccountEvent> resume(AccountCommand.ResumeAccount c, Account.Opened known) {
        requireReason(c.reason());
        return known.suspended()
                ? List.of(new AccountEvent.AccountResumed(c.accountId(), known.organ(), c.reason()))
                : List.of();
    }

    private static List<AccountEvent> grant(AccountCommand.GrantRole c, Account account) {
        Account.Opened known = known(account);
        if (known.login().equals(c.by())) {
            throw new CommandRejected(AccountRule.NOT_ONESELF.onField("role"));
        }
        if (!c.ownPassword()) {
            throw new CommandRejected(AccountRule.FIRST_PASSWORD_KEPT.onField("role"));
        }
        known.roles().stream()
                .map(Held::role)
                .filter(held -> held.duty() != c.role().duty())
                .findFirst()
                .ifPresent(held -> {
                    throw new CommandRejected(
                            AccountRule.DUTIES_APART.onField("role", c.role().label(), held.label()));
                });
        if (known.service() && !c.role().forServices()) {
            throw new CommandRejected(AccountRule.SERVICE_HOLDS_NO_OFFICE.onField("role"));
        }
        return known.roles().contains(new Held(c.organ(), c.role()))
                ? List.of()
                : List.of(new AccountEvent.RoleGranted(c.accountId(), c.organ(), c.role()));
    }

    /**
     * Whether somebody may make a new first password. Whoever makes it knows it: so the account must not be able to do
     * anything until somebody else has empowered it again.
     *
     * @throws CommandRejected when it holds roles, or is one's own
     */
    public static void requirePasswordMayBeMade(String login, boolean holdsRoles, String by) {
        if (login.equals(by)) {
            throw new CommandRejected(AccountRule.NOT_ONESELF.onField("login"));
        }
        if (holdsRoles) {
            throw new CommandRejected(AccountRule.HOLDS_ROLES.onField("login"));
        }
    }

    private static List<AccountEvent> withdraw(AccountCommand.WithdrawRole c, Account.Opened known) {
        requireReason(c.reason());
        return known.roles().contains(new Held(c.organ(), c.role()))
                ? List.of(new AccountEvent.RoleWithdrawn(c.accountId(), c.organ(), c.role(), c.reason()))
                : List.of();
    }

    /** Whoever links could link himself: so the account must not be able to do anything until somebody empowers it. */
    private static List<AccountEvent> link(AccountCommand.LinkIdentity c, Account.Opened known) {
        if (known.login().equals(c.by())) {
            throw new CommandRejected(AccountRule.NOT_ONESELF.onField("subject"));
        }
        if (known.service()) {
            throw new CommandRejected(AccountRule.SERVICE_HAS_NO_IDENTITY.onField("subject"));
        }
        if (c.identity().equals(known.identity())) {
            return List.of();
        }
        if (known.identity() != null) {
            throw new CommandRejected(AccountRule.LINKED_ALREADY.onField("subject"));
        }
        if (c.taken()) {
            throw new CommandRejected(AccountRule.IDENTITY_TAKEN.onField("subject"));
        }
        if (!known.roles().isEmpty()) {
            throw new CommandRejected(AccountRule.LINKED_BEFORE_ROLES.onField("subject"));
        }
        return List.of(new AccountEvent.IdentityLinked(c.accountId(), known.organ(), c.identity()));
    }

    private static List<AccountEvent> unlink(AccountCommand.UnlinkIdentity c, Account.Opened known) {
        requireReason(c.reason());
        return known.identity() == null
                ? List.of()
                : List.of(new AccountEvent.IdentityUnlinked(c.accountId(), known.organ(), c.reason()));
    }

    private static Account.Opened known(Account account) {
        if (account instanceof Account.Opened known) {
            return known;
        }
        throw new CommandRejected(AccountRule.ACCOUNT_UNKNOWN.onField("login"));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new CommandRejected(AccountRule.REASON_MISSING.onField("reason"));
        }
    }
}
