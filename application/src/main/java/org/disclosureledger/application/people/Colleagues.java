package org.disclosureledger.application.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.disclosureledger.application.privacy.CaseKey;
import org.disclosureledger.application.privacy.CaseKeys;
import org.disclosureledger.application.privacy.Identifiers;
import org.disclosureledger.application.security.Access;
import org.disclosureledger.domain.organ.OrganCode;
import org.disclosureledger.domain.people.Account;
import org.disclosureledger.domain.people.AccountId;
import org.disclosureledger.projections.people.AccountRow;
import org.disclosureledger.projections.people.PeopleStore;
import org.disclosureledger.projections.people.RoleRow;
import org.springframework.stereotype.Component;

/** The people of an organ, by name, for those who work with them: who may handle its requests, and who did. */
@Component
public class Colleagues {

    private final PeopleStore store;
    private final Identifiers identifiers;
    private final CaseKeys keys;

    Colleagues(PeopleStore store, Identifiers identifiers, CaseKeys keys) {
        this.store = store;
        this.identifiers = identifiers;
        this.keys = keys;
    }

    /** Whether somebody can go on with what he has been given. */
    public enum Standing {
        HANDLES(""),
        SUSPENDED("承办人已停用"),
        LEFT("已不担任承办岗");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        /** Empty for who can go on. */
        public String label() {
            return label;
        }
    }

    /** A person as colleagues see him. */
    public record Colleague(String accountId, String login, String name, Standing standing) {

        /** Whether somebody should take over from him. */
        public boolean isGone() {
            return standing != Standing.HANDLES;
        }
    }

    /** An account as a rule judges it; also of a name that nobody has. */
    public record Named(AccountId id, Account account) {}

    public Named named(String login) {
        Account account = Access.asProduct(() -> store.byLogin(login)
                .<Account>map(row -> account(row, store.roles(row.accountId())))
                .orElseGet(Account.Unknown::new));
        return new Named(new AccountId(identifiers.of("account", "", login)), account);
    }

    /** Those who may handle requests of the organ, in the order in which their accounts were opened. */
    public List<Colleague> handlers(String organ) {
        return Access.asProduct(() -> people(organ, store.accountsIn(organ))).stream()
                .filter(c -> !c.isGone())
                .toList();
    }

    /** By account, as they stand to the organ. */
    public Map<String, Colleague> of(String organ, Collection<String> accountIds) {
        Map<String, Colleague> found = new LinkedHashMap<>();
        if (!accountIds.isEmpty()) {
            Access.asProduct(() -> people(organ, store.accounts(accountIds))).forEach(c -> found.put(c.accountId(), c));
        }
        return found;
    }

    private List<Colleague> people(String organ, List<AccountRow> rows) {
        List<String> ids = rows.stream().map(AccountRow::accountId).toList();
        Map<String, List<RoleRow>> roles = store.roles(ids).stream().collect(Collectors.groupingBy(RoleRow::accountId));
        Map<String, CaseKey> opening = keys.find(ids);
        OrganCode in = new OrganCode(organ);
        List<Colleague> people = new ArrayList<>();
        for (AccountRow row : rows) {
            Account.Opened account = account(row, roles.getOrDefault(row.accountId(), List.of()));
            Standing standing =
                    account.suspended() ? Standing.SUSPENDED : account.handles(in) ? Standing.HANDLES : Standing.LEFT;
            people.add(new Colleague(
                    row.accountId(), row.login(), People.name(row, opening.get(row.accountId())), standing));
        }
        return people;
    }

    private static Account.Opened account(AccountRow row, List<RoleRow> roles) {
        Set<Account.Held> held = roles.stream()
                .map(r -> new Account.Held(new OrganCode(r.organ()), r.role()))
                .collect(Collectors.toSet());
        return new Account.Opened(
                new OrganCode(row.organ()), row.login(), row.service(), row.suspended(), held, row.identity());
    }
}
