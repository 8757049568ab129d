package org.disclosureledger.application.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.disclosureledger.application.api.Problem;
import org.disclosureledger.application.axon.Aggregates;
import org.disclosureledger.application.axon.Commands;
import org.disclosureledger.application.axon.Recorded;
import org.disclosureledger.application.eventstore.CommandId;
import org.disclosureledger.application.organ.Organs;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.projection.Projections;
import org.disclosureledger.application.security.Accounts;
import org.disclosureledger.application.security.OutsideSignIn;
import org.disclosureledger.domain.CommandRejected;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.people.AccountCommand;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.domain.people.AccountRule;
import org.disclosureledger.domain.people.AccountRules;
import org.disclosureledger.domain.people.Role;
import org.disclosureledger.projections.people.AccountRow;
import org.disclosureledger.projections.people.PeopleStore;
import org.disclosureledger.projections.people.RoleRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens accounts, gives and takes roles: for API and pages alike. */
@Component
public class People {

    private static final String NAME = "personName";
    private static final int LONGEST_NAME = 50;

    private final Commands commands;
    private final PeopleStore store;
    private final Accounts accounts;
    private final Organs organs;
    private final Identifiers identifiers;
    private final CaseKeys keys;
    private final OutsideSignIn outside;
    private final Projections projections;

    People(
            Commands commands,
            PeopleStore store,
            Accounts accounts,
            Organs organs,
            Identifiers identifiers,
            CaseKeys keys,
            OutsideSignIn outside,
            Projections projections) {
        this.commands = commands;
        this.store = store;
        this.accounts = accounts;
        this.organs = organs;
        this.identifiers = identifiers;
        this.keys = keys;
        this.outside = outside;
        this.projections = projections;
    }

    /**
     * An account with its roles.
     *
     * @param name as it is opened for whoever may see accounts
     */
    public record Person(AccountRow account, String name, List<RoleRow> roles) {}

    /** What was recorded, and the password that the owner will have to change; null when he has done so already. */
    public record OpenedAccount(Recorded recorded, @Nullable String firstPassword) {}

    /** In the order in which they were opened. */
    public List<Person> all() {
        Map<String, List<RoleRow>> roles = store.roles().stream().collect(Collectors.groupingBy(RoleRow::accountId));
        List<AccountRow> rows = store.accounts();
        Map<String, CaseKey> opening =
                keys.find(rows.stream().map(AccountRow::accountId).toList());
        return rows.stream()
                .map(a -> new Person(
                        a, name(a, opening.get(a.accountId())), roles.getOrDefault(a.accountId(), List.of())))
                .toList();
    }

    static String name(AccountRow account, @Nullable CaseKey key) {
        return key == null ? CaseKey.DESTROYED : key.open(NAME, account.personName());
    }

    /** @throws Problem when there is no such account */
    public Person require(String login) {
        return find(login).orElseThrow(() -> Problem.notFound("没有这个账号"));
    }

    private Optional<Person> find(String login) {
        return store.byLogin(login)
                .map(a -> new Person(a, name(a, keys.find(a.accountId()).orElse(null)), store.roles(a.accountId())));
    }

    /**
     * @throws CommandRejected when the sign-in name has another form or is taken
     * @throws Problem when the organ is unknown
     */
    public OpenedAccount open(String organ, String login, String name, boolean service, String user, CommandId id) {
        organs.require(organ);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.badRequest("name", "姓名（系统名称）必填，不超过 " + LONGEST_NAME + " 个字");
        }
        if (Accounts.isBuiltIn(login)) {
            throw new CommandRejected(AccountRule.LOGIN_TAKEN.onField("login", login));
        }
        AccountId account = id(login);
        Recorded recorded = send(
                new AccountCommand.OpenAccount(
                        account,
                        new OrganCode(organ),
                        login,
                        keys.forCase(organ, account.toString()).seal(NAME, name.strip()),
                        service),
                user,
                id);
        return new OpenedAccount(recorded, recorded.events() > 0 ? accounts.issueFirst(login) : null);
    }

    public Recorded suspend(String login, String reason, String user, CommandId id) {
        return send(new AccountCommand.SuspendAccount(id(login), reason.strip(), user), user, id);
    }

    public Recorded resume(String login, String reason, String user, CommandId id) {
        return send(new AccountCommand.ResumeAccount(id(login), reason.strip()), user, id);
    }

    public Recorded grant(String login, String organ, Role role, String user, CommandId id) {
        organs.require(organ);
        return send(
                new AccountCommand.GrantRole(id(login), new OrganCode(organ), role, !accounts.mustChange(login), user),
                user,
                id);
    }

    public Recorded withdraw(String login, String organ, Role role, String reason, String user, CommandId id) {
        organs.require(organ);
        return send(new AccountCommand.WithdrawRole(id(login), new OrganCode(organ), role, reason.strip()), user, id);
    }

    /**
     * Lets somebody come in with the account whom the provider of identities calls so.
     *
     * @throws CommandRejected when it is linked, or may not be
     * @throws Problem when no provider is configured, or nobody can be called so
     */
    public Recorded link(String login, String subject, String user, CommandId id) {
        String identity = outside.identity(subject.strip());
        boolean taken = store.linkedWith(identity).stream()
                .anyMatch(other -> !other.login().equals(login));
        return send(new AccountCommand.LinkIdentity(id(login), identity, taken, user), user, id);
    }

    public Recorded unlink(String login, String reason, String user, CommandId id) {
        Recorded recorded = send(new AccountCommand.UnlinkIdentity(id(login), reason.strip()), user, id);
        accounts.signOut(login);
        return recorded;
    }

    /**
     * A new first password for somebody who has forgotten his.
     *
     * @throws CommandRejected when it holds roles, or is one's own
     * @throws Problem when there is no such account
     */
    public String issuePassword(String login, String user) {
        Person person = require(login);
        AccountRules.requirePasswordMayBeMade(
                person.account().login(), !person.roles().isEmpty(), user);
        return accounts.issue(login);
    }

    private Recorded send(AccountCommand command, String user, CommandId id) {
        Recorded recorded = commands.send(AccountWiring.AGGREGATE, command, Aggregates.by(user), id, List.of());
        projections.catchUp();
        return recorded;
    }

    private AccountId id(String login) {
        UUID made = identifiers.of("account", "", login);
        return new AccountId(made);
    }
}
